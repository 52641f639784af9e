namespace VpBot.Explaining.Asking;

/// <summary>The first steps of the English stem: "'s", "-s", "-ed" and "-ing".</summary>
internal static class EnglishVerb
{
    public static string WithoutS(string word)
    {
        word = StemRegions.Ending(word, "'s'", "'s", "'") is { } mark ? word[..^mark.Length] : word;
        return StemRegions.Ending(word, "sses", "ied", "ies", "us", "ss", "s") switch
        {
            "sses" => word[..^2],
            "ied" or "ies" => word.Length > 4 ? word[..^2] : word[..^1],
            "s" => word.Length > 2 && word[..^2].Any(EnglishStem.IsVowel) ? word[..^1] : word,
            _ => word,
        };
    }

    public static string Stem(string word, int first)
    {
        var ending = StemRegions.Ending(word, "eedly", "ingly", "edly", "eed", "ing", "ed");
        if (ending is null)
            return word;
        var rest = word[..^ending.Length];
        if (ending is "eed" or "eedly")
            return rest.Length >= first ? rest + "ee" : word;
        if (!rest.Any(EnglishStem.IsVowel))
            return word;
        if (StemRegions.Ending(rest, "at", "bl", "iz") is not null)
            return rest + 'e';
        if (StemRegions.Ending(rest, "bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt") is not null)
            return rest[..^1];
        return first >= rest.Length && EnglishStem.EndsShort(rest) ? rest + 'e' : rest;
    }
}

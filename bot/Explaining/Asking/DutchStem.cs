namespace VpBot.Explaining.Asking;

/// <summary>
/// The stem of a Dutch word: "gesprekken" and "gesprek" are one. The published Snowball algorithm (snowballstem.org, "dutch_porter"),
/// step by step, so that the same word has the same stem wherever it is built.
/// </summary>
internal static class DutchStem
{
    public static string Of(string word)
    {
        word = Marked(word);
        var first = Math.Max(3, StemRegions.After(word, 0, IsVowel));
        var second = StemRegions.After(word, StemRegions.After(word, 0, IsVowel), IsVowel);
        word = Plural(word, first);
        var hadE = word.Length;
        word = LastE(word, first);
        word = Suffix(Heid(word, first, second), first, second, word.Length < hadE);
        return UndoubledVowel(word).Replace('I', 'i').Replace('Y', 'y');
    }

    /// <summary>Accents go; a y or i that sounds as a consonant is written large until the end.</summary>
    private static string Marked(string word)
    {
        var letters = word.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            letters[at] = letters[at] switch { 'ä' or 'á' => 'a', 'ë' or 'é' => 'e', 'ï' or 'í' => 'i', 'ö' or 'ó' => 'o', 'ü' or 'ú' => 'u', var other => other };
        }

        for (var at = 0; at < letters.Length; at++)
        {
            var afterVowel = at > 0 && IsVowel(letters[at - 1]);
            if (letters[at] == 'y' && (at == 0 || afterVowel))
                letters[at] = 'Y';
            else if (letters[at] == 'i' && afterVowel && at + 1 < letters.Length && IsVowel(letters[at + 1]))
                letters[at] = 'I';
        }

        return new string(letters);
    }

    private static string Plural(string word, int first) => StemRegions.Ending(word, "heden", "ene", "en", "se", "s") switch
    {
        "heden" => word.Length - 5 >= first ? word[..^5] + "heid" : word,
        "ene" or "en" => WithoutEn(word, word.EndsWith('e') ? 3 : 2, first),
        { } s => word.Length - s.Length >= first && !IsVowel(word[^(s.Length + 1)]) && word[^(s.Length + 1)] != 'j' ? word[..^s.Length] : word,
        null => word,
    };

    private static string WithoutEn(string word, int length, int first)
    {
        var rest = word[..^length];
        return rest.Length >= first && rest.Length > 0 && !IsVowel(rest[^1]) && !rest.EndsWith("gem", StringComparison.Ordinal) ? Undoubled(rest) : word;
    }

    private static string LastE(string word, int first) =>
        word.Length > 1 && word[^1] == 'e' && word.Length - 1 >= first && !IsVowel(word[^2]) ? Undoubled(word[..^1]) : word;

    private static string Heid(string word, int first, int second)
    {
        if (!word.EndsWith("heid", StringComparison.Ordinal) || word.Length - 4 < second || word[^5] == 'c')
            return word;
        word = word[..^4];
        return word.EndsWith("en", StringComparison.Ordinal) ? WithoutEn(word, 2, first) : word;
    }

    private static string Suffix(string word, int first, int second, bool hadE)
    {
        var ending = StemRegions.Ending(word, "lijk", "baar", "end", "ing", "bar", "ig");
        if (ending is null || word.Length - ending.Length < second)
            return word;
        var rest = word[..^ending.Length];
        var isIg = rest.EndsWith("ig", StringComparison.Ordinal) && rest.Length - 2 >= second && !rest.EndsWith("eig", StringComparison.Ordinal);
        return ending switch
        {
            "end" or "ing" => isIg ? rest[..^2] : Undoubled(rest),
            "ig" => rest.EndsWith('e') ? word : rest,
            "lijk" => LastE(rest, first),
            "bar" => hadE ? rest : word,
            _ => rest,
        };
    }

    private static string UndoubledVowel(string word) =>
        word is [.., var before, 'a' or 'e' or 'o' or 'u', var vowel, var last] && word[^3] == vowel && !IsVowel(before) && !IsVowel(last) && last != 'I'
            ? word[..^2] + last
            : word;

    private static string Undoubled(string word) => StemRegions.Ending(word, "kk", "dd", "tt") is null ? word : word[..^1];

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'è';
}

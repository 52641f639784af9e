namespace VpBot.Explaining.Asking;

/// <summary>The stem of an English word: "complaining" and "complain" are one. The published Snowball algorithm (snowballstem.org, "english").</summary>
internal static class EnglishStem
{
    private static readonly (string Ending, string Instead)[] Second =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
        ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
        ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Ending, string Instead)[] Third =
        [("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] Fourth =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    public static string Of(string word)
    {
        if (word.Length <= 2)
            return word;
        word = Marked(word.TrimStart('\''));
        var first = word switch
        {
            ['g', 'e', 'n', 'e', 'r', ..] or ['a', 'r', 's', 'e', 'n', ..] => 5,
            ['c', 'o', 'm', 'm', 'u', 'n', ..] => 6,
            _ => StemRegions.After(word, 0, IsVowel),
        };
        var second = StemRegions.After(word, first, IsVowel);
        word = LastY(EnglishVerb.Stem(EnglishVerb.WithoutS(word), first));
        word = Replaced(Replaced(word, first, second, Second), first, second, Third);
        word = StemRegions.Ending(word, Fourth) is { } ending && word.Length - ending.Length >= second && (ending != "ion" || word[^4] is 's' or 't') ? word[..^ending.Length] : word;
        return LastLetter(word, first, second).Replace('Y', 'y');
    }

    public static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>True for an ending as in "hop" or "at": after such a syllable a last e belongs to the word.</summary>
    public static bool EndsShort(string word) =>
        (word.Length == 2 && IsVowel(word[0]) && !IsVowel(word[1]))
        || (word.Length > 2 && !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'));

    private static string Marked(string word)
    {
        var letters = word.ToCharArray();
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] == 'y' && (at == 0 || IsVowel(letters[at - 1])))
                letters[at] = 'Y';
        }

        return new string(letters);
    }

    private static string LastY(string word) => word is [_, .., var before, 'y' or 'Y'] && !IsVowel(before) ? word[..^1] + 'i' : word;

    private static string Replaced(string word, int first, int second, (string Ending, string Instead)[] endings)
    {
        foreach (var (ending, instead) in endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var rest = word[..^ending.Length];
            var may = rest.Length >= (ending == "ative" ? second : first) && ending switch
            {
                "ogi" => rest.EndsWith('l'),
                "li" => rest.Length > 0 && "cdeghkmnrt".Contains(rest[^1]),
                _ => true,
            };
            return may ? rest + instead : word;
        }

        return word;
    }

    private static string LastLetter(string word, int first, int second) => word switch
    {
        [.., 'e'] when word.Length - 1 >= second || (word.Length - 1 >= first && !EndsShort(word[..^1])) => word[..^1],
        [.., 'l', 'l'] when word.Length - 1 >= second => word[..^1],
        _ => word,
    };
}

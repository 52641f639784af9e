namespace VpBot.Explaining.Asking;

/// <summary>The two regions of a word in which the Snowball algorithms may remove an ending: each begins after the first consonant that follows a vowel.</summary>
internal static class StemRegions
{
    public static int After(string word, int from, Func<char, bool> isVowel)
    {
        var at = from;
        while (at < word.Length && !isVowel(word[at]))
            at++;
        while (at < word.Length && isVowel(word[at]))
            at++;
        return Math.Min(word.Length, at + 1);
    }

    /// <summary>The longest of the endings that the word has; null when it has none.</summary>
    public static string? Ending(string word, params ReadOnlySpan<string> longestFirst)
    {
        foreach (var ending in longestFirst)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return ending;
        }

        return null;
    }
}

using System.Text.RegularExpressions;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

/// <summary>
/// How plain a text is: Douma's reading ease for Dutch (206.84 − 77 × syllables per word − 0.93 × words per sentence) and Flesch's
/// for English (206.835 − 84.6 × and 1.015 ×). Sixty and more is plain.
/// </summary>
internal static partial class Readability
{
    private static readonly string[] KnownStems = ["vertrouwenspersoon", "vertrouwenspersonen", "vertrouwelijk", "werkgever", "medewerker", "leidinggevende", "klachtencommissie"];

    private static readonly string[] KnownEndings = ["", "s", "n", "e", "heid"];

    /// <summary>Long words that every reader here knows: they count as two syllables.</summary>
    private static readonly HashSet<string> Known = [.. KnownStems.SelectMany(stem => KnownEndings.Select(ending => stem + ending))];

    public static IReadOnlyList<string> Sentences(string markdown) =>
    [
        .. markdown.Split('\n').Select(Plain).Where(line => line.Length > 0)
            .SelectMany(line => SentenceEnd().Split(line)).Select(sentence => sentence.Trim()).Where(sentence => Words(sentence).Count > 0),
    ];

    public static IReadOnlyList<string> Words(string sentence) => [.. Word().Matches(sentence).Select(match => match.Value)];

    public static double Ease(IReadOnlyList<string> sentences, Tongue tongue)
    {
        var words = sentences.SelectMany(Words).ToList();
        if (words.Count == 0)
            return 100;
        var (perWord, perSentence) = ((double)words.Sum(word => Syllables(word, tongue)) / words.Count, (double)words.Count / sentences.Count);
        return tongue == Tongue.Dutch ? 206.84 - (77 * perWord) - (0.93 * perSentence) : 206.835 - (84.6 * perWord) - (1.015 * perSentence);
    }

    /// <summary>The words of the longest sentence.</summary>
    public static int Longest(IReadOnlyList<string> sentences) => sentences.Select(sentence => Words(sentence).Count).DefaultIfEmpty().Max();

    public static int Syllables(string word, Tongue tongue)
    {
        // Two capitals and more are read letter by letter.
        if (word.Length is > 1 and < 5 && word.All(char.IsUpper))
            return word.Length;
        var small = word.ToLowerInvariant();
        if (tongue == Tongue.Dutch)
            return Known.Contains(small) ? 2 : Math.Max(1, DutchVowels().Count(small));
        return Math.Max(1, EnglishVowels().Count(SilentEnding().Replace(small, "")));
    }

    /// <summary>The words of a line as they are read aloud: no marks, no addresses.</summary>
    private static string Plain(string line) => Marks().Replace(Links().Replace(line, "$1"), "").Trim();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(#+|-|\d+\.)\s+|\*\*|[{}]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.?:…])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    private static partial Regex Word();

    // A vowel with two dots begins a syllable of its own, and so does a vowel after "ij" or "ui".
    [GeneratedRegex(@"[ëïöü]|ij|ui|[aeiouyáéíóúèêâ]+?(?=[ëïöü])|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ou|au|ei|[aeiouyáéíóúèêâ]")]
    private static partial Regex DutchVowels();

    // A last e is silent, and so is the e of "-ed", save after t and d, and of most "-es".
    [GeneratedRegex(@"(?<=[^laeiouy])e$|(?<=[^aeioulsxz])les?$(?<=[aeiouy]les?)|(?<=[^tdaeiouy])ed$|(?<=[^sxzcgaeiouyh])es$")]
    private static partial Regex SilentEnding();

    [GeneratedRegex(@"[aeiouy]+")]
    private static partial Regex EnglishVowels();
}

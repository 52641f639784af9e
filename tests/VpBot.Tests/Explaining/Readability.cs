using System.Text.RegularExpressions;

namespace VpBot.Tests.Explaining;

/// <summary>Counts words and syllables of a reviewed text, as Douma's reading ease for Dutch asks (206.84 − 77 × syllables per word − 0.93 × words per sentence).</summary>
internal static partial class Readability
{
    /// <summary>Long words that every reader here knows: they count as two syllables.</summary>
    private static readonly string[] Known =
        ["vertrouwenspersoon", "vertrouwenspersonen", "vertrouwelijk", "vertrouwelijke", "werkgever", "medewerker", "leidinggevende", "klachtencommissie"];

    public static IReadOnlyList<string> Sentences(string markdown) =>
    [
        .. markdown.Split('\n').Select(Plain).Where(line => line.Length > 0)
            .SelectMany(line => SentenceEnd().Split(line)).Select(sentence => sentence.Trim()).Where(sentence => Words(sentence).Count > 0),
    ];

    public static IReadOnlyList<string> Words(string sentence) => [.. Word().Matches(sentence).Select(match => match.Value)];

    public static double Ease(IReadOnlyList<string> sentences)
    {
        var words = sentences.SelectMany(Words).ToList();
        return 206.84 - (77d * words.Sum(Syllables) / words.Count) - (0.93 * words.Count / sentences.Count);
    }

    public static int Syllables(string word)
    {
        var small = word.ToLowerInvariant();
        return Known.Contains(small) ? 2 : Math.Max(1, Vowels().Count(small));
    }

    /// <summary>The words of a line as they are read aloud: no marks, no addresses.</summary>
    private static string Plain(string line) =>
        Marks().Replace(Links().Replace(line, "$1"), "").Trim();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(#+|-|\d+\.)\s+|\*\*")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[.?:…])\s+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    private static partial Regex Word();

    // A vowel with two dots begins a syllable of its own, and so does a vowel after "ij" or "ui".
    [GeneratedRegex(@"[ëïöü]|ij|ui|[aeiouyáéíóúèêâ]+?(?=[ëïöü])|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ou|au|ei|[aeiouyáéíóúèêâ]")]
    private static partial Regex Vowels();
}

using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>What two texts are compared by: what they mean, which words follow each other, and the letters of their words.</summary>
internal sealed class Features(Tongue tongue, IReadOnlyList<QuestionPage> pages)
{
    private const double Following = 0.5;
    private const double Small = 0.4;

    private readonly Weighing _weighing = new(
        tongue,
        pages.SelectMany(page => page.Phrasings.Append(page.Text)).SelectMany(text => Stems.Of(text, tongue)).ToHashSet(),
        WordList.Read("everyday", tongue));

    private readonly HashSet<string> _small = [.. WordList.Read("small", tongue).SelectMany(group => group.Words)];

    public Dictionary<string, double> Meant(string text) => _weighing.Of(text);

    /// <param name="mend">True for what somebody typed just now: a word that nobody knows is taken for the one it looks like.</param>
    public Dictionary<string, double> Words(string text, bool mend = false)
    {
        var words = _weighing.Of(text, mend);
        var stems = Stems.Of(text, tongue);
        foreach (var (first, next) in stems.Zip(stems.Skip(1)))
            words[$"{first} {next}"] = Following;
        return words;
    }

    /// <summary>Every three and four letters in a row within a word; small words say little.</summary>
    public Dictionary<string, double> Letters(string text)
    {
        var letters = new Dictionary<string, double>();
        foreach (var stem in Stems.Of(text, tongue))
        {
            var (word, weight) = ($"^{stem}$", _small.Contains(stem) ? Small : 1);
            foreach (var length in new[] { 3, 4 })
            {
                for (var at = 0; at + length <= word.Length; at++)
                    letters[word.Substring(at, length)] = Math.Max(weight, letters.GetValueOrDefault(word.Substring(at, length)));
            }
        }

        return letters;
    }
}

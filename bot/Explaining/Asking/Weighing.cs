using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>
/// What a text is about: its stems, what they stand for in the everyday words, and the parts of its compounds, each with a
/// weight. "Klachtenprocedure" is also a little about "klacht".
/// </summary>
internal sealed class Weighing(Tongue tongue, IReadOnlyCollection<string> known, IReadOnlyList<WordGroup> everyday)
{
    private const double Part = 0.5;
    private const double Meaning = 1.2;
    private const double Guess = 0.8;
    private const int ShortestPart = 4;

    private readonly IReadOnlyList<WordGroup> _everyday = everyday;
    private readonly HashSet<string> _known = [.. known, .. everyday.SelectMany(group => group.Words)];

    /// <param name="mend">True for what somebody typed just now: a word that nobody knows is taken for the one it looks like.</param>
    public Dictionary<string, double> Of(string text, bool mend = false)
    {
        var stems = Stems.Of(text, tongue).Select(stem => (Stem: stem, Weight: 1d)).ToList();
        if (mend)
            stems = [.. stems.Select(one => Mended(one.Stem))];
        var weights = new Dictionary<string, double>();
        foreach (var (stem, weight) in stems)
        {
            weights[stem] = Math.Max(weight, weights.GetValueOrDefault(stem));
            foreach (var part in Parts(stem))
                weights[part] = Math.Max(Part, weights.GetValueOrDefault(part));
        }

        IReadOnlyList<string> said = [.. stems.Select(one => one.Stem)];
        foreach (var group in _everyday.Where(group => group.IsSaidIn(said)))
            weights['#' + group.Name] = Meaning;
        return weights;
    }

    private (string Stem, double Weight) Mended(string stem) =>
        _known.Contains(stem) || Parts(stem).Any() || Spelling.Nearest(stem, _known) is not { } near ? (stem, 1) : (near, Guess);

    /// <summary>Two known words, with or without a sound between them; of more than one way the one with the longest beginning.</summary>
    private IEnumerable<string> Parts(string stem)
    {
        for (var cut = Math.Min(stem.Length, 40) - ShortestPart; cut >= ShortestPart; cut--)
        {
            var (head, tail) = (stem[..cut], stem[cut..]);
            if (_known.Contains(tail) && HeadOf(head) is { } first)
                return [first, tail];
        }

        return [];
    }

    private string? HeadOf(string head) =>
        new[] { head, Without(head, "s"), Without(head, "en"), Without(head, "e") }.FirstOrDefault(one => one is { Length: >= ShortestPart } && _known.Contains(one));

    private static string? Without(string word, string sound) => word.EndsWith(sound, StringComparison.Ordinal) ? word[..^sound.Length] : null;
}

using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>A page with how well it fits, from 0 to 1.</summary>
internal sealed record Fit(QuestionPage Page, double Score);

/// <summary>
/// Compares what somebody typed with every phrasing we have, in this process and in bounded time. A page fits when some of its
/// phrasings are nearly the same, when its words together are, and when its letters are: the last forgives errors and compounds.
/// </summary>
internal sealed class Ranking
{
    // Chosen by leaving a quarter of the phrasings out and asking for them.
    private const double Phrasing = 0.3;
    private const double Whole = 0.45;
    private const double Letter = 0.25;
    private const double InAnswer = 0.2;
    private const double Again = 0.7;
    private static readonly double[] Nearest = [0.5, 0.3, 0.2];

    /// <summary>From here on somebody typed one of our phrasings, but for the order of the words.</summary>
    private const double Same = 0.97;

    private readonly Features _features;
    private readonly Rarities _words;
    private readonly Rarities _letters;
    private readonly IReadOnlyList<Known> _pages;

    public Ranking(IReadOnlyList<QuestionPage> pages, Tongue tongue)
    {
        _features = new Features(tongue, pages);
        var seen = pages.Select(page => (Page: page, Words: page.Phrasings.Select(phrasing => _features.Words(phrasing)).ToList(), Letters: page.Phrasings.Select(_features.Letters).ToList())).ToList();
        _words = new Rarities(seen.SelectMany(page => page.Words));
        _letters = new Rarities(seen.SelectMany(page => page.Letters));
        _pages = [.. seen.Select(page => new Known(page.Page, [.. page.Words.Select(_words.Weighed)], _words.Weighed(Together(page.Words, page.Page.Text)), [.. page.Letters.Select(_letters.Weighed)]))];
    }

    /// <summary>Every page that has something of it, the best first.</summary>
    public IReadOnlyList<Fit> Of(string question)
    {
        var (words, letters) = (_words.Weighed(_features.Words(question, mend: true)), _letters.Weighed(_features.Letters(question)));
        return [.. _pages
            .Select(page => new Fit(page.Page, Score(page, words, letters)))
            .Where(fit => fit.Score > 0).OrderByDescending(fit => fit.Score).ThenBy(fit => fit.Page.Id, StringComparer.Ordinal)];
    }

    private static double Score(Known page, Vector words, Vector letters) =>
        page.Phrasings.Any(phrasing => words.Like(phrasing) >= Same) ? 1
        : (Phrasing * Near(words, page.Phrasings)) + (Whole * words.Like(page.Together)) + (Letter * Near(letters, page.Letters));

    /// <summary>Everything that is said on a page. What is said in many ways counts more, but not as often as it is said.</summary>
    private Dictionary<string, double> Together(IEnumerable<Dictionary<string, double>> phrasings, string answer)
    {
        var together = phrasings.SelectMany(phrasing => phrasing).Concat(_features.Meant(answer).Select(word => new KeyValuePair<string, double>(word.Key, word.Value * InAnswer)));
        return together.GroupBy(word => word.Key).ToDictionary(word => word.Key, word => Math.Pow(word.Sum(one => one.Value), Again));
    }

    /// <summary>The nearest phrasings: one that happens to look alike does not decide alone.</summary>
    private static double Near(Vector asked, IReadOnlyList<Vector> phrasings) =>
        phrasings.Select(asked.Like).OrderDescending().Zip(Nearest, static (like, weight) => like * weight).Sum();

    private sealed record Known(QuestionPage Page, IReadOnlyList<Vector> Phrasings, Vector Together, IReadOnlyList<Vector> Letters);
}

using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>A page with how well it fits, from 0 to 1.</summary>
internal sealed record Fit(QuestionPage Page, double Score);

/// <summary>
/// Compares what somebody typed with every question we have, in this process and in bounded time. Rare words weigh more; a page
/// fits when one of its phrasings is nearly the same, and when little of what was typed is missing from it.
/// </summary>
internal sealed class Ranking
{
    // Chosen with the questions to tune with, beside the tests.
    private const double Small = 0.4;
    private const double InAnswer = 0.2;
    private const double OfPhrasing = 0.4;

    private readonly Weighing _weighing;
    private readonly IReadOnlyList<Known> _pages;
    private readonly Dictionary<string, double> _rarity;
    private readonly double _unheard;
    private readonly HashSet<string> _small;

    public Ranking(IReadOnlyList<QuestionPage> pages, Tongue tongue)
    {
        var vocabulary = pages.SelectMany(page => page.Phrasings.Append(page.Text)).SelectMany(text => Stems.Of(text, tongue)).ToHashSet();
        _weighing = new Weighing(tongue, vocabulary, WordList.Read("everyday", tongue));
        _small = [.. WordList.Read("small", tongue).SelectMany(group => group.Ways).Select(way => way[0])];
        _pages = [.. pages.Select(page => new Known(page, [.. page.Phrasings.Select(phrasing => _weighing.Of(phrasing))], _weighing.Of(page.Text)))];
        _rarity = _pages.SelectMany(page => page.Words).CountBy(word => word).ToDictionary(count => count.Key, count => Rarity(pages.Count, count.Value));
        _unheard = Rarity(pages.Count, 0.5);
    }

    /// <summary>Every page that has a word of it, the best first.</summary>
    public IReadOnlyList<Fit> Of(string question)
    {
        var asked = _weighing.Of(question, mend: true);
        var whole = asked.Sum(word => word.Value * Weight(word.Key));
        return whole == 0
            ? []
            : [.. _pages.Select(page => new Fit(page.Page, Score(page, asked, whole))).Where(fit => fit.Score > 0)
                .OrderByDescending(fit => fit.Score).ThenBy(fit => fit.Page.Id, StringComparer.Ordinal)];
    }

    private double Score(Known page, Dictionary<string, double> asked, double whole)
    {
        var same = page.Phrasings.Max(phrasing => 2 * Shared(asked, phrasing) / (whole + phrasing.Sum(word => word.Value * Weight(word.Key))));
        var covered = asked.Sum(word => Weight(word.Key) * Math.Min(word.Value, Math.Max(page.Best(word.Key), InAnswer * page.Answer.GetValueOrDefault(word.Key)))) / whole;
        return (OfPhrasing * same) + ((1 - OfPhrasing) * covered);
    }

    private double Shared(Dictionary<string, double> asked, Dictionary<string, double> phrasing) =>
        asked.Sum(word => Math.Min(word.Value, phrasing.GetValueOrDefault(word.Key)) * Weight(word.Key));

    private double Weight(string word) => _small.Contains(word) ? Small : _rarity.GetValueOrDefault(word, _unheard);

    /// <summary>A word that is on every page says nearly nothing; the root keeps one rare word from deciding alone.</summary>
    private static double Rarity(int pages, double having) => Math.Sqrt(Math.Log(1 + (pages / having)) - Math.Log(2) + 0.05);

    private sealed record Known(QuestionPage Page, IReadOnlyList<Dictionary<string, double>> Phrasings, Dictionary<string, double> Answer)
    {
        public IEnumerable<string> Words => Phrasings.SelectMany(phrasing => phrasing.Keys).Concat(Answer.Keys).Distinct();

        public double Best(string word) => Phrasings.Max(phrasing => phrasing.GetValueOrDefault(word));
    }
}

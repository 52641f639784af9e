using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>What there is to say to a question.</summary>
/// <param name="Best">Null when nothing fits well enough: then we say so.</param>
/// <param name="Near">What may be meant as well.</param>
/// <param name="HelpFirst">True when a word was in it that may be about danger.</param>
public sealed record Answered(QuestionPage? Best, IReadOnlyList<QuestionPage> Near, bool HelpFirst);

/// <summary>Finds answers to a question in somebody's own words. The question is an argument and stays one: it is kept nowhere.</summary>
public static class Answering
{
    public const int LongestQuestion = 300;

    /// <summary>From here on an answer is shown as the answer. Measured with the questions beside the tests.</summary>
    private const double Sure = 0.38;

    /// <summary>From here on it may be what was meant.</summary>
    private const double Perhaps = 0.1;

    /// <summary>Two that fit nearly as well are both shown, and neither as the answer, unless they fit very well.</summary>
    private const double Apart = 0.06;
    private const double VerySure = 0.7;

    private const int MostNear = 2;

    private static readonly Dictionary<string, Lazy<Ranking>> Rankings =
        Tongue.All.ToDictionary(tongue => tongue.Code, tongue => new Lazy<Ranking>(() => new Ranking(QuestionBook.In(tongue), tongue)));

    /// <summary>Begins to compare the texts with each other, each language by itself, while somebody still writes: the first question need not wait.</summary>
    public static void Prepare()
    {
        foreach (var ranking in Rankings.Values.Where(ranking => !ranking.IsValueCreated))
            _ = Task.Run(() => ranking.Value);
    }

    /// <summary>In the language of the room, and else in the other: people ask in the one they think in.</summary>
    public static Answered To(string question, Tongue tongue)
    {
        var fits = Tongue.All.OrderByDescending(other => other == tongue).Select(other => Rankings[other.Code].Value.Of(question)).ToList();
        var chosen = fits.FirstOrDefault(found => found is [var best, ..] && best.Score >= Sure, fits[0]);
        var pages = chosen.Where(fit => fit.Score >= Perhaps).Take(MostNear + 1).Select(fit => QuestionBook.Find(fit.Page.Id, tongue)!).ToList();
        return IsSure(chosen)
            ? new(pages[0], [.. pages.Skip(1)], DangerSigns.In(question))
            : new(null, pages, DangerSigns.In(question));
    }

    private static bool IsSure(IReadOnlyList<Fit> fits) => fits switch
    {
        [var best, ..] when best.Score >= VerySure => true,
        [var best, var next, ..] => best.Score >= Sure && best.Score - next.Score >= Apart,
        [var best] => best.Score >= Sure,
        _ => false,
    };
}

using System.Net;
using VpBot.Conversation;

namespace VpBot.Explaining.Asking;

/// <summary>What was found, as a page: help first where a word was about danger, then the answer, then what may be meant as well.</summary>
internal static class AnswerPrompt
{
    public const string Talk = "/talk";
    public const string Explain = "/explain";
    public const string Start = "/start";

    private const string Help = "help-right-now";

    public static Prompt.Read Of(Answered answer, Setting setting)
    {
        var words = setting.Words<AskingPhrases>();
        // Beside the numbers for help nothing is guessed at.
        var near = answer.HelpFirst ? [] : answer.Near;
        IReadOnlyList<Option> ways = [.. ReadOn(answer, setting), .. near.Select(AskSteps.ToPage), .. Onward(setting)];
        if (answer.HelpFirst)
            return new(words.HelpTitle, words.HelpWhy, QuestionBook.Find(Help, setting.Tongue)!.Html + (answer.Best is { } besides ? Besides(besides, words) : ""), ways);
        return answer.Best is { } best
            ? new(best.Title, Reviewed(best, setting), best.Html, ways)
            : new(words.NotKnownTitle, answer.Near.Count > 0 ? words.NotSure : words.NotKnown, "", ways);
    }

    public static IReadOnlyList<Option> Onward(Setting setting)
    {
        var words = setting.Words<AskingPhrases>();
        return [new(AskSteps.Again, words.AskAgain), new(Talk, words.Talk), new(Explain, words.Subjects), new(Start, words.ToStart)];
    }

    private static IEnumerable<Option> ReadOn(Answered answer, Setting setting)
    {
        var subject = answer.HelpFirst ? Help : answer.Best?.ReadOn;
        return subject is null ? [] : [AskSteps.ToSubject(subject, setting.Words<AskingPhrases>().ReadOn(ContentBook.Page(subject, setting.Tongue).Title))];
    }

    /// <summary>Our own words in our own marks: nothing of what was typed is on the page.</summary>
    private static string Besides(QuestionPage page, AskingPhrases words) =>
        $"<h2>{WebUtility.HtmlEncode(words.Besides)}</h2>\n<h3>{WebUtility.HtmlEncode(page.Title)}</h3>\n{page.Html}";

    private static string Reviewed(QuestionPage page, Setting setting)
    {
        var words = setting.Words<ExplainingPhrases>();
        return page.Status == "reviewed" ? words.ReviewedOn(page.Reviewed, page.Reviewer) : words.Draft(page.Reviewer);
    }
}

using VpBot.Conversation;
using VpBot.Explaining.Asking;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Explaining;

internal static class ExplainingSteps
{
    private const string TalkGoal = "talk";
    private const string Next = "next";

    public static readonly string[] Walk = ["what-an-advisor-does", "what-an-advisor-does-not-do", "confidential-and-its-limits", "internal-or-external"];

    /// <summary>In the order in which people need them; a subject that is not named here comes last.</summary>
    private static readonly string[] Others =
    [
        .. new[] { "help-right-now", "what-my-employer-sees", "topics", "being-accused", "talk-report-complaint", "complaint-procedure", "referral-guide" }
            .Union(ContentBook.Subjects).Except(Walk),
    ];

    /// <summary>Every subject, as somebody meets them.</summary>
    public static IReadOnlyList<string> InOrder => [.. Walk, .. Others];

    public static readonly WaterfallDialog<ReadingDraft> Dialog = new(Explain.GoalName, [.. Walk.Select(Chapter), Chosen(), More()]);

    private static Step<ReadingDraft> Chapter(string subject) => new(subject)
    {
        Question = (_, setting) => ContentBook.Page(subject, setting.Tongue).Title,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Read.Contains(subject),
        Said = (_, setting) => setting.Words<ExplainingPhrases>().WasRead,
        Clear = draft => draft with { Read = [.. draft.Read.Where(read => read != subject)], Subject = null },
        Ask = (_, setting) => Page(subject, setting, setting.Words<ExplainingPhrases>().Next),
        Take = (draft, reply, _) => new Taken<ReadingDraft>.Accepted(Leaving(draft with { Read = [.. draft.Read, subject] }, reply)),
    };

    private static Step<ReadingDraft> Chosen() => new("Chosen")
    {
        Question = (draft, setting) => draft.Subject is { } subject ? ContentBook.Page(subject, setting.Tongue).Title : "",
        Applies = (draft, _) => draft.Subject is not null,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => draft.Subject is null,
        Said = (_, _) => "",
        Clear = draft => draft with { Subject = null },
        Ask = (draft, setting) => Page(draft.Subject!, setting, setting.Words<ExplainingPhrases>().OtherSubject),
        Take = (draft, reply, _) => new Taken<ReadingDraft>.Accepted(Leaving(draft with { Subject = null }, reply)),
    };

    private static Step<ReadingDraft> More() => new("More")
    {
        Question = (_, setting) => setting.Words<ExplainingPhrases>().MoreQuestion,
        Touches = static (_, _) => [Surface.Answers],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<ExplainingPhrases>();
            var subjects = Others.Select(subject => Listed(subject, setting.Tongue));
            return new Prompt.Choose(
                words.MoreQuestion,
                words.MoreWhy,
                [new Option(TalkGoal, words.FindAdvisor, words.FindAdvisorDetail), .. Asking(setting), .. subjects, new Option(Goal<ReadingDraft>.Start, words.ToStart)],
                words.Go);
        },
        Take = (draft, reply, setting) => reply.Only switch
        {
            TalkGoal or Ask.GoalName or Goal<ReadingDraft>.Start => new Taken<ReadingDraft>.Accepted(Leaving(draft, reply)),
            var subject when ContentBook.Subjects.Contains(subject) => new Taken<ReadingDraft>.Accepted(draft with { Subject = subject }),
            _ => new Taken<ReadingDraft>.Rejected(setting.Words<ExplainingPhrases>().ChooseOne),
        },
    };

    /// <summary>A text that is not there in this language is listed as it will be read.</summary>
    private static Option Listed(string subject, Tongue tongue)
    {
        var spoken = ContentBook.Has(subject, tongue) ? tongue : tongue.Reviewed;
        var page = ContentBook.Page(subject, spoken);
        return new(page.Subject, page.Title, page.Summary) { Lang = spoken == tongue ? null : spoken.Code };
    }

    private static IEnumerable<Option> Asking(Setting setting)
    {
        var words = setting.Words<AskingPhrases>();
        return setting.AsCards ? [] : [new(Ask.GoalName, words.Way, words.WayDetail)];
    }

    private static Prompt.Read Page(string subject, Setting setting, string next)
    {
        var words = setting.Words<ExplainingPhrases>();
        return Explain.Page(
            subject, setting, [new Option(Next, next), new Option(TalkGoal, words.FindAdvisor), new Option(Goal<ReadingDraft>.Start, words.ToStart)]);
    }

    private static ReadingDraft Leaving(ReadingDraft draft, Reply reply) =>
        reply.Only is TalkGoal or Ask.GoalName or Goal<ReadingDraft>.Start ? draft with { Leave = reply.Only } : draft;
}

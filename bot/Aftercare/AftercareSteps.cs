using System.Globalization;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Aftercare;

/// <summary>The steps of aftercare: whether and when to be asked, the question, and where the answer leads.</summary>
internal static class AftercareSteps
{
    public const string Yes = "yes";
    public const string Talk = "talk";
    public const string Back = "back";
    public const string Referral = "referral-guide";
    public const string Numbers = "help-right-now";

    public static readonly WaterfallDialog<AftercareDraft> Dialog = new(AftercareGoal.GoalName, [Enough(), Sure(), Next(), Distance()]);

    private static Step<AftercareDraft> Enough() => new("Enough")
    {
        Question = (_, setting) => setting.Words<AftercarePhrases>().EnoughQuestion,
        Applies = (draft, _) => draft.IsDue || draft.Answer is not null,
        Touches = static (_, _) => [Surface.Answers, Surface.Aftercare],
        Answered = draft => draft.Answer is not null,
        Said = (draft, setting) => setting.Words<AftercarePhrases>().Answer(draft.Answer!.Value),
        Clear = draft => draft with { Answer = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<AftercarePhrases>();
            return new Prompt.Choose(
                words.EnoughQuestion, words.EnoughWhy,
                [.. Enum.GetValues<AftercareAnswer>().Select(answer => new Option(answer.ToString(), words.Answer(answer), words.AnswerDetail(answer)))], words.Go);
        },
        Take = (draft, reply, setting) => Read(reply.Only) switch
        {
            null => new Taken<AftercareDraft>.Rejected(setting.Words<AftercarePhrases>().ChooseOne),
            AftercareAnswer.RatherNot => new Taken<AftercareDraft>.Accepted(draft with { Answer = AftercareAnswer.RatherNot, Command = Yes }),
            var answer => new Taken<AftercareDraft>.Accepted(draft with { Answer = answer }),
        },
    };

    private static Step<AftercareDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<AftercarePhrases>().SureQuestion,
        Applies = (draft, _) => draft.Answer is not null,
        Touches = static (_, _) => [Surface.Aftercare],
        Answered = draft => draft.Answer is null,
        Said = (_, _) => "",
        Clear = draft => draft with { Answer = null },
        Ask = AskSure,
        Take = (draft, reply, setting) => AskSure(draft, setting).IsYes(reply)
            ? new Taken<AftercareDraft>.Accepted(draft with { Command = Yes })
            : new Taken<AftercareDraft>.Rejected(setting.Words<AftercarePhrases>().SureChanged),
    };

    private static Prompt.Confirm AskSure(AftercareDraft draft, Setting setting)
    {
        var words = setting.Words<AftercarePhrases>();
        var advisor = draft.Row is { } row ? setting.Employer.Advisor(row.Advisor)?.Name : null;
        return new(words.SureQuestion, words.SureWhy, [new(advisor ?? words.TheAdvisor, words.AdvisorReads(draft.Answer!.Value))], words.SureAfter, words.SureGo);
    }

    private static Step<AftercareDraft> Next() => new("Next")
    {
        Question = (draft, setting) => setting.Words<AftercarePhrases>().NextTitle(draft.Given!.Answer),
        Applies = (draft, _) => draft.Given is not null,
        Touches = static (_, _) => [Surface.Aftercare],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<AftercarePhrases>();
            var answer = draft.Given!.Answer;
            return new Prompt.Tell(words.NextTitle(answer), words.NextWhy(answer), [words.CallProvider(setting.Employer.Provider.Phone)], [], null, [.. Ways(answer, words)]);
        },
        Take = (draft, reply, setting) => new Taken<AftercareDraft>.Accepted(
            Ways(draft.Given!.Answer, setting.Words<AftercarePhrases>()).Any(way => way.Value == reply.Only) ? draft with { Command = reply.Only } : draft),
    };

    private static IEnumerable<Option> Ways(AftercareAnswer answer, AftercarePhrases words)
    {
        if (answer is AftercareAnswer.AnotherTalk or AftercareAnswer.RatherNot)
            yield return new(Talk, words.AnotherTalk);
        if (answer is AftercareAnswer.OtherHelp or AftercareAnswer.RatherNot)
            yield return new(Referral, words.ReadReferral);
        if (answer is AftercareAnswer.OtherHelp)
            yield return new(Numbers, words.ReadNumbers);
        yield return new(Back, words.BackToTalk);
    }

    private static Step<AftercareDraft> Distance() => new("Distance")
    {
        Question = (_, setting) => setting.Words<AftercarePhrases>().DistanceQuestion,
        Touches = static (_, _) => [Surface.Request, Surface.Aftercare],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) => draft.Row is null ? AskGone(setting) : AskDistance(draft, setting),
        Take = (draft, reply, setting) =>
            draft.Row is null || Options(draft, setting).Any(option => option.Value == reply.Only)
                ? new Taken<AftercareDraft>.Accepted(draft with { Command = draft.Row is null ? Back : reply.Only })
                : new Taken<AftercareDraft>.Rejected(setting.Words<AftercarePhrases>().ChooseOne),
    };

    private static Prompt.Tell AskGone(Setting setting)
    {
        var words = setting.Words<AftercarePhrases>();
        return new(words.Gone, words.GoneWhy, [], [], null, [new(Back, words.BackToTalk)]);
    }

    private static Prompt.Choose AskDistance(AftercareDraft draft, Setting setting)
    {
        var words = setting.Words<AftercarePhrases>();
        var why = draft.Row!.AftercareAt is { } now ? words.DistanceNow(setting.Tongue.SayDay(now)) : words.DistanceWhy;
        return new(words.DistanceQuestion, why, [.. Options(draft, setting)], words.Go);
    }

    private static IEnumerable<Option> Options(AftercareDraft draft, Setting setting)
    {
        var words = setting.Words<AftercarePhrases>();
        yield return new("0", words.RatherNotAsked, words.RatherNotAskedDetail(setting.Tongue.SayDay(draft.Forgotten[0])));
        foreach (var weeks in AftercareBook.Distances)
        {
            var moment = draft.Row!.WeeksAfter(weeks);
            if (moment <= setting.Now)
                continue;
            var count = weeks.ToString(CultureInfo.InvariantCulture);
            yield return new(
                count, weeks == 1 ? words.AfterOneWeek : words.AfterWeeks(count),
                words.AfterDetail(setting.Tongue.SayDay(moment), setting.Tongue.SayDay(draft.Forgotten[weeks])));
        }
    }

    private static AftercareAnswer? Read(string text) =>
        Enum.GetNames<AftercareAnswer>().Contains(text) && Enum.TryParse<AftercareAnswer>(text, out var answer) ? answer : null;
}

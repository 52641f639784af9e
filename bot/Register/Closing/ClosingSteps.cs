using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Register.Closing;

/// <summary>Four questions with fixed answers, and what happens then.</summary>
internal static class ClosingSteps
{
    private const string ToDesk = "desk";

    public static readonly WaterfallDialog<ClosingDraft> Dialog = new(Close.GoalName, [Gone(), HowMet(), AboutWhat(), WhatFollowed(), HowItStands(), Sure()]);

    /// <summary>The request is not this advisor's to close: answered meanwhile, called off, or closed already.</summary>
    private static Step<ClosingDraft> Gone() => new("Gone")
    {
        Question = (_, setting) => setting.Words<ClosingPhrases>().Gone,
        Applies = (draft, _) => draft.Row is null,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => draft.Row is not null,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<ClosingPhrases>();
            return new Prompt.Tell(words.Gone, words.GoneWhy, [], [], null, [new(ToDesk, words.ToDesk)]);
        },
        Take = (draft, _, _) => new Taken<ClosingDraft>.Accepted(draft with { ToDesk = true }),
    };

    private static Step<ClosingDraft> HowMet() => Choice(
        "Met", words => words.MetQuestion, (draft, words) => draft.IsToCome ? words.MetWhyToCome : words.MetWhy,
        draft => draft.IsToCome ? [Met.NotMet] : Enum.GetValues<Met>(), draft => draft.Met, (draft, met) => draft with { Met = met }, (words, met) => words.Met(met));

    private static Step<ClosingDraft> AboutWhat() => Choice(
        "Matter", words => words.MatterQuestion, (_, words) => words.MatterWhy,
        _ => Enum.GetValues<Matter>(), draft => draft.Matter, (draft, matter) => draft with { Matter = matter }, (words, matter) => words.Matter(matter));

    private static Step<ClosingDraft> WhatFollowed() => Choice(
        "Followed", words => words.FollowedQuestion, (_, words) => words.FollowedWhy,
        _ => Enum.GetValues<Followed>(), draft => draft.Followed, (draft, followed) => draft with { Followed = followed }, (words, followed) => words.Followed(followed));

    private static Step<ClosingDraft> HowItStands() => Choice(
        "Result", words => words.ResultQuestion, (_, words) => words.ResultWhy,
        _ => Enum.GetValues<Result>(), draft => draft.Result, (draft, result) => draft with { Result = result }, (words, result) => words.Result(result));

    private static Step<ClosingDraft> Choice<T>(
        string name,
        Func<ClosingPhrases, string> question,
        Func<ClosingDraft, ClosingPhrases, string> why,
        Func<ClosingDraft, IReadOnlyList<T>> possible,
        Func<ClosingDraft, T?> noted,
        Func<ClosingDraft, T?, ClosingDraft> note,
        Func<RegisterPhrases, T, string> say) where T : struct, Enum => new(name)
        {
            Question = (_, setting) => question(setting.Words<ClosingPhrases>()),
            Applies = (draft, _) => name == "Met" || !draft.NeverMet,
            Touches = static (_, _) => [Surface.Request, Surface.YearlyFigures],
            Answered = draft => noted(draft) is not null,
            Said = (draft, setting) => noted(draft) is { } answer ? say(setting.Words<RegisterPhrases>(), answer) : "",
            Clear = draft => note(draft, null),
            Ask = (draft, setting) =>
            {
                var words = setting.Words<ClosingPhrases>();
                return new Prompt.Choose(
                    question(words), why(draft, words), [.. possible(draft).Select(answer => new Option(answer.ToString(), say(setting.Words<RegisterPhrases>(), answer)))], words.Go);
            },
            Take = (draft, reply, setting) => possible(draft).Where(answer => answer.ToString() == reply.Only).Select(answer => (T?)answer).FirstOrDefault() is { } answer
                ? new Taken<ClosingDraft>.Accepted(note(draft, answer))
                : new Taken<ClosingDraft>.Rejected(setting.Words<ClosingPhrases>().ChooseOne),
        };

    private static Step<ClosingDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<ClosingPhrases>().SureQuestion,
        Touches = static (_, _) => [Surface.Request, Surface.YearlyFigures],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = AskSure,
        Take = (draft, reply, setting) => new Taken<ClosingDraft>.Accepted(AskSure(draft, setting).IsYes(reply) ? draft with { Sure = true } : draft),
    };

    private static Prompt.Confirm AskSure(ClosingDraft draft, Setting setting)
    {
        var words = setting.Words<ClosingPhrases>();
        return new Prompt.Confirm(
            words.SureQuestion, words.SureWhy, [.. Noted(draft, setting), new(words.SureCounted, words.SureCountedHow)],
            draft.IsToCome ? words.SureAfterToCome : words.SureAfter, words.SureGo);
    }

    private static IEnumerable<Line> Noted(ClosingDraft draft, Setting setting)
    {
        if (draft.Note is not { } note)
            yield break;
        var words = setting.Words<RegisterPhrases>();
        yield return new(words.Question(Question.Met), words.Met(note.Met));
        if (draft.NeverMet)
            yield break;
        yield return new(words.Question(Question.Matter), words.Matter(note.Matter));
        yield return new(words.Question(Question.Followed), words.Followed(note.Followed));
        yield return new(words.Question(Question.Result), words.Result(note.Result));
    }
}

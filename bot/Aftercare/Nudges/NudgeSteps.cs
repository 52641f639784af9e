using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Aftercare.Nudges;

internal static class NudgeSteps
{
    public const string Yes = "yes";
    public const string Off = "off";
    private const string Back = "back";

    public static readonly WaterfallDialog<NudgeDraft> Dialog = new(NudgeGoal.GoalName, [When(), Sure()]);

    private static Step<NudgeDraft> When() => new("Moment")
    {
        Question = (_, setting) => setting.Words<NudgesPhrases>().Question,
        Touches = static (_, _) => [Surface.Nudge],
        Answered = draft => draft.Moment is not null,
        Said = (draft, setting) => setting.Words<NudgesPhrases>().Moment(draft.Moment!.Value),
        Clear = draft => draft with { Moment = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<NudgesPhrases>();
            if (draft.Row is null)
                return new Prompt.Tell(words.Gone, words.GoneWhy, [], [], null, [new(Back, words.BackToTalk)]);
            return new Prompt.Choose(words.Question, draft.Now is { } now ? words.WhyOn(words.Moment(now)) : words.WhyOff, [.. Options(words)], words.Go);
        },
        Take = (draft, reply, setting) => reply.Only switch
        {
            Off => new Taken<NudgeDraft>.Accepted(draft with { Command = Off }),
            Back => new Taken<NudgeDraft>.Accepted(draft with { Command = Back }),
            var name => Enum.GetNames<NudgeMoment>().Contains(name) && Enum.TryParse<NudgeMoment>(name, out var moment)
                ? new Taken<NudgeDraft>.Accepted(draft with { Moment = moment })
                : new Taken<NudgeDraft>.Rejected(setting.Words<NudgesPhrases>().ChooseOne),
        },
    };

    private static IEnumerable<Option> Options(NudgesPhrases words) =>
        [new(Off, words.RatherNot, words.RatherNotDetail), .. Enum.GetValues<NudgeMoment>().Select(moment => new Option(moment.ToString(), words.Moment(moment)))];

    private static Step<NudgeDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<NudgesPhrases>().SureQuestion,
        Touches = static (_, _) => [Surface.Nudge],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft with { Moment = null },
        Ask = AskSure,
        Take = (draft, reply, setting) => AskSure(draft, setting).IsYes(reply)
            ? new Taken<NudgeDraft>.Accepted(draft with { Command = Yes })
            : new Taken<NudgeDraft>.Rejected(setting.Words<NudgesPhrases>().SureChanged),
    };

    /// <summary>What the card says, when it comes, who can see it, and what we keep for it.</summary>
    private static Prompt.Confirm AskSure(NudgeDraft draft, Setting setting)
    {
        var words = setting.Words<NudgesPhrases>();
        return new(
            words.SureQuestion,
            words.SureWhy,
            [
                new(words.CardLabel, words.CardSays),
                new(words.WhenLabel, words.WhenWhat(words.Moment(draft.Moment!.Value))),
                new(words.EmployerLabel, words.EmployerSees),
                new(words.KeptLabel, words.KeptWhat),
            ],
            words.SureAfter,
            words.SureGo);
    }
}

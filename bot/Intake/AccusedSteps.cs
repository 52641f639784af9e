using VpBot.Conversation;
using VpBot.Explaining;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>The beginning of the route for somebody about whom something is said. It says nothing that depends on anybody else.</summary>
internal static class AccusedSteps
{
    private const string Go = "go";
    private const string Read = "read";
    private const string ToStart = "start";

    public static readonly WaterfallDialog<TalkDraft> Dialog = new(AccusedTalk.GoalName, [Text(), Nobody(), Welcome(), .. TalkSteps.FromMustNotKnow]);

    private static Step<TalkDraft> Text() => new("Text")
    {
        Question = (_, setting) => setting.Words<AccusedPhrases>().Read,
        Applies = (draft, _) => draft.Reading,
        Touches = static (_, _) => [Surface.Answers],
        Answered = draft => !draft.Reading,
        Said = (_, _) => "",
        Clear = draft => draft with { Reading = false },
        Ask = (_, setting) => Explain.Page("being-accused", setting, [new(Go, setting.Words<AccusedPhrases>().ReadGo)]),
        Take = (draft, _, _) => new Taken<TalkDraft>.Accepted(draft with { Reading = false }),
    };

    private static Step<TalkDraft> Nobody() => new("Nobody")
    {
        Question = (_, setting) => setting.Words<AccusedPhrases>().NobodyQuestion,
        Applies = (draft, setting) => Candidates.OfRoute(draft, setting).Count == 0,
        Touches = static (_, _) => [Surface.Answers],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<AccusedPhrases>();
            return new Prompt.Tell(
                words.NobodyQuestion,
                words.NobodyWhy,
                [words.NobodyCall(setting.Employer.Provider.Phone), words.NeverSaid],
                [],
                null,
                [new(Read, words.Read), new(ToStart, setting.Words<IntakePhrases>().ToStart)]);
        },
        Take = TakeWay,
    };

    private static Step<TalkDraft> Welcome() => new("Welcome")
    {
        Question = (_, setting) => setting.Words<AccusedPhrases>().WelcomeQuestion,
        Touches = TalkSurfaces.OfChoice,
        Answered = draft => draft.Welcomed,
        Said = (_, setting) => setting.Words<AccusedPhrases>().WelcomeSaid,
        Clear = draft => draft with { Welcomed = false },
        Settled = draft => draft.Agreed,
        Ask = (_, setting) =>
        {
            var words = setting.Words<AccusedPhrases>();
            return new Prompt.Tell(
                words.WelcomeQuestion,
                words.WelcomeWhy,
                [words.OwnAdvisors, words.NeverSaid, words.AdmitsNothing, words.NoHour],
                [],
                null,
                [new(Go, words.WelcomeGo), new(Read, words.Read), new(ToStart, setting.Words<IntakePhrases>().ToStart)]);
        },
        Take = TakeWay,
    };

    private static Taken<TalkDraft> TakeWay(TalkDraft draft, Reply reply, Setting setting) => reply.Only switch
    {
        Go => new Taken<TalkDraft>.Accepted(draft with { Welcomed = true }),
        Read => new Taken<TalkDraft>.Accepted(draft with { Reading = true }),
        ToStart => new Taken<TalkDraft>.Accepted(draft with { ToStart = true }),
        _ => new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ChooseOne),
    };
}

using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>Agreeing to what is handed over, word for word, and the return code on its own step.</summary>
internal static class TalkEndSteps
{
    public static IReadOnlyList<Step<TalkDraft>> All => [Consent(), NoteCode()];

    private static Step<TalkDraft> Consent() => new("Consent")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().ConsentQuestion,
        Touches = TalkSurfaces.OfTalk,
        Answered = draft => draft.Agreed,
        Said = (_, setting) => setting.Words<IntakePhrases>().ConsentSaid,
        Clear = draft => draft,
        Settled = draft => draft.Agreed,
        Ask = Ask,
        // Only the button below these very lines agrees: an empty form does not, nor does a page of before a changed answer.
        Take = (draft, reply, setting) => Ask(draft, setting).IsYes(reply)
            ? new Taken<TalkDraft>.Accepted(draft with { Agreed = true })
            : new Taken<TalkDraft>.Rejected(setting.Words<IntakePhrases>().ConsentChanged),
    };

    private static Prompt.Confirm Ask(TalkDraft draft, Setting setting)
    {
        var words = setting.Words<IntakePhrases>();
        var advisor = setting.Employer.Advisor(draft.TimeWith!);
        return new Prompt.Confirm(
            words.ConsentQuestion,
            words.ConsentWhy(advisor?.Name ?? ""),
            [.. Receipt.Of(draft, setting).Select(line => new Line(line.Label, line.Text.Reveal()) { Lang = setting.Tongue.IsReviewed ? null : setting.Tongue.Reviewed.Code })],
            draft.TakeOver == TakeOver.Others ? words.ConsentAfterOthers : words.ConsentAfter,
            words.ConsentGo);
    }

    private static Step<TalkDraft> NoteCode() => new("NoteCode")
    {
        Question = (_, setting) => setting.Words<IntakePhrases>().CodeQuestion,
        Touches = static (draft, setting) => [.. TalkSurfaces.OfTalk(draft, setting), Surface.ReturnCode],
        Answered = draft => draft.CodeNoted,
        Said = (_, setting) => setting.Words<IntakePhrases>().CodeSaid,
        Clear = draft => draft,
        Settled = draft => draft.CodeNoted,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<IntakePhrases>();
            return new Prompt.Tell(
                words.CodeQuestion,
                words.CodeWhy,
                [setting.InTeams ? words.CodeInTeams : words.CodeOwnDevice],
                [],
                draft.Code,
                [new("noted", words.CodeGo)]);
        },
        Take = (draft, _, _) => new Taken<TalkDraft>.Accepted(draft with { CodeNoted = true }),
    };
}

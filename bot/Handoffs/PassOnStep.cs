using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Handoffs;

/// <summary>"I cannot do this": why, and with the same press it goes on.</summary>
internal static class PassOnStep
{
    public static Step<DeskDraft> Why() => new("Why")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().PassOnQuestion,
        Applies = (draft, _) => draft.PassingOn,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => !draft.PassingOn,
        Said = (_, _) => "",
        Clear = draft => draft with { PassingOn = false },
        Ask = (_, setting) =>
        {
            var words = setting.Words<HandoffsPhrases>();
            return new Prompt.Choose(words.PassOnQuestion, words.PassOnWhy, [.. Enum.GetValues<PassOnReason>().Select(reason => OptionOf(reason, words))], words.PassOnGo);
        },
        Take = (draft, reply, setting) => Enum.GetValues<PassOnReason>().Where(reason => reason.ToString() == reply.Only).ToList() is [var chosen]
            ? new Taken<DeskDraft>.Accepted(draft with { Command = HandoffActions.PassOn, Reason = chosen })
            : new Taken<DeskDraft>.Rejected(setting.Words<HandoffsPhrases>().PassOnChoose),
    };

    /// <summary>What an advisor reads on the desk afterwards; after a conflict of interest nothing at all.</summary>
    public static string? Afterwards(PassOnReason? reason, HandoffsPhrases words) => reason switch
    {
        PassOnReason.Absence => words.PassedOnAbsence,
        PassOnReason.Workload => words.PassedOnWorkload,
        PassOnReason.Conflict or PassOnReason.RatherNot or null => null,
        _ => throw new InvalidOperationException($"{reason} is no reason."),
    };

    private static Option OptionOf(PassOnReason reason, HandoffsPhrases words) =>
        new(reason.ToString(), words.Reason(reason), reason == PassOnReason.Conflict ? words.ConflictDetail : null);
}

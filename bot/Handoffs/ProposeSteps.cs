using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Handoffs;

/// <summary>Another time, from the advisor's own free ones: choose it, and be sure.</summary>
internal static class ProposeSteps
{
    public const string Refresh = "refresh";
    public const string Keep = "keep";

    public static Step<DeskDraft> NewTime() => new("NewTime")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().ProposeQuestion,
        Applies = (draft, _) => draft.Proposing,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => draft.ProposeTo is not null,
        Said = (draft, setting) => AppointmentLines.Say(draft.ProposeTo!.Value, setting),
        Clear = draft => draft.ProposeTo is null ? draft with { Proposing = false } : draft with { ProposeTo = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<HandoffsPhrases>();
            return (Prompt?)FreeTimesPage.Ask(draft.Offer, setting, words.ProposeQuestion, words.ProposeWhy)
                ?? new Prompt.Tell(
                    draft.Offer is Availability.Known ? words.ProposeNoTime : words.ProposeSilent, words.ProposeNothingChanged, [], [], null,
                    [new(Refresh, words.DeskRefresh), new(Keep, words.ProposeKeep)]);
        },
        Take = Take,
    };

    public static Step<DeskDraft> Sure() => new("SureTime")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().ProposeSure,
        Applies = (draft, _) => draft.Proposing,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => !draft.Proposing,
        Said = (_, _) => "",
        Clear = draft => draft with { ProposeTo = null },
        Ask = AskSure,
        Take = (draft, reply, setting) => AskSure(draft, setting).IsYes(reply)
            ? new Taken<DeskDraft>.Accepted(draft with { Command = HandoffActions.Propose })
            : new Taken<DeskDraft>.Rejected(setting.Words<HandoffsPhrases>().RequestChanged),
    };

    private static Taken<DeskDraft> Take(DeskDraft draft, Reply reply, Setting setting)
    {
        switch (reply.Only)
        {
            case Keep:
                return new Taken<DeskDraft>.Accepted(draft with { Proposing = false });
            case Refresh:
                return new Taken<DeskDraft>.Accepted(draft);
        }

        var words = setting.Words<HandoffsPhrases>();
        return FreeTimesPage.Chosen(draft.Offer, reply) is { } start
            ? new Taken<DeskDraft>.Accepted(draft with { ProposeTo = start })
            : new Taken<DeskDraft>.Rejected(reply.Values.Count == 0 ? words.ProposeChoose : words.ProposeTaken);
    }

    private static Prompt.Confirm AskSure(DeskDraft draft, Setting setting)
    {
        var words = setting.Words<HandoffsPhrases>();
        IReadOnlyList<Line> lines = draft is { Row: { } row, ProposeTo: { } start }
            ? [new(words.OldTimeLabel, AppointmentLines.Say(row.StartsAt, setting)), new(words.NewTimeLabel, AppointmentLines.Say(start, setting))]
            : [];
        return new Prompt.Confirm(words.ProposeSure, words.ProposeSureWhy, lines, words.ProposeSureAfter, words.ProposeGo);
    }
}

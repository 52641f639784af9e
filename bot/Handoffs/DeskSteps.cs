using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Handoffs;

internal static class DeskSteps
{
    private const string Refresh = "refresh";
    private const string Back = "back";

    public static readonly WaterfallDialog<DeskDraft> Dialog = new(Desk.GoalName, [Which(), PassOnStep.Why(), ProposeSteps.NewTime(), ProposeSteps.Sure(), Request()]);

    private static Step<DeskDraft> Which() => new("Which")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().DeskQuestion,
        Applies = (draft, _) => draft.Id is null,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => draft.Id is not null,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<HandoffsPhrases>();
            return draft.Waiting.Count == 0
                ? new Prompt.Tell(words.DeskEmpty, words.DeskEmptyWhy, [], [], null, [new(Refresh, words.DeskRefresh), .. draft.Ways])
                : new Prompt.Choose(words.DeskQuestion, words.DeskWhy, [.. draft.Waiting.Select(row => OptionOf(row, setting, words)), .. draft.Ways.Select(way => way with { Group = words.Group(DeskGroup.Further) })], words.DeskOpen);
        },
        Take = (draft, reply, _) => new Taken<DeskDraft>.Accepted(
            draft.Ways.Any(way => way.Value == reply.Only) ? draft with { Towards = reply.Only }
            : draft.Waiting.FirstOrDefault(row => row.Id == reply.Only) is { } row ? draft with { Id = row.Id, Round = row.Round } : draft),
    };

    private static Step<DeskDraft> Request() => new("Request")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().RequestWhy,
        Touches = static (_, _) => [Surface.Request],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) =>
        {
            var words = setting.Words<HandoffsPhrases>();
            var back = new Option(Back, words.DeskBack);
            return draft.Row is not { } row
                ? new Prompt.Tell(words.RequestGone, null, [], [], null, [back])
                : new Prompt.Tell(words.RequestState(row.State), Why(row, words), Until(row, setting, words), Lines(draft, setting), null, [.. Answers(row, setting, words), .. draft.RequestWays, back]);
        },
        Take = (draft, reply, _) => new Taken<DeskDraft>.Accepted(reply.Only switch
        {
            HandoffActions.Accept => draft with { Command = HandoffActions.Accept },
            HandoffActions.PassOn => draft with { PassingOn = true },
            HandoffActions.Propose => draft with { Proposing = true, ProposeTo = null },
            Back => new(),
            var value when draft.RequestWays.Any(way => way.Value == value) => draft with { Towards = value },
            _ => draft,
        }),
    };

    private static Option OptionOf(AppointmentRow row, Setting setting, HandoffsPhrases words) => new(
        row.Id,
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(row.StartsAt), setting.Tongue.SayTime(row.StartsAt)),
        words.RequestState(row.State))
    {
        Group = words.Group(DeskGroups.Of(row, setting.Now)),
    };

    private static string Why(AppointmentRow row, HandoffsPhrases words) =>
        row.State == AppointmentState.Cancelled ? words.CardStatus(CardState.Cancelled)
        : row.State == AppointmentState.Closed ? words.CardStatus(CardState.Closed) : words.RequestWhy;

    /// <summary>Until when somebody is waited for, and what happens then; of what was closed, when it is forgotten.</summary>
    private static IReadOnlyList<string> Until(AppointmentRow row, Setting setting, HandoffsPhrases words) =>
        row.State == AppointmentState.Closed ? [words.RequestForgottenOn(setting.Tongue.SayDay(row.ForgetAt))]
        : row.AnswerBy is not { } moment ? []
        : HandoffActions.IsOpen(row.State) ? [words.AnswerBefore(AppointmentLines.Say(moment, setting))]
        : row.KeepsOldTime ? [words.EmployeeChoosesBefore(AppointmentLines.Say(moment, setting))]
        : [];

    /// <summary>What the employee agreed to; of a talk that was called off or closed the reference only, as on the card.</summary>
    private static IReadOnlyList<Line> Lines(DeskDraft draft, Setting setting) =>
        draft.Handoff is not { } handoff ? []
        : draft.Row is { State: AppointmentState.Cancelled or AppointmentState.Closed } ? [.. HandoffView.ReferenceOnly(handoff).Select(line => new Line(line.Label, line.Text))]
        : [.. handoff.Lines.Select(line => new Line(line.Label, line.Text.Reveal())), .. Proposed(draft.Row, setting)];

    private static IEnumerable<Line> Proposed(AppointmentRow? row, Setting setting) =>
        row is { State: AppointmentState.Proposed, ProposedAt: { } start } ? [new(setting.Words<HandoffsPhrases>().NewTimeLabel, AppointmentLines.Say(start, setting))] : [];

    private static IEnumerable<Option> Answers(AppointmentRow row, Setting setting, HandoffsPhrases words)
    {
        if (HandoffActions.IsOpen(row.State))
            yield return new(HandoffActions.Accept, words.Accept);
        if (TalkProposals.CanPropose(row, setting.Now))
            yield return new(HandoffActions.Propose, words.Propose);
        if (HandoffActions.CanPassOn(row.State))
            yield return new(HandoffActions.PassOn, words.PassOn);
    }
}

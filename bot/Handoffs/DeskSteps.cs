using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Handoffs;

internal static class DeskSteps
{
    private const string Refresh = "refresh";
    private const string Back = "back";

    public static readonly WaterfallDialog<DeskDraft> Dialog = new(Desk.GoalName, [Which(), Sure(), Request()]);

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
                : new Prompt.Choose(words.DeskQuestion, words.DeskWhy, [.. draft.Waiting.Select(row => OptionOf(row, setting, words)), .. draft.Ways], words.DeskOpen);
        },
        Take = (draft, reply, _) => new Taken<DeskDraft>.Accepted(
            draft.Ways.Any(way => way.Value == reply.Only) ? draft with { Towards = reply.Only }
            : draft.Waiting.FirstOrDefault(row => row.Id == reply.Only) is { } row ? draft with { Id = row.Id, Round = row.Round } : draft),
    };

    private static Step<DeskDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<HandoffsPhrases>().SureQuestion,
        Applies = (draft, _) => draft.PassingOn,
        Touches = static (_, _) => [Surface.Request],
        Answered = draft => !draft.PassingOn,
        Said = (_, setting) => setting.Words<HandoffsPhrases>().SureSaid,
        Clear = draft => draft with { PassingOn = false },
        Ask = AskSure,
        Take = (draft, reply, setting) => new Taken<DeskDraft>.Accepted(
            AskSure(draft, setting).IsYes(reply) ? draft with { Command = HandoffActions.PassOn } : draft),
    };

    private static Prompt.Confirm AskSure(DeskDraft draft, Setting setting)
    {
        var words = setting.Words<HandoffsPhrases>();
        return new Prompt.Confirm(words.SureQuestion, words.SureWhy, Lines(draft), words.SureAfter, words.SureGo);
    }

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
                : new Prompt.Tell(words.RequestState(row.State), Why(row, words), [], Lines(draft), null, [.. Answers(row, words), .. draft.RequestWays, back]);
        },
        Take = (draft, reply, _) => new Taken<DeskDraft>.Accepted(reply.Only switch
        {
            HandoffActions.Accept => draft with { Command = HandoffActions.Accept },
            HandoffActions.PassOn => draft with { PassingOn = true },
            Back => draft with { Id = null, PassingOn = false },
            var value when draft.RequestWays.Any(way => way.Value == value) => draft with { Towards = value },
            _ => draft,
        }),
    };

    private static Option OptionOf(AppointmentRow row, Setting setting, HandoffsPhrases words) => new(
        row.Id,
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(row.StartsAt), setting.Tongue.SayTime(row.StartsAt)),
        words.RequestState(row.State));

    private static string Why(AppointmentRow row, HandoffsPhrases words) =>
        row.State == AppointmentState.Cancelled ? words.CardStatus(CardState.Cancelled) : words.RequestWhy;

    /// <summary>What the employee agreed to; of a talk that was called off the reference only, as on the card.</summary>
    private static IReadOnlyList<Line> Lines(DeskDraft draft) =>
        draft.Handoff is not { } handoff ? []
        : draft.Row is { State: AppointmentState.Cancelled } ? [.. HandoffView.ReferenceOnly(handoff).Select(line => new Line(line.Label, line.Text))]
        : [.. handoff.Lines.Select(line => new Line(line.Label, line.Text.Reveal()))];

    private static IEnumerable<Option> Answers(AppointmentRow row, HandoffsPhrases words)
    {
        if (row.State is AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen)
            yield return new(HandoffActions.Accept, words.Accept);
        if (row.State is not AppointmentState.Cancelled)
            yield return new(HandoffActions.PassOn, words.PassOn);
    }
}

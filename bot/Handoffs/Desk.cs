using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>The advisor's desk: what is waiting, and an answer to it. An advisor sees their own requests and no others.</summary>
public sealed class Desk(
    AppointmentBook book, HandoffActions actions, EmployerDirectory directory, IEnumerable<IWayIn> ways, IEnumerable<IRequestWay> requestWays)
    : Goal<DeskDraft>(DeskSteps.Dialog, static () => DeskJson.Default.DeskDraft)
{
    public const string GoalName = "desk";

    /// <summary>Newest first, so that no number of talks that were hides one that is to come.</summary>
    private const int MostRequests = 200;

    private static readonly AppointmentState[] ForAdvisor = [.. Enum.GetValues<AppointmentState>().Where(HandoffActions.IsForAdvisor)];

    public override bool AtTheDesk => true;

    /// <summary>A draft that looks at one request, for a goal that was entered from it.</summary>
    public static byte[] LookAt(AppointmentRow row) =>
        JsonSerializer.SerializeToUtf8Bytes(new DeskDraft { Id = row.Id, Round = row.Round }, DeskJson.Default.DeskDraft);

    protected override DeskDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<DeskDraft> GatherAsync(Database db, DeskDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.Id is not { } id)
        {
            return draft with
            {
                Waiting = await WaitingAsync(db, guest, setting),
                Ways = await ways.OfferedAsync(atTheDesk: true, db, setting, guest),
            };
        }

        var found = await book.FindAsync(db, id);
        if (found is null || found.Advisor != guest.Advisor || found.Round != draft.Round)
            return draft.Looking() with { Row = null, Handoff = null };
        book.See(found);
        // What was possible a moment ago may not be any more; the page then says how it stands.
        if ((draft.PassingOn && !HandoffActions.CanPassOn(found.State)) || (draft.Proposing && !TalkProposals.CanPropose(found, setting.Now)))
            draft = draft.Looking();
        return draft with
        {
            Row = found,
            Handoff = book.HandoffOf(found),
            RequestWays = await requestWays.OfferedAsync(atTheDesk: true, db, found, directory.ByKey(found.Employer), setting, guest),
            Offer = draft is { Proposing: true, ProposeTo: null } && directory.Advisor(found.Advisor) is { } self
                ? (await book.FreeAsync([self], new Wanted(_ => found.Slot.Length, found.Id)))[self.Id]
                : null,
        };
    }

    protected override async Task<Effect<DeskDraft>> ActAsync(Database db, DeskDraft before, DeskDraft after, Setting setting, Guest guest)
    {
        var draft = after.Kept();
        if (after.Towards is { } towards)
            return new(draft, null, after.Row is { } from ? requestWays.Of(atTheDesk: true, towards, directory.ByKey(from.Employer))?.Go(from) : new Outcome.GoTo(towards));
        if (after.Command is not { } verb || draft.Id is not { } id || directory.Advisor(guest.Advisor!) is not { } advisor)
            return new(draft);
        var words = setting.Words<HandoffsPhrases>();
        var row = await book.FindAsync(db, id);
        if (verb == HandoffActions.Propose)
            return await ProposeAsync(db, draft, row, advisor, words);
        var wasOpen = row is not null && row.Round == draft.Round && row.Advisor == advisor.Id && HandoffActions.CanPassOn(row.State);
        var passedOn = await actions.ActAsync(db, row, draft.Round, advisor, verb, after.Reason);
        return passedOn
            ? new(new(), PassOnStep.Afterwards(after.Reason, words))
            : new(draft.Looking(), wasOpen ? null : words.RequestChanged);
    }

    private async Task<Effect<DeskDraft>> ProposeAsync(Database db, DeskDraft draft, AppointmentRow? row, Advisor advisor, HandoffsPhrases words) =>
        draft.ProposeTo is not { } start ? new(draft) : await actions.ProposeAsync(db, row, draft.Round, advisor, start) switch
        {
            Proposing.Done => new(draft.Looking()),
            Proposing.TimeTaken => new(draft with { ProposeTo = null }, words.ProposeTaken),
            Proposing.CalendarSilent => new(draft, words.ProposeSilentAtLast),
            Proposing.RequestChanged => new(draft.Looking(), words.RequestChanged),
            var other => throw new InvalidOperationException($"{other} is no outcome."),
        };

    /// <summary>Tracked, and looked at again: what this turn just changed is not saved yet.</summary>
    private static async Task<IReadOnlyList<AppointmentRow>> WaitingAsync(Database db, Guest guest, Setting setting)
    {
        var rows = await db.Set<AppointmentRow>()
            .Where(row => row.Advisor == guest.Advisor && ForAdvisor.Contains(row.State))
            .OrderByDescending(row => row.StartsAt).Take(MostRequests).ToListAsync();
        return [.. rows.Where(row => row.Advisor == guest.Advisor && HandoffActions.IsForAdvisor(row.State))
            .OrderBy(row => DeskGroups.Of(row, setting.Now)).ThenBy(row => row.StartsAt)];
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>What an advisor does with a request, from the card or the desk. An answer of an earlier round changes nothing.</summary>
public sealed class HandoffActions(IDbContextFactory<Database> databases, AppointmentBook book, TalkChanges changes, TalkProposals proposals, EmployerDirectory directory, Outbox outbox, TimeProvider clock)
    : ICardActions
{
    public const string Refresh = "handoff.refresh";
    public const string Accept = "handoff.accept";
    public const string PassOn = "handoff.passOn";

    /// <summary>At the desk only: a card has no times to choose from.</summary>
    public const string Propose = "handoff.propose";

    public async Task<IProviderCard?> PressAsync(CardPress press, CancellationToken stopping)
    {
        if (press.Verb is not (Refresh or Accept or PassOn)
            || !press.Data.TryGetValue("appointment", out var id)
            || !press.Data.TryGetValue("round", out var roundText)
            || !int.TryParse(roundText, NumberStyles.None, CultureInfo.InvariantCulture, out var round))
        {
            return null;
        }

        for (var attempt = 0; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            try
            {
                var row = await book.FindAsync(db, id);
                var passedOn = await ActAsync(db, row, round, press.Advisor, press.Verb);
                await outbox.SaveAsync(db, stopping);
                return passedOn
                    ? new HandoffCard(id, roundText, CardState.PassedOn, [], press.UserId)
                    : HandoffView.Card(id, row, row is null ? null : book.HandoffOf(row), round, press.Advisor, press.UserId);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // Somebody else changed the request at the same moment: look again at how it stands now.
            }
        }
    }

    /// <summary>Carries one answer out; true when the request was passed on.</summary>
    /// <param name="reason">As it was said at the desk; a card asks for none.</param>
    public async Task<bool> ActAsync(Database db, AppointmentRow? row, int round, Advisor advisor, string verb, PassOnReason? reason = null)
    {
        if (row is null || row.Round != round || row.Advisor != advisor.Id || directory.ByKey(row.Employer) is not { } employer)
            return false;
        var open = IsOpen(row.State);
        switch (verb)
        {
            case Accept when open:
                book.Accept(row);
                return false;
            case PassOn when CanPassOn(row.State):
                // After a conflict of interest the card says what every card says whose request is not there.
                await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice, reason == PassOnReason.Conflict ? EndReason.Forgotten : EndReason.PassedOn);
                HandoffsMetrics.Count(reason);
                return true;
            case Refresh when open:
                book.See(row);
                return false;
            default:
                return false;
        }
    }

    /// <summary>Proposes another time to the employee. Nothing is locked while the advisor's own calendar is asked.</summary>
    public async Task<Proposing> ProposeAsync(Database db, AppointmentRow? row, int round, Advisor advisor, DateTimeOffset start)
    {
        if (row is null || row.Round != round || row.Advisor != advisor.Id || !TalkProposals.CanPropose(row, clock.GetUtcNow()))
            return Proposing.RequestChanged;
        return await book.IsFreeNowAsync(advisor, row.Slot with { Start = start }) switch
        {
            null => Proposing.CalendarSilent,
            true when await proposals.ProposeAsync(db, row, advisor, start) => Proposing.Done,
            _ => Proposing.TimeTaken,
        };
    }

    /// <summary>The advisor has it, or it is on its way to them, and has not answered.</summary>
    public static bool IsOpen(AppointmentState state) => state is AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen;

    public static bool CanPassOn(AppointmentState state) => IsOpen(state) || state is AppointmentState.Accepted or AppointmentState.Proposed;

    public static bool IsForAdvisor(AppointmentState state) => CanPassOn(state) || state is AppointmentState.Cancelled or AppointmentState.Closed;
}

/// <summary>What became of a proposal at the desk.</summary>
public enum Proposing
{
    Done,
    TimeTaken,
    CalendarSilent,
    RequestChanged,
}

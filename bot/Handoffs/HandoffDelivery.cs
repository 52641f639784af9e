using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>
/// Brings a request to the advisor of its round. It may be carried twice, in the window between Teams' answer and our commit:
/// the advisor then sees the same card with the same reference twice, and both act on the same request.
/// </summary>
internal sealed class HandoffDelivery(
    AppointmentBook book,
    TalkDepartures departures,
    TalkChanges changes,
    IAdvisorChat chat,
    EmployerDirectory directory,
    Outbox outbox,
    HandoffsSettings settings,
    TimeProvider clock) : ICarrier
{
    public string Kind => TalkDepartures.DeliverKind;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.HandoffStep) is not { } step
            || await book.FindAsync(db, step.Appointment) is not { State: AppointmentState.Sending or AppointmentState.Accepted } appointment
            || appointment.Round != step.Round || appointment.DeliveredAt is not null
            || directory.ByKey(appointment.Employer) is not { } employer)
        {
            return new Departure.Done();
        }

        var agreed = book.HandoffOf(appointment);
        var sending = employer.Advisor(appointment.Advisor) switch
        {
            // The settings changed meanwhile, and say now that this advisor must not know.
            { } outside when agreed?.MayGoTo(outside, employer) == false => new Sending.Blocked(),
            ExternalAdvisor external when agreed is { } handoff =>
                await chat.HandOverAsync(external, user => HandoffView.Card(appointment.Id, appointment, handoff, appointment.Round, external, user), stopping),
            InternalAdvisor colleague => await chat.CallAsync(colleague, stopping),
            _ => new Sending.Blocked(),
        };
        if (sending is Sending.Later later && clock.GetUtcNow() < row.CreatedAt + settings.GiveUpAfter)
            return new Departure.Again(later.After);
        await SettleAsync(db, appointment, step.Round, employer, sending);
        return new Departure.Done();
    }

    /// <summary>
    /// In one transaction, on what is true by now: while the card was on its way, the advisor may have answered and the employee
    /// may have called it off. A time that is given back here is given back only together with the rest.
    /// </summary>
    private async Task SettleAsync(Database db, AppointmentRow before, int round, Employer employer, Sending sending)
    {
        var asked = before.Advisor;
        var onItsWay = sending is Sending.Arrived { ActivityId: { Length: > 0 } id } ? id : null;
        await db.Database.BeginTransactionAsync();
        db.Entry(before).State = EntityState.Detached;
        if (await book.FindAsync(db, before.Id) is not { } appointment)
        {
            if (onItsWay is not null)
                departures.RecallForgotten(db, before, round, asked, onItsWay);
            return;
        }

        if (appointment.Round != round)
        {
            if (onItsWay is not null)
                departures.Recall(db, appointment, round, asked, onItsWay);
            return;
        }

        if (sending is Sending.Arrived arrived)
        {
            book.Arrived(appointment, arrived.ActivityId, employer.Advisor(appointment.Advisor));
            // Called off or closed while the card was on its way: the card must not stay as it left.
            if (appointment.State is AppointmentState.Cancelled or AppointmentState.Closed)
                departures.Recall(db, appointment, round, asked, arrived.ActivityId);
        }
        else if (appointment.State == AppointmentState.Sending)
        {
            await changes.PassOnAsync(db, appointment, employer, AppointmentState.Undelivered);
            HandoffsMetrics.Undelivered.Add(1);
        }
    }
}

/// <summary>Tells an advisor that nothing is asked of them any more: the card is brought up to date, and a cancellation is announced.</summary>
internal sealed class HandoffEnding(IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, HandoffsSettings settings, TimeProvider clock)
    : ICarrier
{
    public string Kind => TalkDepartures.EndKind;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.HandoffEnd) is not { } end || clock.GetUtcNow() > row.CreatedAt + settings.GiveUpAfter)
            return new Departure.Done();
        var sending = directory.Advisor(end.Advisor) switch
        {
            ExternalAdvisor external => await TellAsync(end, external, stopping),
            InternalAdvisor colleague when end.Aloud => await chat.CallAsync(colleague, stopping),
            _ => new Sending.Blocked(),
        };
        return sending is Sending.Later later ? new Departure.Again(later.After) : new Departure.Done();
    }

    private async Task<Sending> TellAsync(HandoffEnd end, ExternalAdvisor advisor, CancellationToken stopping)
    {
        var reference = HandoffView.ReferenceOnly(end.Reference);
        var state = end.Why switch
        {
            EndReason.PassedOn => CardState.PassedOn,
            EndReason.Cancelled => CardState.Cancelled,
            EndReason.Moved => CardState.Moved,
            EndReason.Forgotten => CardState.Over,
            EndReason.Unanswered => CardState.WentOn,
            EndReason.Kept => CardState.Kept,
            EndReason.Closed => CardState.Closed,
            _ => throw new InvalidOperationException($"{end.Why} is no end."),
        };
        HandoffCard Draw(string user) => new(end.Appointment, HandoffView.Text(end.Round), state, reference, user);

        // An edit makes no sound, so a cancellation is also a new message.
        if (end.CardId is { } card && await chat.RefreshAsync(advisor, card, Draw, stopping) is Sending.Later later)
            return later;
        return end.Aloud ? await chat.HandOverAsync(advisor, Draw, stopping) : new Sending.Arrived("");
    }
}

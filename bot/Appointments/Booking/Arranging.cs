using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>
/// Brings a booked talk into the advisor's own mailbox, one step per row of the outbox: meeting, read back, event; then the
/// handoff leaves. While Graph is silent the hold stays and nothing is confirmed. A meeting whose settings did not take is
/// deleted, and the talk is not arranged. The window in which a step can happen twice: a meeting (it has no calendar entry and
/// nobody sees it); an event is recognised by its transaction id, and a move names the time itself.
/// </summary>
internal sealed class Arranging(
    IMailbox mailbox,
    ICalendar calendar,
    AppointmentBook book,
    TalkDepartures departures,
    TalkChanges changes,
    EmployerDirectory directory,
    Outbox outbox,
    IDbContextFactory<Database> databases) : ICarrier
{
    private const int MostSpoiled = 3;
    private static readonly TimeSpan SpoiledPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Kind => TalkDepartures.ArrangeKind;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.ArrangeStep) is not { } step)
            return new Departure.Done();
        var appointment = await book.FindAsync(db, step.Appointment);
        if (appointment is not { State: AppointmentState.Arranging } || appointment.Round != step.Round)
            return await AfterCancellingAsync(row, step, appointment, db, stopping);
        if (directory.Advisor(appointment.Advisor) is not ExternalAdvisor advisor || directory.ByKey(appointment.Employer) is not { } employer)
            return new Departure.Done();
        var talk = new Talk(db, appointment, advisor, employer);
        return step.Stage switch
        {
            ArrangeStage.Check => await CheckAsync(talk),
            ArrangeStage.Meeting => await MeetingAsync(talk, stopping),
            ArrangeStage.Verify => await VerifyAsync(talk, stopping),
            ArrangeStage.Event => await EventAsync(talk, row.Attempts, stopping),
            ArrangeStage.MoveEvent => await MoveEventAsync(talk, stopping),
            ArrangeStage.MoveMeeting => await MoveMeetingAsync(talk, stopping),
            _ => throw new InvalidOperationException($"{step.Stage} is not a stage."),
        };
    }

    private async Task<Departure> CheckAsync(Talk talk)
    {
        switch (await calendar.IsFreeNowAsync(talk.Advisor, talk.Row.Slot))
        {
            case null:
                return new Departure.Again(Patience);
            case false:
                await changes.PassOnAsync(talk.Db, talk.Row, talk.Employer, AppointmentState.NeedsChoice);
                return new Departure.Done();
            default:
                departures.Arrange(talk.Db, talk.Row, TalkDepartures.FirstStage(book.HandoffOf(talk.Row)?.Way ?? WayToMeet.Phone));
                talk.Row.Revision++;
                return new Departure.Done();
        }
    }

    private async Task<Departure> MeetingAsync(Talk talk, CancellationToken stopping)
    {
        // Made and kept by an earlier attempt, whose next step is on its way.
        if (departures.ArrangedOf(talk.Row).Meeting is not null)
            return new Departure.Done();
        switch (await mailbox.CreateMeetingAsync(talk.Advisor, talk.Row.Slot, stopping))
        {
            case MailboxAnswer<string>.Done done:
                departures.Keep(talk.Row, departures.ArrangedOf(talk.Row) with { Meeting = done.Value });
                departures.Arrange(talk.Db, talk.Row, ArrangeStage.Verify);
                return await SaveAsync(talk, done.Value, null);
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            default:
                return await GiveUpAsync(talk);
        }
    }

    private async Task<Departure> VerifyAsync(Talk talk, CancellationToken stopping)
    {
        var arranged = departures.ArrangedOf(talk.Row);
        switch (await mailbox.ReadMeetingAsync(talk.Advisor, arranged.Meeting!, stopping))
        {
            case MailboxAnswer<OnlineMeetingSeen>.Done { Value: { SettingsTook: true } seen }:
                departures.Keep(talk.Row, arranged with { MeetingNumber = seen.MeetingId, Passcode = seen.Passcode, JoinUrl = seen.JoinUrl });
                departures.Arrange(talk.Db, talk.Row, ArrangeStage.Event);
                return new Departure.Done();
            case MailboxAnswer<OnlineMeetingSeen>.Later later:
                return new Departure.Again(later.After);
            default:
                return await GiveUpAsync(talk);
        }
    }

    private async Task<Departure> EventAsync(Talk talk, int earlierAttempts, CancellationToken stopping)
    {
        var reference = book.HandoffOf(talk.Row)?.Reference ?? "";
        switch (await mailbox.CreateEventAsync(talk.Advisor, talk.Row.Slot, TransactionId(talk.Row.Id, talk.Row.Round), reference, stopping))
        {
            case MailboxAnswer<string>.Done done:
                departures.Keep(talk.Row, departures.ArrangedOf(talk.Row) with { Event = done.Value });
                departures.Arranged(talk.Db, talk.Row);
                return await SaveAsync(talk, null, done.Value);
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            // It may have been made, and only its answer was spoiled: asked again, Graph gives that same event.
            case MailboxAnswer<string>.Refused { Fault: CalendarFault.Nonsense } when earlierAttempts < MostSpoiled:
                return new Departure.Again(SpoiledPause);
            default:
                return await GiveUpAsync(talk);
        }
    }

    private async Task<Departure> MoveEventAsync(Talk talk, CancellationToken stopping)
    {
        var arranged = departures.ArrangedOf(talk.Row);
        switch (await mailbox.MoveEventAsync(talk.Advisor, arranged.Event!, talk.Row.Slot, stopping))
        {
            case MailboxAnswer<bool>.Done when arranged.Meeting is null:
                return Arranged(talk);
            case MailboxAnswer<bool>.Done:
                departures.Arrange(talk.Db, talk.Row, ArrangeStage.MoveMeeting);
                talk.Row.Revision++;
                return new Departure.Done();
            case MailboxAnswer<bool>.Later later:
                return new Departure.Again(later.After);
            default:
                return MakeAnew(talk);
        }
    }

    private async Task<Departure> MoveMeetingAsync(Talk talk, CancellationToken stopping) =>
        await mailbox.MoveMeetingAsync(talk.Advisor, departures.ArrangedOf(talk.Row).Meeting!, talk.Row.Slot, stopping) switch
        {
            MailboxAnswer<bool>.Done => Arranged(talk),
            MailboxAnswer<bool>.Later later => new Departure.Again(later.After),
            _ => MakeAnew(talk),
        };

    private Departure.Done Arranged(Talk talk)
    {
        departures.Arranged(talk.Db, talk.Row);
        talk.Row.Revision++;
        return new Departure.Done();
    }

    /// <summary>What should move is not there any more. What is left of it goes, and the talk is made at its new time.</summary>
    private Departure.Done MakeAnew(Talk talk)
    {
        departures.Undo(talk.Db, talk.Row);
        departures.Ask(talk.Db, talk.Row, talk.Advisor, book.HandoffOf(talk.Row)?.Way ?? WayToMeet.Phone);
        talk.Row.Revision++;
        return new Departure.Done();
    }

    /// <summary>Saves what was made, or takes it back at once when the employee called the talk off in the meantime.</summary>
    private async Task<Departure> SaveAsync(Talk talk, string? meeting, string? eventId)
    {
        try
        {
            await talk.Db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await databases.CreateDbContextAsync();
            departures.Undo(fresh, talk.Row.Employer, talk.Advisor.Id, meeting, eventId);
            await fresh.SaveChangesAsync();
            talk.Db.ChangeTracker.Clear();
        }

        outbox.Ring();
        return new Departure.Done();
    }

    private async Task<Departure> GiveUpAsync(Talk talk)
    {
        await changes.PassOnAsync(talk.Db, talk.Row, talk.Employer, AppointmentState.Undelivered);
        return new Departure.Done();
    }

    /// <summary>
    /// The talk was called off, moved or forgotten while this step was on its way. An earlier attempt may have reached the mailbox without our
    /// knowing: asking again with the same transaction id gives that same event, which then goes.
    /// </summary>
    private async Task<Departure> AfterCancellingAsync(OutboxRow row, ArrangeStep step, AppointmentRow? appointment, Database db, CancellationToken stopping)
    {
        var calledOff = appointment is null || appointment.Round != step.Round
            || appointment.State == AppointmentState.Cancelled || TalkChanges.IsWithNobody(appointment.State);
        if (step.Stage != ArrangeStage.Event || row.Attempts == 0 || !calledOff
            || directory.Advisor(step.Advisor) is not ExternalAdvisor { Mailbox: not null } advisor)
        {
            return new Departure.Done();
        }

        switch (await mailbox.CreateEventAsync(advisor, appointment?.Slot ?? step.Slot, TransactionId(step.Appointment, step.Round), "", stopping))
        {
            case MailboxAnswer<string>.Done done:
                departures.Undo(db, row.Employer, advisor.Id, null, done.Value);
                return new Departure.Done();
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            default:
                return new Departure.Done();
        }
    }

    private static string TransactionId(string appointment, int round) => $"{appointment}-{round}";

    private sealed record Talk(Database Db, AppointmentRow Row, ExternalAdvisor Advisor, Employer Employer);
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>
/// Brings a booked talk into the advisor's own mailbox, one step per row of the outbox: meeting, read back, event; then the
/// handoff leaves. While Graph is silent the hold stays and nothing is confirmed. A meeting whose settings did not take is
/// deleted, and the talk is not arranged. The window in which a step can happen twice: a meeting (it has no calendar entry and
/// nobody sees it); an event is recognised by its transaction id.
/// </summary>
internal sealed class Arranging(IMailbox mailbox, AppointmentBook book, EmployerDirectory directory, Outbox outbox, IDbContextFactory<Database> databases)
    : ICarrier
{
    public string Kind => AppointmentBook.ArrangeKind;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.ArrangeStep) is not { } step)
            return new Departure.Done();
        var appointment = await book.FindAsync(db, step.Appointment);
        if (appointment is not { State: AppointmentState.Arranging } || appointment.Round != step.Round)
            return await AfterCancellingAsync(row, step, appointment, db, stopping);
        if (directory.Advisor(appointment.Advisor) is not ExternalAdvisor advisor || directory.ByKey(appointment.Employer) is not { } employer)
            return new Departure.Done();
        return step.Stage switch
        {
            ArrangeStage.Meeting => await MeetingAsync(db, appointment, advisor, employer, stopping),
            ArrangeStage.Verify => await VerifyAsync(db, appointment, advisor, employer, stopping),
            ArrangeStage.Event => await EventAsync(db, appointment, advisor, employer, stopping),
            _ => throw new InvalidOperationException($"{step.Stage} is not a stage."),
        };
    }

    private async Task<Departure> MeetingAsync(Database db, AppointmentRow row, ExternalAdvisor advisor, Employer employer, CancellationToken stopping)
    {
        // Made and kept by an earlier attempt, whose next step is on its way.
        if (book.ArrangedOf(row).Meeting is not null)
            return new Departure.Done();
        switch (await mailbox.CreateMeetingAsync(advisor, row.Slot, stopping))
        {
            case MailboxAnswer<string>.Done done:
                book.Arranged(db, row, book.ArrangedOf(row) with { Meeting = done.Value }, ArrangeStage.Verify);
                return await SaveAsync(db, row, done.Value, null);
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            default:
                return await GiveUpAsync(db, row, employer);
        }
    }

    private async Task<Departure> VerifyAsync(Database db, AppointmentRow row, ExternalAdvisor advisor, Employer employer, CancellationToken stopping)
    {
        var arranged = book.ArrangedOf(row);
        switch (await mailbox.ReadMeetingAsync(advisor, arranged.Meeting!, stopping))
        {
            case MailboxAnswer<OnlineMeetingSeen>.Done { Value.SettingsTook: true } done:
                book.Arranged(db, row, arranged with { MeetingNumber = done.Value.MeetingId, Passcode = done.Value.Passcode }, ArrangeStage.Event);
                return new Departure.Done();
            case MailboxAnswer<OnlineMeetingSeen>.Later later:
                return new Departure.Again(later.After);
            default:
                return await GiveUpAsync(db, row, employer);
        }
    }

    private async Task<Departure> EventAsync(Database db, AppointmentRow row, ExternalAdvisor advisor, Employer employer, CancellationToken stopping)
    {
        var reference = book.HandoffOf(row)?.Reference ?? "";
        switch (await mailbox.CreateEventAsync(advisor, row.Slot, TransactionId(row), reference, stopping))
        {
            case MailboxAnswer<string>.Done done:
                book.Arranged(db, row, book.ArrangedOf(row) with { Event = done.Value }, null);
                return await SaveAsync(db, row, null, done.Value);
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            default:
                return await GiveUpAsync(db, row, employer);
        }
    }

    /// <summary>Saves what was made, or takes it back at once when the employee called the talk off in the meantime.</summary>
    private async Task<Departure> SaveAsync(Database db, AppointmentRow row, string? meeting, string? eventId)
    {
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var fresh = await databases.CreateDbContextAsync();
            book.Undo(fresh, row, meeting, eventId);
            await fresh.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        outbox.Ring();
        return new Departure.Done();
    }

    private async Task<Departure> GiveUpAsync(Database db, AppointmentRow row, Employer employer)
    {
        await book.PassOnAsync(db, row, employer, AppointmentState.Undelivered);
        return new Departure.Done();
    }

    /// <summary>
    /// The talk was called off while this step was on its way. An earlier attempt may have reached the mailbox without our
    /// knowing: asking again with the same transaction id gives that same event, which then goes.
    /// </summary>
    private async Task<Departure> AfterCancellingAsync(OutboxRow row, ArrangeStep step, AppointmentRow? appointment, Database db, CancellationToken stopping)
    {
        var calledOff = appointment is not null
            && (appointment.Round != step.Round
                || appointment.State is AppointmentState.Cancelled or AppointmentState.NeedsChoice or AppointmentState.Undelivered);
        if (step.Stage != ArrangeStage.Event || row.Attempts == 0 || appointment is null || !calledOff
            || directory.Advisor(appointment.Advisor) is not ExternalAdvisor { Mailbox: not null } advisor)
        {
            return new Departure.Done();
        }

        switch (await mailbox.CreateEventAsync(advisor, appointment.Slot, TransactionId(appointment.Id, step.Round), "", stopping))
        {
            case MailboxAnswer<string>.Done done:
                book.Undo(db, appointment, null, done.Value);
                return new Departure.Done();
            case MailboxAnswer<string>.Later later:
                return new Departure.Again(later.After);
            default:
                return new Departure.Done();
        }
    }

    private static string TransactionId(AppointmentRow row) => TransactionId(row.Id, row.Round);

    private static string TransactionId(string appointment, int round) => $"{appointment}-{round}";
}

/// <summary>Takes a talk out of the advisor's mailbox: the event permanently, then the meeting. Both can be repeated.</summary>
internal sealed class ArrangementUndoing(IMailbox mailbox, EmployerDirectory directory, Outbox outbox) : ICarrier
{
    public string Kind => AppointmentBook.UndoKind;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.ArrangeUndo) is not { } undo
            || directory.Advisor(undo.Advisor) is not ExternalAdvisor { Mailbox: not null } advisor)
        {
            return new Departure.Done();
        }

        if (undo.Event is { } eventId && await mailbox.DeleteEventAsync(advisor, eventId, stopping) is MailboxAnswer<bool>.Later late)
            return new Departure.Again(late.After);
        if (undo.Meeting is { } meeting && await mailbox.DeleteMeetingAsync(advisor, meeting, stopping) is MailboxAnswer<bool>.Later later)
            return new Departure.Again(later.After);
        return new Departure.Done();
    }
}

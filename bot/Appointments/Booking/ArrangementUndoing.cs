using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>Takes a talk out of the advisor's mailbox: the event permanently, then the meeting. Both can be repeated.</summary>
internal sealed class ArrangementUndoing(IMailbox mailbox, EmployerDirectory directory, Outbox outbox) : ICarrier
{
    public string Kind => TalkDepartures.UndoKind;

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

using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>
/// Tells an advisor that an employee wrote, with a card that holds nothing of it. What was read, forgotten or passed on meanwhile is
/// not announced any more.
/// </summary>
internal sealed class MessageCalling(
    AppointmentBook talks, MessageBook book, IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, HandoffsSettings settings, TimeProvider clock) : ICarrier
{
    public const string KindName = "message-call";

    public string Kind => KindName;

    private static DeskCall Card
    {
        get
        {
            var (messages, handoffs) = (Tongue.Dutch.Words<MessagesPhrases>(), Tongue.Dutch.Words<HandoffsPhrases>());
            return new(handoffs.CardSummary, messages.CardTitle, messages.CardText, handoffs.OpenDesk, handoffs.CardFallback);
        }
    }

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, MessagesJson.Default.MessageCall) is not { } call
            || await talks.FindAsync(db, call.Appointment) is not { } talk
            || talk.Advisor != call.Advisor || !MessageBook.IsKept(talk.State)
            || (await book.OfAsync(db, talk)).UnreadBy(Writer.Advisor) == 0
            || clock.GetUtcNow() > row.CreatedAt + settings.GiveUpAfter)
        {
            return new Departure.Done();
        }

        return await chat.TellAsync(directory.Advisor(talk.Advisor), Card, stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
    }
}

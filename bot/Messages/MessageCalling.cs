using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>"There is a message; open your desk": constant, so that it never has to be taken back.</summary>
public sealed record MessageCard : IProviderCard
{
    private static MessagesPhrases Words => Tongue.Dutch.Words<MessagesPhrases>();

    public string Summary => Tongue.Dutch.Words<HandoffsPhrases>().CardSummary;
    public string Title => Words.CardTitle;
    public string Text => Words.CardText;
    public string OpenDesk => Tongue.Dutch.Words<HandoffsPhrases>().OpenDesk;
    public string Fallback => Tongue.Dutch.Words<HandoffsPhrases>().CardFallback;
}

/// <summary>
/// Tells an advisor that an employee wrote, with a card that holds nothing of it. What was read, forgotten or passed on meanwhile is
/// not announced any more.
/// </summary>
internal sealed class MessageCalling(
    AppointmentBook talks, MessageBook book, IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, HandoffsSettings settings, TimeProvider clock) : ICarrier
{
    public const string KindName = "message-call";

    public string Kind => KindName;

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

        var sending = directory.Advisor(talk.Advisor) switch
        {
            ExternalAdvisor external => await chat.HandOverAsync(external, _ => new MessageCard(), stopping),
            InternalAdvisor colleague => await chat.CallAsync(colleague, stopping),
            _ => new Sending.Blocked(),
        };
        return sending is Sending.Later later ? new Departure.Again(later.After) : new Departure.Done();
    }
}

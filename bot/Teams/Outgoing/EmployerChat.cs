using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Teams.Catalogue;

namespace VpBot.Teams.Outgoing;

/// <summary>The only way into an employer's tenant. It takes a catalogue entry; there is no method that takes words.</summary>
internal sealed class EmployerChat(BotConnector connector, CatalogueBook book)
{
    public Task<Sending> SendAsync(Employer employer, EmployerConversation chat, CatalogueCard card, CancellationToken stopping) =>
        connector.PostAsync(employer.TenantId, chat.ServiceUrl, chat.ConversationId, () => book.Page(employer, card), stopping);
}

/// <summary>Carries a catalogue entry from the outbox into an employer's tenant.</summary>
internal sealed class CatalogueCarrier(EmployerChat chats, EmployerDirectory directory, Outbox outbox, TimeProvider clock, ILogger<CatalogueCarrier> log) : ICarrier
{
    public const string KindName = "catalogue";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    public string Kind => KindName;

    /// <summary>A tenant takes thirty in a second: the <see cref="Pace"/> keeps to that, and not the number of places.</summary>
    public int PlacesAtOnce => 32;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (directory.ByKey(row.Employer) is not { } employer
            || outbox.Open(row, TeamsJson.Default.CatalogueSend) is not { } send)
        {
            return new Departure.Done();
        }

        if (clock.GetUtcNow() > row.CreatedAt + GiveUpAfter)
        {
            GivenUpReason.TooLate.Count(log);
            return new Departure.Done();
        }

        var sending = await chats.SendAsync(employer, new(row.Employer, send.ServiceUrl, send.ConversationId), send.Card, stopping);
        if (sending is Sending.Blocked)
            GivenUpReason.Blocked.Count(log);
        return sending switch
        {
            Sending.Later later => new Departure.Again(later.After),
            Sending.Arrived or Sending.Blocked => new Departure.Done(),
            _ => throw new InvalidOperationException("A sending has three outcomes."),
        };
    }
}

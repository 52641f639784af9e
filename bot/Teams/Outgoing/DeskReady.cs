using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Teams.Outgoing;

internal sealed record DeskReadySend(string Advisor);

/// <summary>What an advisor of the provider sees after installing the app, or after typing a line: where requests come.</summary>
internal sealed class DeskReadyCarrier(IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, TimeProvider clock) : ICarrier
{
    public const string KindName = "desk-ready";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(1);

    public string Kind => KindName;

    private static FrontDoorPhrases Words => Tongue.Dutch.Words<FrontDoorPhrases>();

    private static DeskCall Card => new(Words.DeskReadyTitle, Words.DeskReadyTitle, Words.DeskReadyText, Words.OpenDesk, Words.CardFallback);

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) =>
        outbox.Open(row, TeamsJson.Default.DeskReadySend) is { } send
        && directory.Advisor(send.Advisor) is ExternalAdvisor advisor
        && clock.GetUtcNow() < row.CreatedAt + GiveUpAfter
        && await chat.HandOverAsync(advisor, _ => Card, stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
}

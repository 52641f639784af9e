using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Teams.Outgoing;

/// <summary>What an advisor of the provider sees after installing the app, or after typing a line: where requests come.</summary>
public sealed record DeskReady : IProviderCard
{
    public FrontDoorPhrases Words => Tongue.Dutch.Words<FrontDoorPhrases>();

    public string Summary => Words.DeskReadyTitle;
}

internal sealed record DeskReadySend(string Advisor);

internal sealed class DeskReadyCarrier(IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, TimeProvider clock) : ICarrier
{
    public const string KindName = "desk-ready";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(1);

    public string Kind => KindName;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) =>
        outbox.Open(row, TeamsJson.Default.DeskReadySend) is { } send
        && directory.Advisor(send.Advisor) is ExternalAdvisor advisor
        && clock.GetUtcNow() < row.CreatedAt + GiveUpAfter
        && await chat.HandOverAsync(advisor, _ => new DeskReady(), stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
}

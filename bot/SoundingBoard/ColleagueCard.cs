using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>"There is news from a colleague": the same for a question and an answer, so that it never has to be taken back.</summary>
public sealed record ColleagueCard : IProviderCard
{
    private static SoundingBoardPhrases Words => Tongue.Dutch.Words<SoundingBoardPhrases>();

    public string Summary => Words.CardSummary;
    public string Title => Words.CardTitle;
    public string Text => Words.CardText;
    public string OpenDesk => Words.CardOpenDesk;
    public string Fallback => Words.CardFallback;
}

public sealed record ColleagueCall(string Advisor);

/// <summary>Tells an advisor of the provider that something lies on their desk. Nobody within an employer's tenant is ever told.</summary>
internal sealed class ColleagueCalling(IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, TimeProvider clock) : ICarrier
{
    public const string KindName = "colleague";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(12);

    public string Kind => KindName;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) =>
        outbox.Open(row, SoundingBoardJson.Default.ColleagueCall) is { } call
        && directory.Advisor(call.Advisor) is ExternalAdvisor advisor
        && clock.GetUtcNow() < row.CreatedAt + GiveUpAfter
        && await chat.HandOverAsync(advisor, _ => new ColleagueCard(), stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
}

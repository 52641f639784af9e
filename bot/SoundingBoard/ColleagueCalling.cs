using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

public sealed record ColleagueCall(string Advisor);

/// <summary>Tells an advisor of the provider that something lies on their desk. Nobody within an employer's tenant is ever told.</summary>
internal sealed class ColleagueCalling(IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, TimeProvider clock) : ICarrier
{
    public const string KindName = "colleague";
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(12);

    public string Kind => KindName;

    private static SoundingBoardPhrases Words => Tongue.Dutch.Words<SoundingBoardPhrases>();

    /// <summary>The same for a question and for an answer.</summary>
    private static DeskCall Card => new(Words.CardSummary, Words.CardTitle, Words.CardText, Words.CardOpenDesk, Words.CardFallback);

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) =>
        outbox.Open(row, SoundingBoardJson.Default.ColleagueCall) is { } call
        && directory.Advisor(call.Advisor) is ExternalAdvisor advisor
        && clock.GetUtcNow() < row.CreatedAt + GiveUpAfter
        && await chat.HandOverAsync(advisor, _ => Card, stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
}

using VpBot.Appointments;
using VpBot.Cards;
using VpBot.Language;

namespace VpBot.Handoffs;

/// <summary>How a handoff stands for the advisor who looks at the card.</summary>
public enum CardState
{
    Waiting,
    Accepted,
    PassedOn,
    Cancelled,

    /// <summary>The talk got another time, and another card.</summary>
    Moved,

    /// <summary>The advisor proposed another time; the employee has not answered.</summary>
    Proposed,

    /// <summary>The employee keeps the old time, and another card asks for it.</summary>
    Kept,

    /// <summary>No answer came in time, and it went on without this advisor.</summary>
    WentOn,

    /// <summary>Nothing is asked of this advisor any more: another round, or forgotten.</summary>
    Over,

    /// <summary>The advisor closed it.</summary>
    Closed,
}

/// <summary>The handoff to an external advisor, in the provider's tenant: the lines that the employee agreed to, word for word.</summary>
public sealed record HandoffCard(string Appointment, string Round, CardState State, IReadOnlyList<HandoffCardLine> Lines, string UserId) : IProviderCard
{
    private static HandoffsPhrases Words => Tongue.Dutch.Words<HandoffsPhrases>();

    public string Summary => Words.CardSummary;
    public string Title => Words.CardTitle(State);
    public string Status => Words.CardStatus(State);
    public string Accept => Words.Accept;
    public string PassOn => Words.PassOn;
    public string OpenDesk => Words.OpenDesk;
    public string Fallback => Words.CardFallback;
    public bool IsWaiting => State == CardState.Waiting;
    public bool CanPassOn => State is CardState.Waiting or CardState.Accepted or CardState.Proposed;
    public IEnumerable<string> UserIds => [UserId];
}

public sealed record HandoffCardLine(string Label, string Text);

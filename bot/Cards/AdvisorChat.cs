using VpBot.Employers;

namespace VpBot.Cards;

/// <summary>A card for an advisor in the provider's own tenant. It may carry what the employee agreed to hand over.</summary>
public interface IProviderCard : ICard
{
    /// <summary>The one line for notifications: neutral, and the same for every card of this kind.</summary>
    string Summary { get; }
}

/// <summary>What became of a message. Only <see cref="Arrived"/> means that the other side acknowledged it.</summary>
public abstract record Sending
{
    private Sending() { }

    /// <param name="ActivityId">Teams' id of the message, to update it later.</param>
    public sealed record Arrived(string ActivityId) : Sending;

    /// <summary>Not now: Teams was down, slow or busy.</summary>
    public sealed record Later(TimeSpan After) : Sending;

    /// <summary>The app is blocked or not installed there. Trying again is of no use.</summary>
    public sealed record Blocked : Sending;
}

/// <summary>The chats of advisors. There is no way to send content to an advisor inside an employer's tenant.</summary>
public interface IAdvisorChat
{
    /// <param name="draw">Draws the card for the advisor's id in Teams, which its refresh names.</param>
    Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping);

    Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping);

    /// <summary>The constant card: someone would like to talk, open your desk.</summary>
    Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping);
}

/// <summary>Whether an advisor's chat can be written to, as far as that can be known without writing.</summary>
public enum Reach
{
    Open,

    /// <summary>Teams never told us of a chat with them.</summary>
    NoConversation,
    NotInstalled,
    NoToken,
    Silent,
}

/// <summary>Finds out whether a handoff could arrive. It sends nothing to anybody.</summary>
public interface IAdvisorReach
{
    Task<Reach> AskAsync(Advisor advisor, CancellationToken stopping);
}

/// <summary>What an advisor pressed on a card in the provider's tenant.</summary>
/// <param name="Data">The card's own data, as text values.</param>
/// <param name="UserId">The advisor's id in Teams, for the card's refresh.</param>
public sealed record CardPress(ExternalAdvisor Advisor, string Verb, IReadOnlyDictionary<string, string> Data, string UserId);

/// <summary>Answers presses on the provider's cards with the card as it stands afterwards.</summary>
public interface ICardActions
{
    Task<IProviderCard?> PressAsync(CardPress press, CancellationToken stopping);
}

using VpBot.Employers;

namespace VpBot.Cards;

/// <summary>
/// "There is something on your desk": a card that says no more than that. Its words are constant per kind, so that it never has to be
/// taken back.
/// </summary>
public sealed record DeskCall(string Summary, string Title, string Text, string OpenDesk, string Fallback) : IProviderCard;

public static class DeskCalls
{
    /// <summary>Tells an advisor: at the provider with this card, within an employer's tenant with the one constant card there is.</summary>
    public static Task<Sending> TellAsync(this IAdvisorChat chat, Advisor? advisor, DeskCall card, CancellationToken stopping) => advisor switch
    {
        ExternalAdvisor external => chat.HandOverAsync(external, _ => card, stopping),
        InternalAdvisor colleague => chat.CallAsync(colleague, stopping),
        _ => Task.FromResult<Sending>(new Sending.Blocked()),
    };
}

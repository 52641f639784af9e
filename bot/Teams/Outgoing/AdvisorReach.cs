using Azure.Core;
using Azure.Identity;
using Microsoft.EntityFrameworkCore;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// Asks Teams for the chat that we know already: the answer is that same chat, and nobody sees anything of it. That somebody blocked
/// the bot shows only when something is sent. Source: "Send proactive messages", create the conversation.
/// </summary>
internal sealed class AdvisorReach(
    BotConnector connector, AdvisorConversations conversations, TokenCredential credential, TeamsSettings settings, IDbContextFactory<Database> databases) : IAdvisorReach
{
    public async Task<Reach> AskAsync(Advisor advisor, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (await conversations.OfAsync(db, advisor, stopping) is not { } chat)
            return Reach.NoConversation;
        if (!await HasTokenAsync(stopping))
            return Reach.NoToken;
        return await connector.OpenAsync(advisor.TenantId, chat.ServiceUrl, settings.AppId, chat.UserId, stopping) switch
        {
            Sending.Arrived => Reach.Open,
            Sending.Blocked => Reach.NotInstalled,
            _ => Reach.Silent,
        };
    }

    private async Task<bool> HasTokenAsync(CancellationToken stopping)
    {
        try
        {
            return (await credential.GetTokenAsync(ConnectorToken.Scope, stopping)).Token.Length > 0;
        }
        catch (AuthenticationFailedException)
        {
            return false;
        }
    }
}

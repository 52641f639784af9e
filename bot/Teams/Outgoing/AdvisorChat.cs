using System.Text.Json;
using Azure.Core;
using Azure.Identity;
using Microsoft.EntityFrameworkCore;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Teams.Catalogue;

namespace VpBot.Teams.Outgoing;

/// <summary>The advisors' chats. Content goes to the provider's own tenant only; the types leave no other way.</summary>
internal sealed class AdvisorChat(
    BotConnector connector,
    EmployerChat employerChat,
    AdvisorConversations conversations,
    EmployerDirectory directory,
    TokenCredential credential,
    TeamsSettings settings,
    IDbContextFactory<Database> databases) : IAdvisorChat, IAdvisorReach
{
    public Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping) =>
        ReachAsync(
            advisor,
            chat =>
            {
                var body = Body(draw(chat.UserId));
                return connector.PostAsync(advisor.TenantId, chat.ServiceUrl, chat.ConversationId, () => body, stopping);
            },
            stopping);

    public Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping) =>
        ReachAsync(advisor, chat => connector.PutAsync(advisor.TenantId, chat.ServiceUrl, chat.ConversationId, activityId, Body(draw(chat.UserId)), stopping), stopping);

    public Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping)
    {
        // The employer left while this was on its way: nothing goes there any more.
        if (directory.ByTenant(advisor.TenantId) is not { } employer)
            return Task.FromResult<Sending>(new Sending.Blocked());
        return ReachAsync(
            advisor,
            chat => employerChat.SendAsync(employer, new(employer.Key, chat.ServiceUrl, chat.ConversationId), CatalogueCard.AdvisorCalled, stopping),
            stopping);
    }

    /// <summary>
    /// Asks Teams for the chat that we know already: the answer is that same chat, and nobody sees anything of it. That somebody
    /// blocked the bot shows only when something is sent. Source: "Send proactive messages", create the conversation.
    /// </summary>
    public async Task<Reach> AskAsync(Advisor advisor, CancellationToken stopping)
    {
        if (await conversations.OfAsync(advisor, stopping) is not { } chat)
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

    private async Task<Sending> ReachAsync(Advisor advisor, Func<AdvisorConversation, Task<Sending>> send, CancellationToken stopping)
    {
        if (await conversations.OfAsync(advisor, stopping) is not { } chat)
            return new Sending.Blocked();
        var sending = await send(chat);
        if (sending is not Sending.Blocked)
            return sending;

        // The chat may have been replaced, after a reinstallation: open it anew, once. A block stays a block.
        if (await connector.OpenAsync(advisor.TenantId, chat.ServiceUrl, settings.AppId, chat.UserId, stopping) is not Sending.Arrived opened)
            return sending;
        var fresh = chat with { ConversationId = opened.ActivityId };
        if (fresh == chat)
            return sending;
        await using var db = await databases.CreateDbContextAsync(stopping);
        await conversations.KeepAsync(db, advisor, fresh, stopping);
        await db.SaveChangesAsync(stopping);
        return await send(fresh);
    }

    private static byte[] Body(IProviderCard card) => JsonSerializer.SerializeToUtf8Bytes(CardMessage.Of(card, card.Summary));
}

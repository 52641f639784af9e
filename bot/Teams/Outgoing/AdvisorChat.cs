using System.Text.Json;
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
    TeamsSettings settings,
    IDbContextFactory<Database> databases) : IAdvisorChat
{
    public Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping) =>
        ReachAsync(advisor, chat => connector.PostAsync(advisor.TenantId, chat.ServiceUrl, chat.ConversationId, Body(draw(chat.UserId)), stopping), stopping);

    public Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping) =>
        ReachAsync(advisor, chat => connector.PutAsync(advisor.TenantId, chat.ServiceUrl, chat.ConversationId, activityId, Body(draw(chat.UserId)), stopping), stopping);

    public Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping)
    {
        var employer = directory.ByTenant(advisor.TenantId)!;
        return ReachAsync(
            advisor,
            chat => employerChat.SendAsync(employer, new(employer.Key, chat.ServiceUrl, chat.ConversationId), CatalogueCard.AdvisorCalled, stopping),
            stopping);
    }

    private async Task<Sending> ReachAsync(Advisor advisor, Func<AdvisorConversation, Task<Sending>> send, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (await conversations.OfAsync(db, advisor, stopping) is not { } chat)
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
        await conversations.KeepAsync(db, advisor, fresh, stopping);
        await db.SaveChangesAsync(stopping);
        return await send(fresh);
    }

    private static byte[] Body(IProviderCard card) => JsonSerializer.SerializeToUtf8Bytes(CardMessage.Of(card, card.Summary));
}

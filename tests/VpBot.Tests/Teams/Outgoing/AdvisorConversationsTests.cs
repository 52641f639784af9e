using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Teams;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Outgoing;

public sealed class AdvisorConversationsOnSqliteTests() : AdvisorConversationsTests(Engine.Sqlite);

public sealed class AdvisorConversationsOnPostgreSqlTests() : AdvisorConversationsTests(Engine.PostgreSql);

/// <summary>Where an advisor is reached.</summary>
public abstract class AdvisorConversationsTests(Engine engine) : IAsyncLifetime
{
    private static readonly AdvisorConversation First = new("https://smba.trafficmanager.net/emea/", "a:1", "29:1");
    private readonly Advisor sanne = Template.ReadDirectory().Advisor("sanne")!;
    private BotInside bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(engine);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task An_advisor_is_reached_where_Teams_named_them_last_and_what_did_not_change_is_not_written_again()
    {
        Assert.Null(await OfAsync());
        foreach (var chat in (AdvisorConversation[])[First, First with { ConversationId = "a:2" }, First with { ServiceUrl = "https://smba.trafficmanager.net/amer/" }, First with { UserId = "29:2" }])
        {
            Assert.True(await KeepAsync(chat));
            Assert.Equal(chat, await OfAsync());
            Assert.False(await KeepAsync(chat));
        }
    }

    [Fact]
    public async Task What_can_no_longer_be_opened_is_replaced_when_Teams_names_the_advisor_again()
    {
        await KeepAsync(First);
        await using (var db = bot.Open())
            await db.Set<AdvisorConversationRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, new byte[] { 1, 2, 3 }), TestContext.Current.CancellationToken);
        Assert.Null(await OfAsync());
        Assert.True(await KeepAsync(First));
        Assert.Equal(First, await OfAsync());
    }

    private Task<AdvisorConversation?> OfAsync() => bot.Get<AdvisorConversations>().OfAsync(sanne, TestContext.Current.CancellationToken);

    /// <summary>True when there was something to write.</summary>
    private async Task<bool> KeepAsync(AdvisorConversation chat)
    {
        await using var db = bot.Open();
        await bot.Get<AdvisorConversations>().KeepAsync(db, sanne, chat, TestContext.Current.CancellationToken);
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken) > 0;
    }
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Playground;
using VpBot.Storage;

namespace VpBot.Tests.Restart;

/// <summary>The process dies while Teams has its request, or is away when somebody presses.</summary>
public sealed class ConnectorKillTests : IAsyncLifetime
{
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;

    private People People => bot.Playground.People;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync();
        rounds = new KillRounds(bot);
        await bot.EverythingLeftAsync();
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_kill_while_Teams_has_the_card_brings_it_again_and_only_repeats_what_had_arrived(bool stored, int copies)
    {
        using var someone = await rounds.AtAsync("Consent", "Robin", 0);
        var killed = 0;
        bot.Playground.Connector.Faults.OnReceived = request =>
            request.Text.Contains("\"Robin\"", StringComparison.Ordinal) && Interlocked.Increment(ref killed) == 1
                ? stored ? FaultDecision.KillAfterStoring(bot.Process) : FaultDecision.KillBeforeStoring(bot.Process)
                : null;
        await someone.Visitor.AnswerAsync("yes");
        var code = someone.Visitor.Page.Code!;
        await bot.DiedAsync();
        await bot.StartAgainAsync();
        await bot.EverythingLeftAsync();
        Assert.Equal(copies, rounds.CopiesFor(People.Sanne, "Robin"));
        Assert.Contains("aangekomen", await rounds.ReadWithCodeAsync(code), StringComparison.Ordinal);
        await rounds.HasItsCellsAsync(Assert.Single(await bot.AppointmentsAsync()).Id, "sanne");
    }

    [Fact]
    public async Task A_press_while_the_bot_is_away_has_no_answer_and_the_next_one_opens_the_room()
    {
        var open = JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"room","lang":"nl"}""")!;
        await bot.Process.KillAsync();
        Assert.Equal(0, (await bot.Playground.Teams.PressAsync(People.Noor, open)).Status);
        await bot.StartAgainAsync();
        var dialog = (await bot.Playground.Teams.PressAsync(People.Noor, open)).Dialog;
        using var visitor = bot.NewVisitor();
        Assert.Equal("What", (await visitor.EnterAsync(dialog!)).Step);
    }

    [Fact]
    public async Task Someone_who_blocked_the_app_is_left_in_peace()
    {
        bot.Playground.Connector.Faults.Block(People.Noor);
        var before = bot.Playground.Connector.Received.Count;
        await bot.Playground.Teams.TypeAsync(People.Noor, "hallo");
        await bot.EverythingLeftAsync();
        await Task.Delay(1_000);
        Assert.Equal(1, bot.Playground.Connector.Received.Count - before);
        await using var db = bot.Open();
        Assert.False(await db.Set<OutboxRow>().AnyAsync());
    }
}

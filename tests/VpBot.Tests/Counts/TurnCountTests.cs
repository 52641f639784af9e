using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams;
using VpBot.Teams.Incoming;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Counts;

/// <summary>What each kind of turn asks of the database and of the memory.</summary>
[Collection(Faults.Alone.Name)]
public sealed class TurnCountTests : IAsyncLifetime
{
    private const int MostPerLine = 12 * 1024;
    private readonly CommandCount commands = new();
    private BotInside bot = null!;
    private int next;

    public async ValueTask InitializeAsync()
    {
        bot = await commands.StartAsync();
        // What is made once belongs to the start, not to a turn.
        for (var turn = 0; turn < 3; turn++)
        {
            await LineAsync();
            await FetchAsync();
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_typed_line_is_two_rows_and_no_look() => Assert.Equal(2, await commands.DuringAsync(LineAsync));

    [Fact]
    public async Task A_repeated_line_is_one_row_that_is_there_already()
    {
        var line = Activity("message", "again");
        await bot.Get<Turns>().HandleAsync(line, default);
        Assert.Equal(1, await commands.DuringAsync(() => bot.Get<Turns>().HandleAsync(line, default)));
    }

    [Fact]
    public async Task The_button_is_two_rows_and_no_look() => Assert.Equal(2, await commands.DuringAsync(FetchAsync));

    [Fact]
    public async Task An_answer_in_the_room_is_one_look_and_one_row()
    {
        var shown = await RoomAsync(new("begin", "", "", "", [], "", "duinrand", "nl"));
        foreach (var answer in (string[])["talk", "ThinkAlong"])
        {
            var form = new RoomForm("answer", shown.Token, shown.State.Goal, shown.View.Step, [answer], "", "", "");
            Assert.Equal(2, await commands.DuringAsync(async () => shown = await RoomAsync(form)));
        }
    }

    [Fact]
    public async Task A_step_leaves_with_one_claim_and_one_removal_and_what_is_idle_asks_nothing_more()
    {
        await LineAsync();
        await using var db = bot.Open();
        var row = await db.Set<OutboxRow>().AsNoTracking().OrderBy(row => row.CreatedAt).FirstAsync();
        var kinds = new Dictionary<string, int> { [row.Kind] = 4 };
        Assert.Equal(1, await commands.DuringAsync(() => OutboxClaim.ClaimAsync(db, kinds, bot.Clock.GetUtcNow(), bot.Clock.GetUtcNow().AddMinutes(1), default)));
        Assert.Equal(1, await commands.DuringAsync(() => bot.Get<OutboxCarrying>().CarryAsync(row, new LeavesAtOnce(row.Kind), default)));
    }

    [Fact]
    public async Task A_typed_line_allocates_less_than_twelve_kilobytes()
    {
        var least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var line = 0; line < 10; line++)
                await LineAsync();
            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / 10);
        }

        Assert.InRange(least, 1, MostPerLine);
    }

    private Task LineAsync() => bot.Get<Turns>().HandleAsync(Activity("message", $"line-{++next}"), default);

    private Task FetchAsync() => bot.Get<Turns>().HandleAsync(Activity("invoke", $"fetch-{++next}", """, "name":"task/fetch","value":{"data":{"lang":"nl"}}"""), default);

    private async Task<TurnResult.Shown> RoomAsync(RoomForm form) => (TurnResult.Shown)await bot.Get<RoomTurns>().HandleAsync(form, "door", default);

    private static Activity Activity(string type, string id, string more = "") => JsonSerializer.Deserialize(
        Encoding.UTF8.GetBytes($$$"""
        {"type":"{{{type}}}","id":"{{{id}}}","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams","from":{"id":"29:1","aadObjectId":"noor"},
        "conversation":{"conversationType":"personal","tenantId":"20000000-0000-4000-8000-000000000002","id":"a:1"},"channelData":{"tenant":{"id":"20000000-0000-4000-8000-000000000002"}}{{{more}}}}
        """),
        TeamsJson.Default.Activity)!;

    private sealed class LeavesAtOnce(string kind) : ICarrier
    {
        public string Kind => kind;

        public Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping) => Task.FromResult<Departure>(new Departure.Done());
    }
}

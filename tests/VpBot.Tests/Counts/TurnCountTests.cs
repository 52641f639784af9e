using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Conversation;
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
    public async Task An_answer_while_a_time_is_held_looks_at_the_hold_twice_and_prolongs_it_once()
    {
        var shown = await HeldAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(5, await commands.DuringAsync(async () => shown = await AnswerAsync(shown, "Robin")));
        Assert.Equal("TakeOver", shown.View.Step);
        Assert.Single(commands.Statements, statement => statement.StartsWith("UPDATE \"TimeCells\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_with_times_asks_once_what_is_taken()
    {
        await AskedForATimeAsync();
        Assert.Single(commands.Statements, statement => statement.Contains("\"TimeCells\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_advisors_press_is_one_look_at_their_chat_and_one_at_the_request_and_writes_the_request_alone()
    {
        var shown = await AnswerAsync(await AnswerAsync(await HeldAsync(), "Robin"), "AskMe");
        shown = await AnswerAsync(shown, [.. Assert.IsType<Prompt.Confirm>(shown.View.Prompt).Yes.Values]);
        Assert.Equal("NoteCode", shown.View.Step);
        string id;
        await using (var db = bot.Open())
            id = (await db.Set<AppointmentRow>().SingleAsync(TestContext.Current.CancellationToken)).Id;
        var press = (string verb) => bot.Get<Turns>().HandleAsync(Press(verb, id), default);
        await press("handoff.refresh");
        Assert.Equal(3, await commands.DuringAsync(() => press("handoff.accept")));
        Assert.Equal(2, await commands.DuringAsync(() => press("handoff.accept")));
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

    private async Task<TurnResult.Shown> AnswerAsync(TurnResult.Shown page, params string[] answer) =>
        await RoomAsync(new("answer", page.Token, page.State.Goal, page.View.Step, answer, "", "", ""));

    private async Task<TurnResult.Shown> AskedForATimeAsync()
    {
        var shown = await RoomAsync(new("begin", "", "", "", [], "", "duinrand", "nl"));
        foreach (var answer in (string[][])[["talk"], ["ThinkAlong"], ["RatherNot"], [], ["Either"], ["sanne"], ["Phone"]])
            shown = await AnswerAsync(shown, answer);
        await commands.DuringAsync(async () => shown = await AnswerAsync(shown, "06 12 34 56 78"));
        Assert.Equal("When", shown.View.Step);
        return shown;
    }

    private async Task<TurnResult.Shown> HeldAsync()
    {
        var shown = await AskedForATimeAsync();
        return await AnswerAsync(shown, Assert.IsType<Prompt.PickTime>(shown.View.Prompt).Days[0].Times[0].Value);
    }

    private static Activity Press(string verb, string id) => JsonSerializer.Deserialize(
        Encoding.UTF8.GetBytes($$$"""
        {"type":"invoke","name":"adaptiveCard/action","id":"press","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams","from":{"id":"29:2","aadObjectId":"10000000-0000-4000-8000-0000000000a1"},
        "conversation":{"conversationType":"personal","tenantId":"10000000-0000-4000-8000-000000000001","id":"a:2"},"channelData":{"tenant":{"id":"10000000-0000-4000-8000-000000000001"}},
        "value":{"action":{"type":"Action.Execute","verb":"{{{verb}}}","data":{"appointment":"{{{id}}}","round":"1"} } } }
        """),
        TeamsJson.Default.Activity)!;

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

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Concurrency;

/// <summary>Two instances of the program that start at the same moment on one empty PostgreSQL database.</summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    private readonly List<HttpClient> lines = [];
    private TestDatabase database = null!;
    private PlaygroundServer playground = null!;
    private BotProcess one = null!;
    private BotProcess other = null!;

    public async ValueTask InitializeAsync()
    {
        database = new(Engine.PostgreSql);
        var settings = AllDay.Settings(database.Settings);
        playground = await PlaygroundServer.StartAsync(new() { StartBot = false, ExtraEnvironment = settings, BotStartBudget = TimeSpan.FromSeconds(60) });
        (one, other) = (playground.NewBot(), playground.NewBot());
        await Task.WhenAll(one.StartAsync(), other.StartAsync());
        await using var db = database.Open();
        Assert.Equal((1, 1), (await db.Set<StoredKeyRow>().CountAsync(), await db.Set<SecretRow>().CountAsync()));
        ConnectTeams(one);
        await playground.InstallEveryoneAsync();
        ConnectTeams(other);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in new[] { one, other }.OfType<BotProcess>())
            await bot.DisposeAsync();
        if (playground is not null)
            await playground.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        lines.ForEach(line => line.Dispose());
    }

    [Fact]
    public async Task Every_handoff_arrives_once_and_a_kill_repeats_only_what_was_on_its_way()
    {
        await BookAsync(0, 30);
        await EverythingLeftAsync();
        Assert.All(Enumerable.Range(0, 30), talk => Assert.Single(Copies(talk)));

        // Slow enough for the instance to die with cards on their way.
        playground.Connector.Faults.Now = FaultDecision.Slow(TimeSpan.FromMilliseconds(150));
        await BookAsync(30, 30, killAfter: 12);
        var onTheirWay = await LeftBehindAsync();
        await EverythingLeftAsync();

        Assert.All(Enumerable.Range(0, 60), talk => Assert.Single(Copies(talk).Distinct()));
        Assert.InRange(Enumerable.Range(0, 60).Count(talk => Copies(talk).Count > 1), 0, onTheirWay);
        Assert.InRange(Enumerable.Range(0, 60).Max(talk => Copies(talk).Count), 1, 2);
        await using var db = database.Open();
        var rows = await db.Set<AppointmentRow>().AsNoTracking().ToListAsync();
        Assert.Equal(60, rows.Count(row => row.State == AppointmentState.Delivered));
        Assert.Equal(60 * 5, await db.Set<TimeCellRow>().CountAsync(cell => cell.HeldUntil == null));
        Assert.Equal(
            rows.Where(row => row.Advisor == "amir").Select(row => row.StartsAt).Order(),
            playground.Graph.Calendar(playground.People.Amir).Events.Select(item => item.Start));
    }

    [Fact]
    public async Task A_room_goes_on_at_the_other_instance_and_a_ticket_opens_one_room_in_all()
    {
        ConnectTeams(one);
        var press = await playground.Teams.PressAsync(playground.People.Noor, JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"room","lang":"nl"}""")!.AsObject());
        using var here = new RoomVisitor(one.Address);
        using var there = new RoomVisitor(other.Address);
        await there.EnterAsync(press.Dialog!);
        Assert.Equal("What", there.Page.Step);
        // The page that says so asks nothing.
        Assert.Empty((await here.EnterAsync(press.Dialog!)).Hidden);

        // Every answer is given at the other instance than the one before.
        var (now, next) = (there, here);
        while (now.Page.Step != "NoteCode")
        {
            next.GoOnFrom(now.Page);
            await next.GoOnceAsync();
            (now, next) = (next, now);
        }

        Assert.NotNull(now.Page.Code);
        await EverythingLeftAsync();
    }

    /// <summary>Eight people at a time, half at each instance; who loses theirs goes on at the first one, with the page they have.</summary>
    private async Task BookAsync(int first, int count, int killAfter = int.MaxValue)
    {
        var booked = 0;
        await Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (talk, _) =>
        {
            using var visitor = new RoomVisitor(talk % 2 == 0 ? one.Address : other.Address);
            using var atFirst = new RoomVisitor(one.Address);
            try
            {
                await visitor.BeginAsync();
                await GoAsync(visitor, talk);
            }
            catch (HttpRequestException)
            {
                if (visitor.Page.Html.Length == 0)
                    await atFirst.BeginAsync();
                else
                    atFirst.GoOnFrom(visitor.Page);
                await GoAsync(atFirst, talk);
            }

            if (Interlocked.Increment(ref booked) == killAfter)
                await other.KillAsync();
        });
    }

    private static async Task GoAsync(RoomVisitor visitor, int talk)
    {
        await visitor.GoToAsync("NoteCode", talk % 4 < 2 ? "sanne" : "amir", called: NameOf(talk), time: talk % 8);
        Assert.NotNull(visitor.Page.Code);
        await visitor.AnswerAsync("noted");
    }

    /// <summary>Once the survivor has nothing to do any more, what is left is what the other one held. It is then due at once, as it is a minute later.</summary>
    private async Task<int> LeftBehindAsync()
    {
        var (left, quiet) = (-1, 0);
        while (quiet < 20)
        {
            await Task.Delay(100);
            await using var db = database.Open();
            var now = await db.Set<OutboxRow>().CountAsync();
            (left, quiet) = (now, now == left ? quiet + 1 : 0);
        }

        await using var again = database.Open();
        await again.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, DateTimeOffset.UnixEpoch));
        return left;
    }

    private Task EverythingLeftAsync() => Until.TrueAsync(
        "an empty outbox",
        () =>
        {
            using var db = database.Open();
            return !db.Set<OutboxRow>().Any();
        },
        seconds: 60);

    /// <summary>Every copy of the card that Teams has, as bytes.</summary>
    private List<string> Copies(int talk) =>
        [.. playground.Connector.Received
            .Where(request => request is { Method: "POST", Stored: true } && request.Text.Contains($"\"{NameOf(talk)}\"", StringComparison.Ordinal))
            .Select(request => Convert.ToHexString(request.Body))];

    private static string NameOf(int talk) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Nummer {talk:000}");

    private void ConnectTeams(BotProcess bot)
    {
        var line = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = bot.Address };
        lines.Add(line);
        playground.ConnectBot(line);
    }
}

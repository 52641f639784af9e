using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Storage;
using VpBot.Tests.Appointments.Calendars.Graph;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>Looking at talks in an advisor's own calendar, with a clock that the test moves.</summary>
public sealed class CalendarWatchTests : IAsyncLifetime
{
    private static readonly Slot Later = WatchedBot.Usual with { Start = WatchedBot.Usual.Start.AddHours(1) };
    private static readonly Slot Longer = WatchedBot.Usual with { Length = TimeSpan.FromHours(1) };

    private FakeGraph _graph = null!;
    private WatchedBot _bot = null!;

    public static TheoryData<string> Silences => [.. SilencesByName.Keys];

    private static readonly Dictionary<string, GraphSays> SilencesByName = new()
    {
        ["down"] = new(503),
        ["an error"] = new(500),
        ["throttled"] = new(429, RetryAfter: "60"),
        ["no permission"] = new(403, "{}"),
        ["no token"] = new(401, "{}"),
        ["a page instead of an answer"] = new(200, "<!doctype html><p>Please sign in.</p>", "text/html"),
        ["an answer that breaks off"] = new(200, """{"id":"AAMk","start":{"dateT"""),
        ["an answer without times"] = new(200, """{"id":"AAMk"}"""),
        ["an answer in another zone"] = WatchedBot.EventAt(Later, "Pacific Standard Time"),
        ["an end before its beginning"] = WatchedBot.EventAt(Later with { Length = TimeSpan.FromHours(-1) }),
        ["the same time"] = WatchedBot.EventAt(WatchedBot.Usual),
    };

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _bot = await WatchedBot.StartAsync(_graph);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task An_entry_at_another_time_is_told()
    {
        await _bot.AddTalkAsync();
        _graph.Says(WatchedBot.EventAt(Later));
        await LookAsync();
        Assert.Equal(Later, Assert.Single(_bot.Changes.Told)!.Slot);
        Assert.Equal(1, (await _bot.TalkAsync()).Revision);
    }

    [Fact]
    public async Task An_entry_of_another_length_is_told()
    {
        await _bot.AddTalkAsync();
        _graph.Says(WatchedBot.EventAt(Longer));
        await LookAsync();
        Assert.Equal(Longer, Assert.Single(_bot.Changes.Told)!.Slot);
    }

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_calendar_that_is_silent_refuses_or_talks_nonsense_has_changed_nothing(string silence)
    {
        await _bot.AddTalkAsync();
        _graph.Says(SilencesByName[silence]);
        await LookAsync();
        Assert.NotEmpty(_graph.Seen);
        Assert.Empty(_bot.Changes.Told);
        Assert.Equal(_bot.Bot.Clock.GetUtcNow().AddMinutes(5), (await _bot.TalkAsync()).LookAgainAt);
    }

    [Fact]
    public async Task An_entry_that_is_missing_twice_is_gone()
    {
        await _bot.AddTalkAsync();
        _graph.Says(404, "{}");
        await LookAsync();
        Assert.Null(Assert.Single(_bot.Changes.Told));
        Assert.Equal(2, _graph.Seen.Count);
    }

    [Fact]
    public async Task An_entry_that_is_missing_for_a_moment_is_not_gone()
    {
        await _bot.AddTalkAsync();
        _graph.Says(new GraphSays(404, "{}"), WatchedBot.EventAt(WatchedBot.Usual));
        await LookAsync();
        Assert.Empty(_bot.Changes.Told);
    }

    [Fact]
    public async Task An_entry_that_is_missing_and_then_silent_is_not_gone()
    {
        await _bot.AddTalkAsync();
        _graph.Says(new GraphSays(404, "{}"), new GraphSays(500));
        await LookAsync();
        Assert.Empty(_bot.Changes.Told);
    }

    [Fact]
    public async Task An_entry_that_was_cancelled_is_gone()
    {
        await _bot.AddTalkAsync();
        _graph.Says(WatchedBot.EventAt(WatchedBot.Usual, isCancelled: true));
        await LookAsync();
        Assert.Null(Assert.Single(_bot.Changes.Told));
    }

    [Fact]
    public async Task A_calendar_that_asks_for_a_longer_wait_gets_it()
    {
        await _bot.AddTalkAsync();
        _graph.Says(new GraphSays(429, RetryAfter: "1800"));
        await LookAsync();
        Assert.Equal(_bot.Bot.Clock.GetUtcNow().AddMinutes(30), (await _bot.TalkAsync()).LookAgainAt);
    }

    [Fact]
    public async Task A_talk_is_looked_at_when_it_is_time_and_not_before()
    {
        await _bot.AddTalkAsync();
        _graph.Says(WatchedBot.EventAt(WatchedBot.Usual));
        await LookAsync();
        await LookAsync();
        _bot.Bot.Clock.Pass(TimeSpan.FromMinutes(4.9));
        await LookAsync();
        Assert.Single(_graph.Seen);
        _bot.Bot.Clock.Pass(TimeSpan.FromMinutes(0.2));
        await LookAsync();
        Assert.Equal(2, _graph.Seen.Count);
    }

    [Fact]
    public async Task While_the_book_is_ahead_of_the_calendar_nothing_is_compared()
    {
        await _bot.AddTalkAsync("arranging", AppointmentState.Arranging);
        await _bot.AddTalkAsync("moving");
        await using (var db = _bot.Bot.Open())
        {
            _bot.Bot.Get<Outbox>().Add(db, "duinrand", TalkDepartures.ArrangeKind, "moving/1/Event", new ArrangeStep("moving", 1, ArrangeStage.Event, "amir", default), AppointmentsJson.Default.ArrangeStep);
            await db.SaveChangesAsync();
        }

        await LookAsync();
        Assert.Empty(_graph.Seen);
        Assert.NotNull((await _bot.TalkAsync("arranging")).LookAgainAt);
        Assert.NotNull((await _bot.TalkAsync("moving")).LookAgainAt);
    }

    [Fact]
    public async Task A_talk_that_is_over_is_not_looked_at_any_more()
    {
        await _bot.AddTalkAsync();
        _bot.Bot.Clock.Pass(WatchedBot.Usual.End - _bot.Bot.Clock.GetUtcNow());
        await LookAsync();
        Assert.Empty(_graph.Seen);
        Assert.Null((await _bot.TalkAsync()).LookAgainAt);
    }

    [Fact]
    public async Task A_talk_without_an_entry_is_not_looked_at_any_more()
    {
        await _bot.AddTalkAsync(entry: null);
        await LookAsync();
        Assert.Empty(_graph.Seen);
        Assert.Null((await _bot.TalkAsync()).LookAgainAt);
    }

    [Fact]
    public async Task Two_instances_share_the_talks()
    {
        await using var other = await WatchedBot.StartAsync(_graph, _bot);
        foreach (var talk in Enumerable.Range(0, 12))
            await _bot.AddTalkAsync($"talk-{talk}");
        _graph.Says(WatchedBot.EventAt(WatchedBot.Usual));
        await Task.WhenAll(Task.Run(LookAsync), Task.Run(() => other.Watch.LookAsync(CancellationToken.None)));
        Assert.Equal(12, _graph.Seen.Count);
    }

    [Fact]
    public async Task A_talk_that_changes_during_the_look_is_left_as_it_is_and_looked_at_again_soon()
    {
        await _bot.AddTalkAsync();
        _graph.Says(WatchedBot.EventAt(Later));
        _bot.Changes.Meanwhile = async row =>
        {
            row.State = AppointmentState.NeedsChoice;
            await using var db = _bot.Bot.Open();
            await db.Set<AppointmentRow>().ExecuteUpdateAsync(set => set.SetProperty(one => one.Revision, 7));
        };
        await LookAsync();
        var talk = await _bot.TalkAsync();
        Assert.Equal((AppointmentState.Accepted, 7), (talk.State, talk.Revision));
        Assert.Equal(_bot.Bot.Clock.GetUtcNow().AddSeconds(5), talk.LookAgainAt);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(429)]
    public async Task A_bell_during_the_look_is_not_lost(int status)
    {
        await _bot.AddTalkAsync();
        _graph.Answer = async _ =>
        {
            await using var db = _bot.Bot.Open();
            await _bot.Watch.RingAsync(db, "amir", CancellationToken.None);
            return status == 200 ? WatchedBot.EventAt(WatchedBot.Usual) : new(status, RetryAfter: "1800");
        };
        await LookAsync();
        Assert.Equal(_bot.Bot.Clock.GetUtcNow(), (await _bot.TalkAsync()).LookAgainAt);
    }

    [Fact]
    public async Task A_talk_that_cannot_be_looked_at_does_not_stop_the_others()
    {
        await _bot.AddTalkAsync("broken");
        await _bot.AddTalkAsync("whole");
        _graph.Says(WatchedBot.EventAt(Later));
        _bot.Changes.Meanwhile = row => row.Id == "broken" ? throw new InvalidOperationException() : Task.CompletedTask;
        await LookAsync();
        Assert.Equal((0, 1), ((await _bot.TalkAsync("broken")).Revision, (await _bot.TalkAsync("whole")).Revision));
    }

    private Task LookAsync() => _bot.Watch.LookAsync(TestContext.Current.CancellationToken);
}

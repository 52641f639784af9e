using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Tests.Appointments.Calendars.Graph;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>Keeping Graph's subscription to an advisor's calendar, with a clock that the test moves.</summary>
public sealed class SubscriptionTests : IAsyncLifetime
{
    private const string Id = "7f105c7d-2dc5-4530-97cd-4e7ae6534c07";

    private FakeGraph _graph = null!;
    private WatchedBot _bot = null!;

    private GraphSays Usual(GraphSeen seen) => seen.Method switch
    {
        "POST" or "PATCH" => new(seen.Method == "POST" ? 201 : 200, new JsonObject { ["id"] = Id, ["expirationDateTime"] = (string?)JsonNode.Parse(seen.Body)!["expirationDateTime"] }.ToJsonString()),
        _ => new(204),
    };

    private IEnumerable<string> Asked => _graph.Seen.Select(seen => seen.Method);

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _graph.Answer = seen => Task.FromResult(Usual(seen));
        _bot = await WatchedBot.StartAsync(_graph);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [Fact]
    public async Task One_subscription_is_made_for_the_advisors_events_and_tells_nothing_else()
    {
        await _bot.TendAsync();
        var made = _graph.Seen.First();
        Assert.Equal(("POST", "/v1.0/subscriptions"), (made.Method, made.Target));
        var body = JsonNode.Parse(made.Body)!.AsObject();
        var secret = (string)body["clientState"]!;
        Assert.InRange(secret.Length, 40, 128);
        body.Remove("clientState");
        GraphJson.AssertIs(
            """
            {
              "changeType": "updated,deleted",
              "resource": "users/10000000-0000-4000-8000-0000000000a2/events",
              "notificationUrl": "http://127.0.0.1:1/graph/changes",
              "lifecycleNotificationUrl": "http://127.0.0.1:1/graph/lifecycle",
              "expirationDateTime": "2027-01-11T10:00:00+00:00"
            }
            """,
            body.ToJsonString());
        foreach (var (_, bytes) in new DataFile(_bot.Bot.Folder).Files())
            Assert.DoesNotContain(CanarySearch.Find(bytes, secret), disguise => !disguise.StartsWith("SHA-256", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_one_is_short_until_its_id_is_kept_and_then_lasts_almost_six_days()
    {
        await _bot.TendAsync();
        Assert.Equal(["POST", "PATCH"], Asked);
        Assert.Equal($"/v1.0/subscriptions/{Id}", _graph.Seen.Last().Target);
        var row = await _bot.SubscriptionAsync();
        Assert.Equal((Id, _bot.Bot.Clock.GetUtcNow().AddDays(6).AddHours(-1)), (row!.SubscriptionId, row.ExpiresAt));
    }

    [Fact]
    public async Task It_is_renewed_every_day_long_before_it_ends()
    {
        await _bot.TendAsync();
        _bot.Bot.Clock.Pass(TimeSpan.FromHours(23));
        await _bot.TendAsync();
        Assert.Equal(["POST", "PATCH"], Asked);
        _bot.Bot.Clock.Pass(TimeSpan.FromHours(1));
        await _bot.TendAsync();
        Assert.Equal(["POST", "PATCH", "PATCH"], Asked);
        GraphJson.AssertIs("""{"expirationDateTime":"2027-01-18T08:00:00+00:00"}""", _graph.Seen.Last().Body);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    public async Task While_Graph_does_not_renew_it_is_asked_again_and_nothing_is_thrown_away(int status)
    {
        await _bot.TendAsync();
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(1));
        _graph.Says(status, "{}");
        await _bot.TendAsync();
        Assert.Equal(Id, (await _bot.SubscriptionAsync())!.SubscriptionId);
        _bot.Bot.Clock.Pass(TimeSpan.FromMinutes(10));
        _graph.Answer = seen => Task.FromResult(Usual(seen));
        await _bot.TendAsync();
        Assert.Equal(_bot.Bot.Clock.GetUtcNow().AddDays(6).AddHours(-1), (await _bot.SubscriptionAsync())!.ExpiresAt);
    }

    [Fact]
    public async Task One_that_Graph_does_not_know_any_more_is_made_again()
    {
        await _bot.TendAsync();
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(1));
        _graph.Seen.Clear();
        _graph.Answer = seen => Task.FromResult(_graph.Seen.Count == 1 ? new(404, "{}") : Usual(seen));
        await _bot.TendAsync();
        Assert.Equal(["PATCH", "DELETE", "POST", "PATCH"], Asked);
    }

    [Fact]
    public async Task One_that_ran_out_is_made_again()
    {
        await _bot.TendAsync();
        _graph.Seen.Clear();
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(6));
        await _bot.TendAsync();
        Assert.Equal(["DELETE", "POST", "PATCH"], Asked);
    }

    [Fact]
    public async Task One_that_stands_in_the_way_is_waited_for()
    {
        _graph.Says(409, """{"error":{"code":"ExtensionError","message":"Subscription Id x already exists for the requested combination"}}""");
        await _bot.TendAsync();
        Assert.Equal(["POST"], Asked);
        Assert.Null((await _bot.SubscriptionAsync())!.SubscriptionId);
        _graph.Answer = seen => Task.FromResult(Usual(seen));
        _bot.Bot.Clock.Pass(TimeSpan.FromMinutes(10));
        await _bot.TendAsync();
        Assert.Equal(Id, (await _bot.SubscriptionAsync())!.SubscriptionId);
    }

    [Fact]
    public async Task Two_instances_make_one_and_renew_it_once()
    {
        await using var other = await WatchedBot.StartAsync(_graph, _bot);
        await BothAsync(other);
        Assert.Equal(["POST", "PATCH"], Asked);
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(1));
        await BothAsync(other);
        Assert.Equal(["POST", "PATCH", "PATCH"], Asked);
    }

    [Fact]
    public async Task At_another_address_of_ours_it_is_ended_and_made_again()
    {
        await _bot.TendAsync();
        await using var moved = await WatchedBot.StartAsync(_graph, _bot, "http://127.0.0.1:2");
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(1));
        _graph.Seen.Clear();
        await moved.TendAsync();
        Assert.Equal(["DELETE", "POST", "PATCH"], Asked);
        Assert.Equal("http://127.0.0.1:2", (await _bot.SubscriptionAsync())!.Address);
    }

    [Fact]
    public async Task Without_an_address_it_is_cleared_up()
    {
        await _bot.TendAsync();
        await using var alone = await WatchedBot.StartAsync(_graph, _bot, "");
        _bot.Bot.Clock.Pass(TimeSpan.FromDays(1));
        await alone.TendAsync();
        Assert.Equal(["POST", "PATCH", "DELETE"], Asked);
        Assert.Null(await _bot.SubscriptionAsync());
    }

    [Fact]
    public async Task Without_an_address_nothing_is_asked_and_nobody_can_knock()
    {
        await using var alone = await WatchedBot.StartAsync(_graph, address: "", listen: true);
        await alone.TendAsync();
        Assert.Empty(_graph.Seen);
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(alone.Bot.Address, "/graph/changes?validationToken=x"), null, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task One_that_came_too_late_is_not_left_behind()
    {
        _graph.Answer = async seen =>
        {
            // Another instance has taken over by the time that Graph answers.
            if (seen.Method == "POST")
            {
                _bot.Bot.Clock.Pass(TimeSpan.FromMinutes(3));
                _graph.Answer = later => Task.FromResult(later.Method == "POST" ? new(409, "{}") : Usual(later));
                await _bot.TendAsync();
            }

            return Usual(seen);
        };
        await _bot.TendAsync();
        Assert.Equal(["POST", "POST", "DELETE"], Asked);
        Assert.Null((await _bot.SubscriptionAsync())!.SubscriptionId);
    }

    private Task BothAsync(WatchedBot other) => Task.WhenAll(Task.Run(_bot.TendAsync), Task.Run(other.TendAsync));
}

using Microsoft.EntityFrameworkCore;
using VpBot.Playground;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Calendars;

/// <summary>Graph is silent, busy, confused or late, and the whole program is under it: the person reads what is true, and nothing stays behind.</summary>
public sealed class GraphTroubleTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new(Engine.Sqlite);
    private PlaygroundServer _playground = null!;
    private RoomVisitor _visitor = null!;

    private MailboxCalendar Calendar => _playground.Graph.Calendar(_playground.People.Amir);

    public async ValueTask InitializeAsync()
    {
        _playground = await PlaygroundServer.StartAsync(new() { ExtraEnvironment = _database.Settings });
        _visitor = new RoomVisitor(_playground.Bot!.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _playground.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_calendar_that_never_answers_is_asked_again_and_nothing_is_confirmed_meanwhile()
    {
        Once("POST", "/events", FaultDecision.NeverAnswers);
        await BookAsync("Phone");
        await _playground.Graph.ReceivedAsync("the event", request => request.Path.EndsWith("/events", StringComparison.Ordinal));
        await IsBeingArrangedAsync();

        await _visitor.LookUntilAsync("aangekomen", seconds: 60);
        Assert.Single(Calendar.Events);
    }

    [Fact]
    public async Task A_wait_that_Graph_asks_for_is_waited_and_said()
    {
        Once("POST", "/events", FaultDecision.TooManyRequests(TimeSpan.FromSeconds(4)));
        await BookAsync("Phone");
        await _playground.Graph.ReceivedAsync("the event", request => request.Path.EndsWith("/events", StringComparison.Ordinal));
        await IsBeingArrangedAsync();

        await _visitor.LookUntilAsync("aangekomen", seconds: 60);
        var asked = _playground.Graph.Received.Where(request => request.Path.EndsWith("/events", StringComparison.Ordinal)).Select(request => request.At).ToList();
        Assert.Equal(2, asked.Count);
        Assert.True(asked[1] - asked[0] >= TimeSpan.FromSeconds(4));
        Assert.Single(Calendar.Events);
    }

    [Theory]
    [InlineData("POST", "/onlineMeetings")]
    [InlineData("GET", "/onlineMeetings/")]
    [InlineData("POST", "/events")]
    public async Task An_answer_that_makes_no_sense_arranges_nothing_and_is_not_called_arranged(string method, string path)
    {
        _playground.Graph.Faults.OnReceived = request => Is(request, method, path) ? FaultDecision.Html : null;
        await BookAsync("Teams");
        await _visitor.LookUntilAsync("kon niet worden bezorgd", seconds: 60);
        Assert.Contains("088 000 00 00", _visitor.Page.Text, StringComparison.Ordinal);
        await NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("POST", "/onlineMeetings", 2)]
    [InlineData("POST", "/events", 2)]
    [InlineData("POST", "/events", 12)]
    public async Task What_Graph_makes_after_the_employee_called_it_off_goes_again(string method, string path, int seconds)
    {
        Once(method, path, FaultDecision.Slow(TimeSpan.FromSeconds(seconds)));
        await BookAsync("Teams");
        await _playground.Graph.ReceivedAsync("the request", request => Is(request, method, path));
        await _visitor.AnswerAsync("cancel");
        await _visitor.AnswerAsync("yes");
        Assert.Contains("afgezegd", _visitor.Page.Title, StringComparison.Ordinal);
        await NothingIsLeftAsync();
        Assert.Contains("afgezegd", _visitor.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_instead_of_a_calendar_is_never_free_time()
    {
        _playground.Graph.Faults.OnReceived = request => Is(request, "POST", "getSchedule") ? FaultDecision.Html : null;
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("When", "amir");
        Assert.Contains("We kunnen de agenda nu niet zien", _visitor.Page.Title, StringComparison.Ordinal);
    }

    private async Task BookAsync(string way)
    {
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("NoteCode", "amir", way, "Kruimel");
        await _visitor.AnswerAsync("noted");
    }

    private async Task IsBeingArrangedAsync()
    {
        Assert.Contains("We zetten je gesprek in de agenda", (await _visitor.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
        Assert.Contains("088 000 00 02", _visitor.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_playground.Connector.Received, request => request.Text.Contains("Kruimel", StringComparison.Ordinal));
    }

    private async Task NothingIsLeftAsync()
    {
        await Until.TrueAsync(
            "an empty outbox",
            () =>
            {
                using var db = _database.Open();
                return !db.Set<OutboxRow>().Any();
            },
            seconds: 60);
        Assert.Empty(Calendar.Events);
        Assert.Empty(Calendar.DeletedItems);
        Assert.Empty(Calendar.Meetings);
        Assert.DoesNotContain(_playground.Connector.Received, request => request.Text.Contains("Kruimel", StringComparison.Ordinal));
        await using var after = _database.Open();
        Assert.Equal(0, await after.Set<VpBot.Appointments.TimeCellRow>().CountAsync());
    }

    private void Once(string method, string path, FaultDecision decision)
    {
        var times = 0;
        _playground.Graph.Faults.OnReceived = request => Is(request, method, path) && Interlocked.Increment(ref times) == 1 ? decision : null;
    }

    private static bool Is(ReceivedRequest request, string method, string path) =>
        request.Method == method && request.Path.Contains(path, StringComparison.Ordinal);
}

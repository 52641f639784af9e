using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Calendars;

public sealed class GraphBookingOnSqliteTests() : GraphBookingTests(Engine.Sqlite);

public sealed class GraphBookingOnPostgreSqlTests() : GraphBookingTests(Engine.PostgreSql);

/// <summary>A talk with an advisor who has a mailbox, through the real SDK, against the emulated Graph.</summary>
public abstract class GraphBookingTests(Engine engine) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private PlaygroundServer _playground = null!;
    private RoomVisitor _visitor = null!;

    private MailboxCalendar Calendar => _playground.Graph.Calendar(_playground.People.Amir);

    public async ValueTask InitializeAsync()
    {
        _database = new(engine);
        _playground = await PlaygroundServer.StartAsync(new() { ExtraEnvironment = _database.Settings });
        _visitor = new RoomVisitor(_playground.Bot!.Address);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _visitor?.Dispose();
        if (_playground is not null)
            await _playground.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_booked_talk_stands_in_the_advisors_calendar_and_leaves_it_for_good_when_it_is_called_off()
    {
        await BookAsync("Teams");
        await _visitor.LookUntilAsync("aangekomen");

        var talk = Assert.Single(Calendar.Events);
        Assert.Equal("Gesprek", talk.Subject);
        Assert.True(talk.IsPrivate);
        Assert.Contains(Assert.Single(Calendar.Meetings).MeetingId, _visitor.Page.Text, StringComparison.Ordinal);
        var writes = _playground.Graph.Received.Where(IsOfTheTalk).ToList();
        Assert.Equal(["POST", "GET", "POST"], writes.Select(request => request.Method));

        await _visitor.AnswerAsync("cancel");
        await _visitor.AnswerAsync("yes");
        Assert.Contains("afgezegd", _visitor.Page.Title, StringComparison.Ordinal);
        await _playground.Graph.ReceivedAsync("the meeting's removal", request => request.Method == "DELETE" && request.Path.Contains("/onlineMeetings/", StringComparison.Ordinal));
        Assert.Empty(Calendar.Events);
        Assert.Empty(Calendar.DeletedItems);
        Assert.Empty(Calendar.Meetings);
    }

    [Fact]
    public async Task Graph_learns_no_name_no_employer_no_topic_and_no_attendee()
    {
        await BookAsync("Phone");
        await _visitor.LookUntilAsync("aangekomen");

        var everything = string.Join('\n', _playground.Graph.Received.Select(request => request.Path + request.Text + string.Join('\n', request.Headers)));

        foreach (var word in (string[])["Kruimel", "duinrand", "Duinrand", "06 12 34 56 78", "Pesten", "Bullying", _playground.People.Noor.ObjectId])
            Assert.DoesNotContain(word, everything, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"attendees\":[]", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_calendar_is_never_offered_as_free_time()
    {
        _playground.Graph.Faults.BreakSchedule(_playground.People.Amir);
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("When", "amir");

        Assert.Contains("We kunnen de agenda nu niet zien", _visitor.Page.Title, StringComparison.Ordinal);
        Assert.Contains("088 000 00 00", _visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_advisor_put_in_Outlook_is_not_offered()
    {
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("When", "amir");
        var first = _visitor.Page.Values[0];
        var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(first.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture));
        await _visitor.ActAsync("leave");
        Calendar.AddBlock(start, TimeSpan.FromMinutes(30));
        await _playground.Bot!.RestartAsync();

        await _visitor.BeginAsync();
        await _visitor.GoToAsync("When", "amir");

        Assert.DoesNotContain(first, _visitor.Page.Values);
        Assert.DoesNotContain("De Bree", _visitor.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Graph_is_down_the_hold_stays_and_nothing_is_confirmed_that_is_not()
    {
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("Consent", "amir", "Phone", "Kruimel");
        _playground.Graph.Faults.OnReceived = request => request.Path.Contains("/events", StringComparison.Ordinal) ? FaultDecision.Down : null;
        await _visitor.AnswerAsync("yes");
        await _visitor.AnswerAsync("noted");

        Assert.Contains("We zetten je gesprek in de agenda", _visitor.Page.Title, StringComparison.Ordinal);
        Assert.Contains("088 000 00 02", _visitor.Page.Text, StringComparison.Ordinal);
        await _playground.Graph.ReceivedAsync("a try", request => request.Path.EndsWith("/events", StringComparison.Ordinal));

        _playground.Graph.Faults.OnReceived = null;
        await _visitor.LookUntilAsync("aangekomen");
        Assert.Single(Calendar.Events);
    }

    [Fact]
    public async Task A_calendar_that_falls_silent_at_the_last_moment_agrees_to_nothing()
    {
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("Consent", "amir", "Phone", "Kruimel");
        _playground.Graph.Faults.Now = FaultDecision.Down;
        await _visitor.AnswerAsync("yes");

        Assert.Equal("Consent", _visitor.Page.Step);
        Assert.Contains("nog niets afgesproken", _visitor.Page.Text, StringComparison.Ordinal);

        _playground.Graph.Faults.Clear();
        await _visitor.AnswerAsync("yes");
        Assert.NotNull(_visitor.Page.Code);
    }

    [Fact]
    public async Task A_meeting_whose_settings_did_not_take_is_deleted_and_nothing_is_arranged()
    {
        _playground.Graph.Faults.Meetings = MeetingTrouble.RecordingStaysAllowed;
        await BookAsync("Teams");
        await _visitor.LookUntilAsync("kon niet worden bezorgd");
        await _playground.Graph.ReceivedAsync("the meeting's removal", request => request.Method == "DELETE");

        Assert.Empty(Calendar.Meetings);
        Assert.Empty(Calendar.Events);
    }

    /// <summary>Not of free time, of what Graph is to tell us, or of looking at the event later.</summary>
    private static bool IsOfTheTalk(ReceivedRequest request) =>
        !request.Path.Contains("getSchedule", StringComparison.Ordinal) && !request.Path.Contains("/subscriptions", StringComparison.Ordinal)
        && !(request.Method == "GET" && request.Path.Contains("/events/", StringComparison.Ordinal));

    private async Task BookAsync(string way)
    {
        await _visitor.BeginAsync();
        await _visitor.GoToAsync("NoteCode", "amir", way, "Kruimel");
        await _visitor.AnswerAsync("noted");
    }
}

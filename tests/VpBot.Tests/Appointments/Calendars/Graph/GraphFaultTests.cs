using System.Globalization;
using Azure.Identity;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>Whatever Graph or the network does is an answer with a name.</summary>
public sealed class GraphFaultTests : IAsyncLifetime
{
    private static readonly Slot Slot = Talk("2027-02-22 10:00");
    private GraphProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await GraphProvider.StartAsync(perRequest: TimeSpan.FromSeconds(1));

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_long_wait_that_Graph_asks_for_goes_back_to_the_outbox_at_once(int status)
    {
        _provider.Graph.Says(new GraphSays(status, "{\"error\":{\"code\":\"x\"}}", RetryAfter: "120"));

        Assert.Equal(new MailboxAnswer<string>.Later(TimeSpan.FromMinutes(2)), await CreateAsync());
        Assert.Single(_provider.Graph.Seen);
    }

    [Fact]
    public async Task A_wait_until_a_moment_is_understood_too()
    {
        var until = TimeProvider.System.GetUtcNow().AddMinutes(10);
        _provider.Graph.Says(new GraphSays(429, RetryAfter: until.ToString("R", CultureInfo.InvariantCulture)));

        Assert.InRange(Assert.IsType<MailboxAnswer<string>.Later>(await CreateAsync()).After, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_short_wait_is_waited_for_once(int status)
    {
        _provider.Graph.Says(new GraphSays(status, RetryAfter: "1"), new GraphSays(201, "{\"id\":\"event-1\"}"));

        Assert.Equal(new MailboxAnswer<string>.Done("event-1"), await CreateAsync());
        Assert.Equal(2, _provider.Graph.Seen.Count);
        Assert.Single(_provider.Graph.Seen.Select(seen => seen.Body).Distinct());
    }

    [Fact]
    public async Task A_short_wait_is_not_waited_for_twice()
    {
        _provider.Graph.Says(new GraphSays(429, RetryAfter: "1"));

        Assert.Equal(new MailboxAnswer<string>.Later(TimeSpan.FromSeconds(1)), await CreateAsync());
        Assert.Equal(2, _provider.Graph.Seen.Count);
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(503, null)]
    [InlineData(504, "1")]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(408, null)]
    public async Task What_may_have_been_carried_out_or_names_no_wait_is_not_tried_again_here(int status, string? retryAfter)
    {
        _provider.Graph.Says(new GraphSays(status, "not json", "text/html", retryAfter));

        var after = Assert.IsType<MailboxAnswer<string>.Later>(await CreateAsync()).After;

        Assert.Equal(retryAfter is null ? TimeSpan.Zero : TimeSpan.FromSeconds(1), after);
        Assert.Single(_provider.Graph.Seen);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_refusal_is_a_refusal(int status)
    {
        _provider.Graph.Says(new GraphSays(status, "<html>", "text/html"));

        Assert.Equal(new MailboxAnswer<string>.Refused(CalendarFault.Refused), await CreateAsync());
        Assert.Single(_provider.Graph.Seen);
    }

    [Fact]
    public async Task Nobody_is_followed_to_another_address()
    {
        _provider.Graph.Says(new GraphSays(307, Location: _provider.Graph.Address + "/elsewhere"));

        Assert.Equal(new MailboxAnswer<string>.Refused(CalendarFault.Nonsense), await CreateAsync());
        Assert.Single(_provider.Graph.Seen);
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("""{"id":""}""", "application/json")]
    [InlineData("""{"id":"  "}""", "application/json")]
    [InlineData("""{"id":7}""", "application/json")]
    [InlineData("{\"id\":\"ev", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("<html>ok</html>", "text/html")]
    public async Task A_success_that_makes_no_sense_is_nonsense(string body, string type)
    {
        _provider.Graph.Says(new GraphSays(201, body, type));

        Assert.Equal(new MailboxAnswer<string>.Refused(CalendarFault.Nonsense), await CreateAsync());
    }

    [Fact]
    public async Task An_id_or_an_answer_beyond_measure_is_nonsense()
    {
        _provider.Graph.Says(201, $$"""{"id":"{{new string('x', 2000)}}"}""");
        Assert.Equal(new MailboxAnswer<string>.Refused(CalendarFault.Nonsense), await CreateAsync());

        _provider.Graph.Says(201, $$"""{"id":"event-1","body":"{{new string('x', 9 << 20)}}"}""");
        Assert.Equal(new MailboxAnswer<string>.Refused(CalendarFault.Nonsense), await CreateAsync());
    }

    [Fact]
    public async Task Graph_is_not_waited_for_without_end()
    {
        _provider.Graph.Answer = async _ =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
            return new GraphSays(201, "{\"id\":\"event-1\"}");
        };

        Assert.Equal(new MailboxAnswer<string>.Later(TimeSpan.Zero), await CreateAsync());
        Assert.Equal(TimeSpan.FromSeconds(10), VpBot.Appointments.Calendars.Graph.GraphPatience.Usual.PerRequest);
    }

    [Fact]
    public async Task A_line_that_is_dead_is_later()
    {
        await _provider.Graph.DisposeAsync();

        Assert.Equal(new MailboxAnswer<string>.Later(TimeSpan.Zero), await CreateAsync());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_it_is_later()
    {
        _provider.Token.Fault = new CredentialUnavailableException("no identity here");

        Assert.Equal(new MailboxAnswer<string>.Later(TimeSpan.Zero), await CreateAsync());
        Assert.Empty(_provider.Graph.Seen);
    }

    [Fact]
    public async Task Who_asks_to_stop_is_obeyed()
    {
        using var stopping = new CancellationTokenSource();
        _provider.Graph.Answer = async _ =>
        {
            await stopping.CancelAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            return new GraphSays(201, "{\"id\":\"event-1\"}");
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _provider.Mailbox.CreateEventAsync(_provider.Advisors[0], Slot, "appointment", "VP-1", stopping.Token));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_is_gone_already_is_deleted(int status)
    {
        _provider.Graph.Says(status);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), await _provider.Mailbox.DeleteMeetingAsync(_provider.Advisors[0], "meeting-1", Stopping));
        Assert.Equal(new MailboxAnswer<bool>.Done(true), await _provider.Mailbox.DeleteEventAsync(_provider.Advisors[0], "event-1", Stopping));
    }

    [Fact]
    public async Task What_could_not_be_deleted_is_not_called_deleted()
    {
        _provider.Graph.Says(403);
        Assert.Equal(new MailboxAnswer<bool>.Refused(CalendarFault.Refused), await _provider.Mailbox.DeleteEventAsync(_provider.Advisors[0], "event-1", Stopping));

        _provider.Graph.Says(503);
        Assert.Equal(new MailboxAnswer<bool>.Later(TimeSpan.Zero), await _provider.Mailbox.DeleteMeetingAsync(_provider.Advisors[0], "meeting-1", Stopping));
    }

    [Fact]
    public async Task What_is_gone_cannot_be_moved()
    {
        _provider.Graph.Says(404);

        Assert.Equal(new MailboxAnswer<bool>.Refused(CalendarFault.Refused), await _provider.Mailbox.MoveEventAsync(_provider.Advisors[0], "event-1", Slot, Stopping));
        Assert.Equal(new MailboxAnswer<bool>.Refused(CalendarFault.Refused), await _provider.Mailbox.MoveMeetingAsync(_provider.Advisors[0], "meeting-1", Slot, Stopping));
    }

    [Fact]
    public async Task An_event_that_the_advisor_removed_or_cancelled_is_no_event()
    {
        _provider.Graph.Says(404);
        Assert.Equal(new MailboxAnswer<EventSeen?>.Done(null), await ReadEventAsync());

        _provider.Graph.Says(200, GraphRequestTests.EventJson("2027-02-22T09:00:00", "2027-02-22T09:45:00", cancelled: "true"));
        Assert.Equal(new MailboxAnswer<EventSeen?>.Done(null), await ReadEventAsync());
    }

    [Theory]
    [InlineData("2027-02-22T09:00:00", "2027-02-22T09:45:00", "W. Europe Standard Time")]
    [InlineData("2027-02-22T09:45:00", "2027-02-22T09:00:00", "UTC")]
    [InlineData("2027-02-30T09:00:00", "2027-02-30T09:45:00", "UTC")]
    [InlineData("", "", "UTC")]
    public async Task An_event_at_a_time_that_we_cannot_read_is_nonsense_and_not_removed(string start, string end, string zone)
    {
        _provider.Graph.Says(200, GraphRequestTests.EventJson(start, end, zone));

        Assert.Equal(new MailboxAnswer<EventSeen?>.Refused(CalendarFault.Nonsense), await ReadEventAsync());
    }

    [Theory]
    [InlineData("everyone", "disabled", "false", "false", "true", "\"abc\"")]
    [InlineData("organizer", "enabled", "false", "false", "true", "\"abc\"")]
    [InlineData("organizer", "limited", "false", "false", "true", "\"abc\"")]
    [InlineData("organizer", "disabled", "true", "false", "true", "\"abc\"")]
    [InlineData("organizer", "disabled", "null", "false", "true", "\"abc\"")]
    [InlineData("organizer", "disabled", "false", "true", "true", "\"abc\"")]
    [InlineData("organizer", "disabled", "false", "null", "true", "\"abc\"")]
    [InlineData("organizer", "disabled", "false", "false", "false", "\"abc\"")]
    [InlineData("organizer", "disabled", "false", "false", "true", "null")]
    [InlineData("a new word", "disabled", "false", "false", "true", "\"abc\"")]
    public async Task One_setting_that_did_not_take_is_enough(string scope, string chat, string recording, string transcription, string required, string passcode)
    {
        _provider.Graph.Says(200, GraphRequestTests.MeetingJson($"\"{scope}\"", $"\"{chat}\"", recording, transcription, required, passcode));

        var answer = await _provider.Mailbox.ReadMeetingAsync(_provider.Advisors[0], "meeting-1", Stopping);

        Assert.False(Assert.IsType<MailboxAnswer<OnlineMeetingSeen>.Done>(answer).Value.SettingsTook);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"meeting-1"}""")]
    [InlineData("""{"id":"meeting-1","joinWebUrl":"javascript:alert(1)"}""")]
    public async Task A_meeting_that_nobody_can_join_is_nonsense(string body)
    {
        _provider.Graph.Says(200, body);

        Assert.Equal(
            new MailboxAnswer<OnlineMeetingSeen>.Refused(CalendarFault.Nonsense),
            await _provider.Mailbox.ReadMeetingAsync(_provider.Advisors[0], "meeting-1", Stopping));
    }

    [Fact]
    public async Task At_most_four_requests_are_under_way_for_a_mailbox_and_others_do_not_wait_for_it()
    {
        await using var provider = await GraphProvider.StartAsync(2);
        var (gate, first) = (new TaskCompletionSource(), GraphProvider.ObjectId(0));
        provider.Graph.Answer = async seen =>
        {
            if (seen.Target.Contains(first, StringComparison.Ordinal))
                await gate.Task;
            return new GraphSays(204);
        };

        var waiting = Enumerable.Range(0, 12).Select(_ => provider.Mailbox.DeleteEventAsync(provider.Advisors[0], "event-1", Stopping)).ToList();
        while (provider.Graph.Seen.Count < 4)
            await Task.Delay(10, Stopping);
        await Task.Delay(200, Stopping);
        Assert.Equal(4, provider.Graph.Seen.Count);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), await provider.Mailbox.DeleteEventAsync(provider.Advisors[1], "event-1", Stopping));
        gate.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(new MailboxAnswer<bool>.Done(true), answer));
        Assert.InRange(provider.Graph.Most, 4, 5);
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private Task<MailboxAnswer<string>> CreateAsync() => _provider.Mailbox.CreateEventAsync(_provider.Advisors[0], Slot, "appointment", "VP-1", Stopping);

    private Task<MailboxAnswer<EventSeen?>> ReadEventAsync() => _provider.Mailbox.ReadEventAsync(_provider.Advisors[0], "event-1", Stopping);
}

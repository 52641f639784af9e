using System.Diagnostics;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Privacy;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>Every request to Graph, as it goes over the wire: method, path, headers and body, and nothing more.</summary>
public sealed class GraphRequestTests : IAsyncLifetime
{
    private const string Advisor = "/v1.0/users/10000000-0000-4000-8000-000000000000";
    private GraphProvider _provider = null!;

    public async ValueTask InitializeAsync() => _provider = await GraphProvider.StartAsync(2);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Free_time_is_asked_for_by_the_clock_in_Amsterdam_and_in_quarters()
    {
        _provider.Graph.Says(200, """{"value":[]}""");

        await _provider.Mailbox.BusyAsync(_provider.Advisors, At("2027-07-01 09:00"), At("2027-07-01 17:00"), Stopping);

        AssertSent("POST", $"{Advisor}/calendar/getSchedule", "outlook.timezone=\"W. Europe Standard Time\"", """
            {
              "Schedules": ["a0@luwte.example", "a1@luwte.example"],
              "StartTime": { "dateTime": "2027-07-01T09:00:00", "timeZone": "W. Europe Standard Time" },
              "EndTime": { "dateTime": "2027-07-01T17:00:00", "timeZone": "W. Europe Standard Time" },
              "AvailabilityViewInterval": 15
            }
            """);
    }

    [Fact]
    public async Task A_meeting_is_asked_for_with_every_protection_and_without_a_person()
    {
        _provider.Graph.Says(201, """{"id":"meeting-1","subject":"Gesprek"}""");

        var answer = await _provider.Mailbox.CreateMeetingAsync(_provider.Advisors[0], Slot, Stopping);

        Assert.Equal(new MailboxAnswer<string>.Done("meeting-1"), answer);
        AssertSent("POST", $"{Advisor}/onlineMeetings", null, """
            {
              "subject": "Gesprek",
              "startDateTime": "2027-02-22T09:00:00+00:00",
              "endDateTime": "2027-02-22T09:45:00+00:00",
              "lobbyBypassSettings": { "scope": "organizer" },
              "allowMeetingChat": "disabled",
              "allowRecording": false,
              "allowTranscription": false,
              "joinMeetingIdSettings": { "isPasscodeRequired": true }
            }
            """);
    }

    [Fact]
    public async Task A_meeting_is_read_back_by_its_id()
    {
        _provider.Graph.Says(200, MeetingJson());

        var answer = await _provider.Mailbox.ReadMeetingAsync(_provider.Advisors[0], "MSo/1+=", Stopping);

        Assert.Equal(new MailboxAnswer<OnlineMeetingSeen>.Done(new("MSo/1+=", "300 000 000 001", "abc123", "https://teams.microsoft.com/l/meetup-join/1", true)), answer);
        AssertSent("GET", $"{Advisor}/onlineMeetings/MSo%2F1%2B%3D", null, null);
    }

    [Fact]
    public async Task A_meeting_moves_with_both_its_ends()
    {
        _provider.Graph.Says(200, """{"id":"meeting-1"}""");

        var answer = await _provider.Mailbox.MoveMeetingAsync(_provider.Advisors[0], "meeting-1", Slot, Stopping);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), answer);
        AssertSent("PATCH", $"{Advisor}/onlineMeetings/meeting-1", null, """
            { "startDateTime": "2027-02-22T09:00:00+00:00", "endDateTime": "2027-02-22T09:45:00+00:00" }
            """);
    }

    [Fact]
    public async Task A_meeting_is_deleted()
    {
        _provider.Graph.Says(204);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), await _provider.Mailbox.DeleteMeetingAsync(_provider.Advisors[0], "meeting-1", Stopping));
        AssertSent("DELETE", $"{Advisor}/onlineMeetings/meeting-1", null, null);
    }

    [Fact]
    public async Task An_event_has_no_attendee_no_name_no_employer_and_no_telling_subject()
    {
        _provider.Graph.Says(201, """{"id":"event-1"}""");

        var answer = await _provider.Mailbox.CreateEventAsync(_provider.Advisors[0], Slot, "appointment-1", "VP-7K2M", Stopping);

        Assert.Equal(new MailboxAnswer<string>.Done("event-1"), answer);
        AssertSent("POST", $"{Advisor}/events", null, """
            {
              "subject": "Gesprek",
              "body": { "contentType": "text", "content": "VP-7K2M" },
              "start": { "dateTime": "2027-02-22T09:00:00", "timeZone": "UTC" },
              "end": { "dateTime": "2027-02-22T09:45:00", "timeZone": "UTC" },
              "attendees": [],
              "sensitivity": "private",
              "showAs": "busy",
              "responseRequested": false,
              "isOnlineMeeting": false,
              "transactionId": "appointment-1"
            }
            """);
    }

    [Fact]
    public async Task An_event_is_polled_without_its_words()
    {
        _provider.Graph.Says(200, EventJson("2027-02-22T09:00:00.0000000", "2027-02-22T09:45:00.0000000"));

        var answer = await _provider.Mailbox.ReadEventAsync(_provider.Advisors[0], "event-1", Stopping);

        Assert.Equal(new MailboxAnswer<EventSeen?>.Done(new EventSeen("event-1", Slot)), answer);
        AssertSent("GET", $"{Advisor}/events/event-1?%24select=id,start,end,isCancelled", "outlook.timezone=\"UTC\"", null);
    }

    [Fact]
    public async Task An_event_moves_with_both_its_ends()
    {
        _provider.Graph.Says(200, """{"id":"event-1"}""");

        var answer = await _provider.Mailbox.MoveEventAsync(_provider.Advisors[0], "event-1", Slot, Stopping);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), answer);
        AssertSent("PATCH", $"{Advisor}/events/event-1", null, """
            {
              "start": { "dateTime": "2027-02-22T09:00:00", "timeZone": "UTC" },
              "end": { "dateTime": "2027-02-22T09:45:00", "timeZone": "UTC" }
            }
            """);
    }

    [Fact]
    public async Task An_event_is_deleted_for_good()
    {
        _provider.Graph.Says(204);

        Assert.Equal(new MailboxAnswer<bool>.Done(true), await _provider.Mailbox.DeleteEventAsync(_provider.Advisors[0], "AA/M+k==", Stopping));
        AssertSent("POST", $"{Advisor}/events/AA%2FM%2Bk%3D%3D/permanentDelete", null, null);
    }

    [Fact]
    public async Task A_talk_on_29_February_is_an_ordinary_talk()
    {
        _provider.Graph.Says(200, """{"id":"event-1"}""");

        await _provider.Mailbox.MoveEventAsync(_provider.Advisors[0], "event-1", Talk("2028-02-29 23:30"), Stopping);

        GraphJson.AssertIs("""
            {
              "start": { "dateTime": "2028-02-29T22:30:00", "timeZone": "UTC" },
              "end": { "dateTime": "2028-02-29T23:15:00", "timeZone": "UTC" }
            }
            """, _provider.Graph.Seen.Single().Body);
    }

    [Fact]
    public async Task A_subscription_names_an_advisors_events_our_address_and_our_secret()
    {
        _provider.Graph.Says(201, """{"id":"7f105c7d-2dc5-4530-97cd-4e7ae6534c07","expirationDateTime":"2027-02-22T10:00:00Z"}""");
        var order = new SubscriptionOrder(new("https://spreekkamer.example"), SecretToken.New(), Slot.Start);

        var answer = await _provider.Subscriptions.MakeAsync(_provider.Advisors[0], order, Stopping);

        Assert.Equal(Slot.Start.AddHours(1), Assert.IsType<MailboxAnswer<SubscriptionKept>.Done>(answer).Value.Until);
        AssertSent("POST", "/v1.0/subscriptions", null, $$"""
            {
              "changeType": "updated,deleted",
              "resource": "users/{{GraphProvider.ObjectId(0)}}/events",
              "notificationUrl": "https://spreekkamer.example/graph/changes",
              "lifecycleNotificationUrl": "https://spreekkamer.example/graph/lifecycle",
              "expirationDateTime": "2027-02-22T09:00:00+00:00",
              "clientState": "{{order.Secret.Reveal()}}"
            }
            """);
    }

    [Fact]
    public async Task A_subscription_is_renewed_with_its_end_alone()
    {
        _provider.Graph.Says(200, """{"id":"id-1","expirationDateTime":"2027-02-22T10:00:00Z"}""");

        await _provider.Subscriptions.RenewAsync("id-1", Slot.Start, Stopping);

        AssertSent("PATCH", "/v1.0/subscriptions/id-1", null, """{"expirationDateTime":"2027-02-22T09:00:00+00:00"}""");
    }

    [Fact]
    public async Task A_subscription_is_ended()
    {
        _provider.Graph.Says(204);

        await _provider.Subscriptions.EndAsync("id-1", Stopping);

        AssertSent("DELETE", "/v1.0/subscriptions/id-1", null, null);
    }

    [Fact]
    public async Task The_token_is_asked_for_Graph_and_nothing_else()
    {
        _provider.Graph.Says(204);

        await _provider.Mailbox.DeleteEventAsync(_provider.Advisors[0], "event-1", Stopping);

        Assert.Equal(["https://graph.microsoft.com/.default"], _provider.Token.Asked.SelectMany(asked => asked.Scopes));
    }

    [Fact]
    public async Task A_trace_of_ours_does_not_travel_along()
    {
        _provider.Graph.Says(204);
        using var trace = new Activity("a turn of the room").Start();

        await _provider.Mailbox.DeleteEventAsync(_provider.Advisors[0], "event-1", Stopping);

        Assert.DoesNotContain(_provider.Graph.Seen.Single().Headers, header => header.Value.Contains(trace.TraceId.ToHexString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_request_that_is_made_stands_in_the_table_of_requests_and_the_other_way_round()
    {
        await A_meeting_is_asked_for_with_every_protection_and_without_a_person();
        await AfterAsync(Free_time_is_asked_for_by_the_clock_in_Amsterdam_and_in_quarters);
        await AfterAsync(A_meeting_is_read_back_by_its_id);
        await AfterAsync(A_meeting_moves_with_both_its_ends);
        await AfterAsync(A_meeting_is_deleted);
        await AfterAsync(An_event_has_no_attendee_no_name_no_employer_and_no_telling_subject);
        await AfterAsync(An_event_is_polled_without_its_words);
        await AfterAsync(An_event_moves_with_both_its_ends);
        await AfterAsync(An_event_is_deleted_for_good);
        await AfterAsync(A_subscription_names_an_advisors_events_our_address_and_our_secret);
        await AfterAsync(A_subscription_is_renewed_with_its_end_alone);
        await AfterAsync(A_subscription_is_ended);

        Assert.Equal(_sent.Count, VpBot.Appointments.Calendars.Graph.GraphRequests.All.Count);
    }

    internal static string MeetingJson(
        string scope = "\"organizer\"", string chat = "\"disabled\"", string recording = "false", string transcription = "false",
        string required = "true", string passcode = "\"abc123\"", string url = "https://teams.microsoft.com/l/meetup-join/1") => $$"""
        {
          "id": "MSo/1+=", "subject": "Gesprek", "joinWebUrl": "{{url}}",
          "lobbyBypassSettings": { "scope": {{scope}}, "isDialInBypassEnabled": false },
          "allowMeetingChat": {{chat}}, "allowRecording": {{recording}}, "allowTranscription": {{transcription}},
          "joinMeetingIdSettings": { "isPasscodeRequired": {{required}}, "joinMeetingId": "300 000 000 001", "passcode": {{passcode}} }
        }
        """;

    internal static string EventJson(string start, string end, string zone = "UTC", string cancelled = "false") => $$"""
        {
          "id": "event-1", "isCancelled": {{cancelled}},
          "start": { "dateTime": "{{start}}", "timeZone": "{{zone}}" },
          "end": { "dateTime": "{{end}}", "timeZone": "{{zone}}" }
        }
        """;

    private readonly HashSet<string> _sent = [];

    private static readonly Slot Slot = Talk("2027-02-22 10:00");

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private async Task AfterAsync(Func<Task> example)
    {
        _provider.Graph.Seen.Clear();
        await example();
    }

    private void AssertSent(string method, string target, string? prefer, string? body)
    {
        var seen = Assert.Single(_provider.Graph.Seen);
        Assert.Equal((method, target), (seen.Method, seen.Target));
        Assert.Equal("Bearer a-token", seen.Headers["Authorization"]);
        Assert.Equal(prefer, seen.Headers.GetValueOrDefault("Prefer"));
        Assert.Empty(seen.Headers.Keys.Except(["Host", "Accept", "Authorization", "Prefer", "Content-Type", "Content-Length"]));
        if (body is null)
            Assert.Empty(seen.Body);
        else
            GraphJson.AssertIs(body, seen.Body);
        _sent.Add($"{method} {target}");
    }
}

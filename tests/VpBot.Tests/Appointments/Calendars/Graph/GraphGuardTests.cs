using System.Reflection;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>Graph is called in one tenant only, the provider's; an event never has an attendee, a name, an employer or a telling subject.</summary>
public class GraphGuardTests
{
    private static readonly Uri Graph = new(GraphSettingsRules.Microsoft);
    private static readonly Slot Slot = Talk("2027-02-22 10:00");

    public static TheoryData<string> Strangers => [.. ByName.Keys];

    private static readonly Dictionary<string, ExternalAdvisor> ByName = new()
    {
        ["somebody else"] = GraphProvider.Advisor(7),
        ["another object id"] = GraphProvider.Advisor(0) with { ObjectId = GraphProvider.ObjectId(7) },
        ["a path instead of an id"] = GraphProvider.Advisor(0) with { ObjectId = "../groups" },
        ["another key"] = GraphProvider.Advisor(0) with { Id = "stranger" },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Only_an_advisor_of_the_settings_can_stand_in_a_path(string stranger)
    {
        await using var provider = await GraphProvider.StartAsync();
        var (mailbox, who) = (provider.Mailbox, ByName[stranger]);

        Func<Task>[] asks =
        [
            () => mailbox.BusyAsync([provider.Advisors[0], who], Slot.Start, Slot.End, Stopping),
            () => mailbox.CreateMeetingAsync(who, Slot, Stopping),
            () => mailbox.ReadMeetingAsync(who, "x", Stopping),
            () => mailbox.MoveMeetingAsync(who, "x", Slot, Stopping),
            () => mailbox.DeleteMeetingAsync(who, "x", Stopping),
            () => mailbox.CreateEventAsync(who, Slot, "x", "x", Stopping),
            () => mailbox.ReadEventAsync(who, "x", Stopping),
            () => mailbox.MoveEventAsync(who, "x", Slot, Stopping),
            () => mailbox.DeleteEventAsync(who, "x", Stopping),
        ];
        foreach (var ask in asks)
            await Assert.ThrowsAsync<ForbiddenRequestException>(ask);

        Assert.Equal(typeof(IMailbox).GetMethods().Length, asks.Length);
        Assert.Empty(provider.Graph.Seen);
        Assert.Empty(provider.Token.Asked);
    }

    [Fact]
    public void An_advisor_with_the_built_in_calendar_or_of_another_tenant_has_no_mailbox_for_us()
    {
        var builtIn = GraphProvider.Advisor(1) with { Mailbox = null };
        var elsewhere = GraphProvider.Advisor(2) with { TenantId = "20000000-0000-4000-8000-000000000002" };
        var mailboxes = new ProviderMailboxes(GraphProvider.Directory(GraphProvider.Advisor(0), builtIn, elsewhere));

        Assert.Equal(new(GraphProvider.ObjectId(0), "a0@luwte.example"), mailboxes.Of(GraphProvider.Advisor(0)));
        Assert.Throws<ForbiddenRequestException>(() => mailboxes.Of(builtIn));
        Assert.Throws<ForbiddenRequestException>(() => mailboxes.Of(elsewhere));
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(number => mailboxes.Has(GraphProvider.ObjectId(number))));
    }

    [Fact]
    public async Task Nobody_asks_without_an_id_or_with_a_way_up()
    {
        await using var provider = await GraphProvider.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => provider.Mailbox.DeleteEventAsync(provider.Advisors[0], "", Stopping));
        await Assert.ThrowsAsync<ArgumentException>(() => provider.Mailbox.DeleteMeetingAsync(provider.Advisors[0], " ", Stopping));
        await Assert.ThrowsAsync<ForbiddenRequestException>(() => provider.Mailbox.DeleteMeetingAsync(provider.Advisors[0], "..", Stopping));
        Assert.Empty(provider.Graph.Seen);
    }

    [Theory]
    [InlineData("POST", "/users/{0}/events")]
    [InlineData("POST", "/users/{0}/calendar/getSchedule")]
    [InlineData("GET", "/users/{0}/events/AA%2FM?%24select=id,start,end,isCancelled")]
    [InlineData("POST", "/users/{0}/events/AA%2FM/permanentDelete")]
    [InlineData("POST", "/subscriptions")]
    [InlineData("PATCH", "/subscriptions/7f105c7d-2dc5-4530-97cd-4e7ae6534c07")]
    [InlineData("DELETE", "/subscriptions/7f105c7d-2dc5-4530-97cd-4e7ae6534c07")]
    public void A_request_of_the_table_may_leave(string method, string path) => Assert.True(Allows(method, GraphSettingsRules.Microsoft + path));

    [Theory]
    [InlineData("GET", "/users/{0}")]
    [InlineData("GET", "/users/{0}/messages")]
    [InlineData("GET", "/users/{0}/events")]
    [InlineData("GET", "/users/{0}/events/x")]
    [InlineData("GET", "/users/{0}/events/x?%24select=id,start,end,isCancelled,subject")]
    [InlineData("DELETE", "/users/{0}/events/x")]
    [InlineData("POST", "/users/{0}/events/")]
    [InlineData("POST", "/users/{0}/events?x=1")]
    [InlineData("POST", "/users/{0}/events//permanentDelete")]
    [InlineData("POST", "/users/{0}/sendMail")]
    [InlineData("POST", "/users/10000000-0000-4000-8000-000000000007/events")]
    [InlineData("POST", "/users/a0@luwte.example/events")]
    [InlineData("POST", "/users/{0}/../10000000-0000-4000-8000-000000000007/events")]
    [InlineData("POST", "/me/events")]
    [InlineData("GET", "/subscriptions")]
    [InlineData("GET", "/subscriptions/x")]
    [InlineData("DELETE", "/subscriptions")]
    [InlineData("POST", "/subscriptions/x/reauthorize")]
    public void A_planted_request_that_is_not_in_the_table_may_not_leave(string method, string path) =>
        Assert.False(Allows(method, GraphSettingsRules.Microsoft + path));

    [Theory]
    [InlineData("https://graph.microsoft.com.example/v1.0/users/{0}/events")]
    [InlineData("http://graph.microsoft.com/v1.0/users/{0}/events")]
    [InlineData("https://graph.microsoft.com:8443/v1.0/users/{0}/events")]
    [InlineData("https://graph.microsoft.com/beta/users/{0}/events")]
    public void A_request_to_another_address_may_not_leave(string address) => Assert.False(Allows("POST", address));

    [Fact]
    public async Task The_guard_throws_before_anything_is_sent()
    {
        await using var graph = await FakeGraph.StartAsync();
        using var http = new HttpClient(new OnlyOurRequests(graph.Address, Mailboxes()) { InnerHandler = new SocketsHttpHandler() });

        await Assert.ThrowsAsync<ForbiddenRequestException>(() => http.GetAsync($"{graph.Address}/users/{GraphProvider.ObjectId(0)}/messages", Stopping));
        Assert.Empty(graph.Seen);
    }

    [Theory]
    [InlineData("POST", "", """{"resource":"users/{0}/events","changeType":"a","clientState":"b","expirationDateTime":"c","lifecycleNotificationUrl":"d","notificationUrl":"e"}""", true)]
    [InlineData("POST", "", """{"resource":"users/{7}/events","changeType":"a","clientState":"b","expirationDateTime":"c","lifecycleNotificationUrl":"d","notificationUrl":"e"}""", false)]
    [InlineData("POST", "", """{"resource":"users/{0}/messages","changeType":"a","clientState":"b","expirationDateTime":"c","lifecycleNotificationUrl":"d","notificationUrl":"e"}""", false)]
    [InlineData("POST", "", """{"resource":["users/{0}/events"],"changeType":"a","clientState":"b","expirationDateTime":"c","lifecycleNotificationUrl":"d","notificationUrl":"e"}""", false)]
    [InlineData("POST", "", """{"resource":"users/{0}/events","changeType":"a","clientState":"b","expirationDateTime":"c","includeResourceData":true,"lifecycleNotificationUrl":"d","notificationUrl":"e"}""", false)]
    [InlineData("POST", "", """{"resource":"users/{0}/events","resource":"users/{7}/events"}""", false)]
    [InlineData("PATCH", "/x", """{"expirationDateTime":"c"}""", true)]
    [InlineData("PATCH", "/x", """{"expirationDateTime":"c","notificationUrl":"https://elsewhere.example"}""", false)]
    [InlineData("DELETE", "/x", """{"resource":"users/{0}/events"}""", false)]
    public async Task A_planted_subscription_to_something_else_may_not_leave(string method, string path, string body, bool leaves)
    {
        await using var graph = await FakeGraph.StartAsync();
        using var http = new HttpClient(new OnlyOurRequests(graph.Address, Mailboxes()) { InnerHandler = new SocketsHttpHandler() });
        using var request = new HttpRequestMessage(new(method), $"{graph.Address}/subscriptions{path}")
        {
            Content = new StringContent(body.Replace("{0}", GraphProvider.ObjectId(0), StringComparison.Ordinal).Replace("{7}", GraphProvider.ObjectId(7), StringComparison.Ordinal)),
        };

        if (leaves)
            (await http.SendAsync(request, Stopping)).Dispose();
        else
            await Assert.ThrowsAsync<ForbiddenRequestException>(() => http.SendAsync(request, Stopping));
        Assert.Equal(leaves ? 1 : 0, graph.Seen.Count);
    }

    [Fact]
    public void A_mailbox_is_asked_with_advisors_times_and_our_own_ids_only() => Assert.Empty(Telling(typeof(IMailbox)));

    [Fact]
    public void A_planted_name_employer_or_attendee_is_found() =>
        Assert.Equal(["Employer employer", "String subject", "IReadOnlyList`1 attendees", "Advisor advisor"], Telling(typeof(ITelling)));

    private static IEnumerable<string> Telling(Type mailbox) =>
        from method in mailbox.GetMethods()
        from parameter in method.GetParameters()
        where !IsHarmless(parameter)
        select $"{parameter.ParameterType.Name} {parameter.Name}";

    private static bool IsHarmless(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string)
            ? parameter.Name is "meeting" or "eventId" or "appointment" or "reference"
            : parameter.ParameterType == typeof(ExternalAdvisor) || parameter.ParameterType == typeof(IReadOnlyList<ExternalAdvisor>)
                || parameter.ParameterType == typeof(Slot) || parameter.ParameterType == typeof(DateTimeOffset)
                || parameter.ParameterType == typeof(CancellationToken);

    private interface ITelling
    {
        Task One(ExternalAdvisor advisor, Employer employer, Slot slot);
        Task Two(ExternalAdvisor advisor, string eventId, string subject);
        Task Three(ExternalAdvisor advisor, IReadOnlyList<string> attendees);
        Task Four(Advisor advisor);
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    private static ProviderMailboxes Mailboxes() => new(GraphProvider.Directory(GraphProvider.Advisor(0)));

    private static bool Allows(string method, string address) =>
        GraphRequests.Allows(new(method), new(address.Replace("{0}", GraphProvider.ObjectId(0), StringComparison.Ordinal)), Graph, Mailboxes());
}

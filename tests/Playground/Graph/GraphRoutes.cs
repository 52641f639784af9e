namespace VpBot.Playground;

/// <summary>Which part of Graph answers which address, and whose mailboxes this app may touch: those of the provider's advisors.</summary>
internal sealed class GraphRoutes(People people, IReadOnlyDictionary<string, MailboxCalendar> calendars, SubscriptionRequests subscriptions, GraphFaults faults, TimeProvider time)
{
    private readonly ScheduleRequests schedules = new(mail => mail.Contains('@', StringComparison.Ordinal) ? Mailbox(people, calendars, mail) : null, faults);

    public static MailboxCalendar? Mailbox(People people, IReadOnlyDictionary<string, MailboxCalendar> calendars, string id) =>
        people.WithObjectIdOrMail(id) is { } person ? calendars.GetValueOrDefault(person.Key) : null;

    /// <summary>The person whose mailbox it is about, also when this app may not touch it.</summary>
    public Person? About(GraphRequest request) => request.Path switch
    {
        ["users", var id, ..] => people.WithObjectIdOrMail(id),
        ["subscriptions"] => subscriptions.About(request.Body?["resource"].String())?.Owner,
        ["subscriptions", var id, ..] => subscriptions.All.FirstOrDefault(subscription => subscription.Id == id)?.Mailbox,
        _ => null,
    };

    public static bool IsInMailbox(GraphRequest request) => request.Path is ["users", _, "calendar" or "events", ..];

    public async Task<GraphAnswer> DoAsync(GraphRequest request) => request.Path switch
    {
        ["subscriptions", .. var rest] => await subscriptions.DoAsync(rest, request),
        ["users", var id, .. var rest] when Mailbox(people, calendars, id) is { } calendar => InMailbox(calendar, rest, request),
        ["users", _, "onlineMeetings", ..] => GraphAnswer.NoMeetingPolicy,
        ["users", _, ..] => GraphAnswer.AccessDenied,
        _ => GraphAnswer.NotEmulated(request.Method),
    };

    private GraphAnswer InMailbox(MailboxCalendar calendar, string[] path, GraphRequest request) => (request.Method, path) switch
    {
        ("POST", ["calendar", "getSchedule" or "microsoft.graph.getSchedule"]) => schedules.Get(request),
        (_, ["events", .. var rest]) => EventRequests.Do(calendar, rest, request),
        (_, ["calendar", "events", .. var rest]) => EventRequests.Do(calendar, rest, request),
        (_, ["onlineMeetings", .. var rest]) => MeetingRequests.Do(calendar, rest, request, faults.Meetings, time.GetUtcNow()),
        _ => GraphAnswer.NotEmulated(request.Method),
    };
}

using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>The part of Microsoft Graph that the bot uses, in the provider's tenant, with a record of everything that the bot asked.</summary>
public sealed class EmulatedGraph : IDisposable
{
    public const string Path = "/graph/v1.0/";

    private readonly Dictionary<string, MailboxCalendar> calendars;
    private readonly ManagedIdentity identity;
    private readonly Changes changes;
    private readonly RequestLog log;
    private readonly Fate fate;
    private readonly MailboxLimit limit = new();
    private readonly Notifier notifier;
    private readonly SubscriptionRequests subscriptions;
    private readonly GraphRoutes routes;
    private volatile int resets;

    internal EmulatedGraph(People people, IReadOnlyDictionary<string, WorkingHours> hours, ManagedIdentity identity, Func<HttpClient?> bot, Changes changes, TimeProvider time)
    {
        (this.identity, this.changes, log, fate, notifier) = (identity, changes, new(changes, time), new(changes, time), new(bot, changes, time));
        calendars = people.All.Where(person => person.Role == Role.ExternalAdvisor)
            .ToDictionary(person => person.Key, person => new MailboxCalendar(person, hours[person.Key], time, OnChange));
        subscriptions = new(id => GraphRoutes.Mailbox(people, calendars, id), notifier, time);
        routes = new(people, calendars, subscriptions, Faults, time);
    }

    public GraphFaults Faults { get; } = new();

    /// <summary>Every request, also the refused and the unanswered ones, oldest first. The person is the one whose mailbox it is.</summary>
    public IReadOnlyList<ReceivedRequest> Received => log.All;

    public IReadOnlyList<GraphSubscription> Subscriptions => subscriptions.All;

    /// <summary>Every notification that was posted to the bot or lost on purpose, oldest first.</summary>
    public IReadOnlyList<SentNotification> Notifications => notifier.Sent;

    /// <summary>Ends when every notification so far was answered, or was not in ten seconds.</summary>
    public Task NotificationsSent => notifier.Settled;

    /// <summary>Waits until a request that fits came, whatever became of it.</summary>
    public Task<ReceivedRequest> ReceivedAsync(string what, Func<ReceivedRequest, bool> fits, TimeSpan? within = null) => log.WaitAsync(what, fits, within);

    /// <exception cref="KeyNotFoundException">Only the provider's advisors have a mailbox here.</exception>
    public MailboxCalendar Calendar(Person advisor) => calendars.TryGetValue(advisor.Key, out var calendar)
        ? calendar
        : throw new KeyNotFoundException($"{advisor.Name} has no mailbox in the provider's tenant. Those who have: {string.Join(", ", calendars.Keys)}.");

    public bool HasMailbox(Person person) => calendars.ContainsKey(person.Key);

    /// <summary>How many requests for one mailbox ran at the same time at most; above four, Exchange refuses.</summary>
    public int MostAtOnce(Person advisor) => limit.Most(advisor);

    /// <summary>Posts a lifecycle notification to every subscription on this mailbox that has an address for it.</summary>
    public async Task SendLifecycleAsync(Person advisor, LifecycleEvent what)
    {
        foreach (var subscription in Subscriptions.Where(subscription => subscription.Mailbox == advisor))
        {
            if (what == LifecycleEvent.SubscriptionRemoved) subscriptions.Remove(subscription.Id);
            if (subscription.LifecycleNotificationUrl is not { } url) continue;
            var notification = subscription.Envelope();
            notification["lifecycleEvent"] = what switch
            {
                LifecycleEvent.ReauthorizationRequired => "reauthorizationRequired",
                LifecycleEvent.SubscriptionRemoved => "subscriptionRemoved",
                LifecycleEvent.Missed => "missed",
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Name it in LifecycleEvent."),
            };
            notifier.Enqueue(url, notification, lost: false);
        }
        await NotificationsSent;
    }

    public void Dispose() => notifier.Dispose();

    internal void Clear()
    {
        Interlocked.Increment(ref resets);
        Faults.Clear();
        log.Clear();
        limit.Clear();
        subscriptions.Clear();
        notifier.Clear();
        foreach (var calendar in calendars.Values) calendar.Clear();
    }

    internal async Task ServeAsync(HttpContext context, string rest)
    {
        var http = context.Request;
        var body = await RequestLog.BodyAsync(http);
        var asked = GraphRequest.Of(http, rest, body);
        var request = log.Add(http, body, routes.About(asked));
        Name(context);
        try
        {
            if (await identity.WhyRefusedAsync(http.Headers.Authorization, ManagedIdentity.GraphAudience) is { } why)
                await GraphAnswer.Error(401, "InvalidAuthenticationToken", $"Access token validation failure. {why}").WriteAsync(context, request);
            else
                await InTurnAsync(context, request, asked);
        }
        finally
        {
            changes.Announce();
        }
    }

    private async Task InTurnAsync(HttpContext context, ReceivedRequest request, GraphRequest asked)
    {
        var era = resets;
        var limited = request.Person is { } owner && HasMailbox(owner) && GraphRoutes.IsInMailbox(asked);
        using var place = limited ? limit.Enter(request.Person!) : null;
        if (limited && place is null)
            await GraphAnswer.Throttled(TimeSpan.FromSeconds(1)).WriteAsync(context, request);
        else
            await fate.RunAsync(context, request, Faults.Decide(request), async () =>
            {
                // A request that lay waiting over a reset belongs to a world that is gone.
                var answer = era == resets ? await routes.DoAsync(asked) : GraphAnswer.Fault(new(503));
                return new(answer.Status, () => answer.WriteAsync(context, request));
            }, told => GraphAnswer.Fault(told).WriteAsync(context, request));
    }

    private void OnChange(string change, CalendarEvent item)
    {
        changes.Announce();
        foreach (var subscription in Subscriptions.Where(known => known.Mailbox == item.Owner && known.ChangeType.Split(',').Contains(change)))
        {
            var notification = subscription.Envelope();
            var resource = $"Users/{item.Owner.ObjectId}/Events/{item.Id}";
            notification["changeType"] = change;
            notification["resource"] = resource;
            notification["resourceData"] = new JsonObject { ["@odata.type"] = "#Microsoft.Graph.Event", ["@odata.id"] = resource, ["@odata.etag"] = item.ETag, ["id"] = item.Id };
            notifier.Enqueue(subscription.NotificationUrl, notification, Faults.NotificationsLost);
        }
    }

    private static void Name(HttpContext context)
    {
        var id = Guid.NewGuid().ToString();
        var given = context.Request.Headers["client-request-id"].ToString();
        context.Response.Headers["request-id"] = id;
        context.Response.Headers["client-request-id"] = given.Length > 0 ? given : id;
        context.Response.Headers["x-ms-ags-diagnostic"] = """{"ServerInfo":{"DataCenter":"Playground"}}""";
    }
}

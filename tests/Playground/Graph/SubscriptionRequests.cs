using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary><c>subscriptions</c>, as Graph answers them for Outlook events.</summary>
internal sealed class SubscriptionRequests(Func<string, MailboxCalendar?> mailbox, Notifier notifier, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Lock gate = new();
    private readonly List<GraphSubscription> subscriptions = [];

    /// <summary>Those that have not expired.</summary>
    public IReadOnlyList<GraphSubscription> All
    {
        get { lock (gate) return [.. subscriptions.Where(subscription => subscription.ExpiresAt > time.GetUtcNow())]; }
    }

    /// <summary>The mailbox that a resource is about, or null.</summary>
    public MailboxCalendar? About(string? resource) => resource?.Trim('/').Split('/') switch
    {
        [var users, var id, var events] when Same(users, "users") && Same(events, "events") => mailbox(id),
        [var users, var id, var calendar, var events] when Same(users, "users") && Same(calendar, "calendar") && Same(events, "events") => mailbox(id),
        _ => null,
    };

    public async Task<GraphAnswer> DoAsync(string[] path, GraphRequest request) => (request.Method, path) switch
    {
        ("POST", []) => await CreateAsync(request.Body),
        ("GET", []) => GraphAnswer.Ok(new() { ["value"] = new JsonArray([.. All.Select(subscription => (JsonNode)subscription.Json)]) }),
        ("GET", [var id]) => Find(id) is { } found ? GraphAnswer.Ok(found.Json) : NotFound,
        ("PATCH", [var id]) => Renew(id, request.Body),
        ("DELETE", [var id]) => Remove(id) ? GraphAnswer.NoContent : NotFound,
        ("POST", [var id, "reauthorize"]) => Find(id) is null ? NotFound : GraphAnswer.NoContent,
        _ => GraphAnswer.NotEmulated(request.Method),
    };

    public bool Remove(string id)
    {
        lock (gate) return subscriptions.RemoveAll(subscription => subscription.Id == id) > 0;
    }

    public void Clear()
    {
        lock (gate) subscriptions.Clear();
    }

    private async Task<GraphAnswer> CreateAsync(JsonObject? body)
    {
        var (resource, changes, url) = (body?["resource"].String(), body?["changeType"].String(), body?["notificationUrl"].String());
        if (resource is null || changes is null || url is null) return Invalid("resource, changeType and notificationUrl are needed.");
        if (About(resource) is not { } calendar) return GraphAnswer.AccessDenied;
        if (!changes.Split(',').All(change => change is "created" or "updated" or "deleted")) return Invalid("changeType is of created, updated and deleted.");
        if (body!["clientState"].String() is { Length: > 128 }) return Invalid("clientState has at most 128 characters.");
        if (WhyBadExpiry(body["expirationDateTime"]) is { } bad) return bad;
        if (All.FirstOrDefault(known => Same(known.Resource, resource) && known.ChangeType == changes) is { } same)
            return GraphAnswer.Error(409, "ExtensionError", $"Subscription Id {same.Id} already exists for the requested combination");
        var lifecycle = body["lifecycleNotificationUrl"].String();
        foreach (var asked in new[] { url, lifecycle }.Where(asked => asked is not null).Distinct())
            if (await notifier.WhyNotValidAsync(asked!) is { } why)
                return GraphAnswer.BadRequest("ValidationError", $"Subscription validation request failed. {why}");
        var id = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
        var made = new GraphSubscription(id, calendar.Owner, resource, changes, url, lifecycle, body["clientState"].String(), GraphZone.Instant(body["expirationDateTime"])!.Value);
        lock (gate) subscriptions.Add(made);
        return GraphAnswer.Created(made.Json);
    }

    private GraphAnswer Renew(string id, JsonObject? body)
    {
        if (Find(id) is not { } found) return NotFound;
        if (WhyBadExpiry(body?["expirationDateTime"]) is { } bad) return bad;
        var renewed = found with { ExpiresAt = GraphZone.Instant(body!["expirationDateTime"])!.Value };
        lock (gate) subscriptions[subscriptions.IndexOf(found)] = renewed;
        return GraphAnswer.Ok(renewed.Json);
    }

    private GraphAnswer? WhyBadExpiry(JsonNode? expiry)
    {
        if (GraphZone.Instant(expiry) is not { } until) return Invalid("expirationDateTime is needed.");
        var left = until - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return Invalid("The expirationDateTime is in the past.");
        return left < Longest ? null : Invalid("Subscription expiration can only be 10080 minutes in the future.");
    }

    private GraphSubscription? Find(string id) => All.FirstOrDefault(subscription => subscription.Id == id);

    private static bool Same(string one, string other) => string.Equals(one.Trim('/'), other, StringComparison.OrdinalIgnoreCase);

    private static GraphAnswer NotFound => GraphAnswer.Error(404, "ResourceNotFound", "The object was not found.");

    private static GraphAnswer Invalid(string why) => GraphAnswer.BadRequest("InvalidRequest", why);
}

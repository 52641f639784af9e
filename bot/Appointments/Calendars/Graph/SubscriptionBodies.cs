using System.Text.Json;
using Microsoft.Graph.Models;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>
/// What we write to Graph's subscriptions: whose events, where to tell, until when, and our secret. The address of a subscription
/// names nobody, so whose events it is about is judged here, in its body.
/// Source: "subscription resource type", "Create subscription", "Update subscription".
/// </summary>
internal static class SubscriptionBodies
{
    public const string Path = "/subscriptions";

    private const string Changes = "updated,deleted";
    private static readonly string[] NewMembers = ["changeType", "clientState", "expirationDateTime", "lifecycleNotificationUrl", "notificationUrl", "resource"];
    private static readonly string[] RenewedMembers = ["expirationDateTime"];

    public static Subscription New(ProviderMailbox mailbox, SubscriptionOrder order)
    {
        var made = Renewed(order.Until);
        made.ChangeType = Changes;
        made.Resource = $"users/{mailbox.ObjectId}/events";
        made.NotificationUrl = new Uri(order.Address, "/graph/changes").ToString();
        made.LifecycleNotificationUrl = new Uri(order.Address, "/graph/lifecycle").ToString();
        made.ClientState = order.Secret.Reveal();
        return made;
    }

    public static Subscription Renewed(DateTimeOffset until)
    {
        var renewed = new Subscription();
        renewed.BackingStore.InitializationCompleted = true;
        renewed.ExpirationDateTime = until;
        return renewed;
    }

    /// <summary>True for what is no subscription; a subscription must name one of our mailboxes and hold nothing that we do not send.</summary>
    public static async Task<bool> AreOursAsync(HttpRequestMessage request, Uri graph, ProviderMailboxes mailboxes, CancellationToken stopping)
    {
        var path = request.RequestUri!.AbsolutePath[graph.AbsolutePath.TrimEnd('/').Length..];
        if (!path.StartsWith(Path, StringComparison.Ordinal))
            return true;
        if (request.Content is null)
            return request.Method == HttpMethod.Delete;
        await request.Content.LoadIntoBufferAsync(stopping);
        using var body = JsonDocument.Parse(await request.Content.ReadAsByteArrayAsync(stopping));
        return request.Method == HttpMethod.Post
            ? Has(body.RootElement, NewMembers) && IsOurs(body.RootElement.GetProperty("resource"), mailboxes)
            : request.Method == HttpMethod.Patch && Has(body.RootElement, RenewedMembers);
    }

    private static bool Has(JsonElement body, string[] members) =>
        body.ValueKind == JsonValueKind.Object && body.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(members);

    private static bool IsOurs(JsonElement resource, ProviderMailboxes mailboxes) =>
        resource.ValueKind == JsonValueKind.String && resource.GetString()!.Split('/') is ["users", var advisor, "events"] && mailboxes.Has(advisor);
}

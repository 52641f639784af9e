using System.Text.Json.Nodes;

namespace VpBot.Playground;

public enum LifecycleEvent
{
    ReauthorizationRequired,

    /// <summary>The subscription is gone when this is sent.</summary>
    SubscriptionRemoved,

    /// <summary>Some changes were not told.</summary>
    Missed,
}

/// <summary>A subscription to the events of one advisor. A snapshot.</summary>
public sealed record GraphSubscription(
    string Id, Person Mailbox, string Resource, string ChangeType, string NotificationUrl, string? LifecycleNotificationUrl, string? ClientState, DateTimeOffset ExpiresAt)
{
    internal JsonObject Json => new()
    {
        ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity",
        ["id"] = Id,
        ["resource"] = Resource,
        ["changeType"] = ChangeType,
        // Graph never gives the secret back.
        ["clientState"] = null,
        ["notificationUrl"] = NotificationUrl,
        ["lifecycleNotificationUrl"] = LifecycleNotificationUrl,
        ["expirationDateTime"] = GraphZone.Instant(ExpiresAt),
        ["latestSupportedTlsVersion"] = "v1_2",
        ["includeResourceData"] = null,
    };

    internal JsonObject Envelope() => new()
    {
        ["subscriptionId"] = Id,
        ["subscriptionExpirationDateTime"] = GraphZone.Instant(ExpiresAt),
        ["clientState"] = ClientState,
        ["tenantId"] = Mailbox.Tenant.Id,
    };
}

/// <summary>A notification that Graph posted. Status 0 is no answer; null is one that was lost on purpose.</summary>
public sealed record SentNotification(DateTimeOffset At, string Url, JsonObject Body, int? Status);

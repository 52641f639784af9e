using System.Text.Json.Serialization;

namespace VpBot.Appointments.Watching;

/// <summary>What Graph posts. What changed, and of whom, stands in members that are not read.</summary>
internal sealed record Notifications([property: JsonRequired] IReadOnlyList<Notification?> Value);

/// <param name="LifecycleEvent">Null when something changed; else what became of the subscription itself.</param>
internal sealed record Notification(string? SubscriptionId, string? ClientState, string? LifecycleEvent)
{
    public bool IsRemoval => LifecycleEvent == "subscriptionRemoved";

    public bool AsksForRenewal => LifecycleEvent == "reauthorizationRequired";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Notifications))]
internal sealed partial class NotificationsJson : JsonSerializerContext;

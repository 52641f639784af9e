namespace VpBot.Appointments.Calendars.Graph;

public sealed class GraphSettings
{
    /// <summary>Microsoft Graph, version 1.0. Another address is for Development on loopback only.</summary>
    public string Address { get; set; } = GraphSettingsRules.Microsoft;

    /// <summary>How often a talk's entry in an advisor's own calendar is looked at while Graph tells us of no change.</summary>
    public TimeSpan LookAgainAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Where Graph reaches this service, without a path; empty when it cannot, and then we look at intervals only.</summary>
    public string NotificationAddress { get; set; } = "";
}

/// <summary>Refuses to send the provider's token, or an advisor's times, to anybody but Microsoft.</summary>
public static class GraphSettingsRules
{
    public const string Microsoft = "https://graph.microsoft.com/v1.0";

    public static IEnumerable<string> Faults(GraphSettings settings, bool development)
    {
        if (settings.Address != Microsoft && !(development && IsLoopback(settings.Address)))
            yield return $"Graph:Address must be {Microsoft}. Another host is accepted only in Development, on loopback.";
        if (settings.LookAgainAfter < TimeSpan.FromSeconds(10) || settings.LookAgainAfter > TimeSpan.FromHours(1))
            yield return "Graph:LookAgainAfter must lie between ten seconds and one hour.";
        if (settings.NotificationAddress.Length > 0 && !IsBare(settings.NotificationAddress))
            yield return "Graph:NotificationAddress must be this service's own address without a path, such as https://spreekkamer.example, or empty.";
        else if (settings.NotificationAddress.Length > 0 && !IsReachable(settings.NotificationAddress, development))
            yield return "Graph:NotificationAddress must begin with https and be reachable for Microsoft. Loopback is for Development.";
    }

    private static bool IsBare(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static bool IsReachable(string address, bool development) =>
        IsLoopback(address) ? development : address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}

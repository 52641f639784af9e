namespace VpBot.Appointments.Calendars.Graph;

public sealed class GraphSettings
{
    /// <summary>Microsoft Graph, version 1.0. Another address is for Development on loopback only.</summary>
    public string Address { get; set; } = GraphSettingsRules.Microsoft;
}

/// <summary>Refuses to send the provider's token, or an advisor's times, to anybody but Microsoft.</summary>
public static class GraphSettingsRules
{
    public const string Microsoft = "https://graph.microsoft.com/v1.0";

    public static IEnumerable<string> Faults(GraphSettings settings, bool development)
    {
        if (settings.Address != Microsoft && !(development && IsLoopback(settings.Address)))
            yield return $"Graph:Address must be {Microsoft}. Another host is accepted only in Development, on loopback.";
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}

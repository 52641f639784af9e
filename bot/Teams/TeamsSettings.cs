namespace VpBot.Teams;

public sealed class TeamsSettings
{
    /// <summary>The bot's app id: the audience of every incoming token.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The user-assigned managed identity that the bot is registered with. No secret exists.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>Where the keys of the Bot Connector are published. Another address than Microsoft's is for Development on loopback only.</summary>
    public string TokenMetadataAddress { get; set; } = "";

    /// <summary>Hosts that an activity's serviceUrl may name.</summary>
    public List<string> ServiceHosts { get; set; } = [];

    /// <summary>How many instances run at most, from 1 to 30. They share what Teams allows in a second, in equal parts.</summary>
    public int MostInstances { get; set; } = 1;
}

/// <summary>Refuses every combination that would let somebody else speak for Teams.</summary>
public static class TeamsSettingsRules
{
    public const string MicrosoftMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public static IEnumerable<string> Faults(TeamsSettings settings, bool development)
    {
        if (!Guid.TryParse(settings.AppId, out _))
            yield return "Teams:AppId is empty or not an id. Fill in the bot's app id: without it nobody's token could be checked.";
        if (!Guid.TryParse(settings.ManagedIdentityClientId, out _))
            yield return "Teams:ManagedIdentityClientId is empty or not an id. Fill in the client id of the bot's managed identity.";
        if (!IsMicrosoftOrLocal(settings.TokenMetadataAddress, development))
            yield return $"Teams:TokenMetadataAddress must be {MicrosoftMetadata}. Another issuer is accepted only in Development, on loopback.";
        if (settings.ServiceHosts.Count == 0)
            yield return "Teams:ServiceHosts is empty. Name the hosts that messages may be sent to, such as smba.trafficmanager.net.";
        if (settings.MostInstances is < 1 or > Outgoing.Pace.PerTenant)
            yield return $"Teams:MostInstances is {settings.MostInstances}. Fill in how many instances run at most, from 1 to {Outgoing.Pace.PerTenant}.";
        foreach (var host in settings.ServiceHosts.Where(host => !IsServiceHost(host, development)))
            yield return $"Teams:ServiceHosts names \"{host}\". Use Microsoft's hosts (smba.trafficmanager.net, *.botframework.com); loopback is for Development.";
    }

    private static bool IsMicrosoftOrLocal(string address, bool development) =>
        address == MicrosoftMetadata
        || (development && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);

    /// <summary>Every customer of Azure can have a name under trafficmanager.net; this one is Teams'.</summary>
    private static bool IsServiceHost(string host, bool development) =>
        string.Equals(host, "smba.trafficmanager.net", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase)
        || (development && host is "127.0.0.1" or "localhost");
}

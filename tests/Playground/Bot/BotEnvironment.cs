namespace VpBot.Playground;

/// <summary>The settings with which the production program runs against the Playground; all else comes from the template.</summary>
internal static class BotEnvironment
{
    private static readonly string[] Foreign = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "AZURE_", "MSI_", "IDENTITY_", "IMDS_", "VPBOT_", "OTEL_", "URLS"];

    public static Dictionary<string, string> For(Uri playground, Uri bot, string databaseFolder, string identitySecret)
    {
        var origin = playground.GetLeftPart(UriPartial.Authority);
        return new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["VPBOT_SETTINGS"] = Repository.SettingsTemplate,
            ["Teams__TokenMetadataAddress"] = origin + OpenIdMetadata.Path,
            ["Teams__ServiceHosts__0"] = "127.0.0.1",
            ["Room__Address"] = bot.GetLeftPart(UriPartial.Authority),
            ["Room__FrameAncestors__0"] = origin,
            ["Storage__ConnectionString"] = $"Data Source={Path.Combine(databaseFolder, "vpbot.db")}",
            ["Graph__Address"] = origin + EmulatedGraph.Path.TrimEnd('/'),
            ["Graph__NotificationAddress"] = bot.GetLeftPart(UriPartial.Authority),
            ["Running__OtlpEndpoint"] = origin + Collector.Path,
            ["Graph__LookAgainAfter"] = "00:00:10",
            ["IDENTITY_ENDPOINT"] = origin + ManagedIdentity.Path,
            ["IDENTITY_HEADER"] = identitySecret,
            ["no_proxy"] = "127.0.0.1",
        };
    }

    /// <summary>What is set where the Playground runs must not steer the bot: an identity of the host, or the addresses of a test run.</summary>
    public static void RemoveInherited(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            environment.Remove(name);
    }
}

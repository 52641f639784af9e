using VpBot.Teams;

namespace VpBot.Tests.Teams;

public sealed class TeamsSettingsRulesTests
{
    private const string Id = "40000000-0000-4000-8000-000000000004";

    [Theory]
    [InlineData(true), InlineData(false)]
    public void The_settings_of_the_real_Teams_are_accepted_everywhere(bool development) => Assert.Empty(TeamsSettingsRules.Faults(Real(), development));

    [Theory]
    [InlineData("http://127.0.0.1:4180/.well-known/openidconfiguration", "127.0.0.1")]
    [InlineData("http://localhost:4180/keys", "localhost")]
    public void A_Playground_on_loopback_is_accepted_in_Development_only(string metadata, string host)
    {
        var settings = Real() with { Metadata = metadata, Host = host };
        Assert.Empty(TeamsSettingsRules.Faults(settings, development: true));
        Assert.Equal(2, TeamsSettingsRules.Faults(settings, development: false).Count());
    }

    [Theory]
    [InlineData("AppId", "")]
    [InlineData("AppId", "vpbot")]
    [InlineData("ManagedIdentityClientId", "")]
    [InlineData("ManagedIdentityClientId", "secret")]
    [InlineData("TokenMetadataAddress", "")]
    [InlineData("TokenMetadataAddress", "https://login.botframework.com/v1/.well-known/openidconfiguration/")]
    [InlineData("TokenMetadataAddress", "https://login.botframework.com.evil.example/v1/.well-known/openidconfiguration")]
    [InlineData("TokenMetadataAddress", "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration")]
    [InlineData("TokenMetadataAddress", "http://127.0.0.1@evil.example/keys")]
    [InlineData("TokenMetadataAddress", "http://localhost.evil.example/keys")]
    [InlineData("TokenMetadataAddress", "http://10.0.0.1/keys")]
    [InlineData("TokenMetadataAddress", "http://0.0.0.0/keys")]
    [InlineData("ServiceHosts", "")]
    [InlineData("ServiceHosts", "evil.example")]
    [InlineData("ServiceHosts", "*")]
    [InlineData("ServiceHosts", "smba.trafficmanager.net.evil.example")]
    [InlineData("ServiceHosts", "eviltrafficmanager.net")]
    [InlineData("ServiceHosts", "anyone.trafficmanager.net")]
    [InlineData("ServiceHosts", "10.0.0.1")]
    [InlineData("ServiceHosts", "127.0.0.1.evil.example")]
    public void What_would_let_somebody_else_speak_for_Teams_is_refused_also_in_Development(string setting, string value)
    {
        var settings = setting switch
        {
            "AppId" => Real() with { AppId = value },
            "ManagedIdentityClientId" => Real() with { Identity = value },
            "TokenMetadataAddress" => Real() with { Metadata = value },
            _ => Real() with { Host = value },
        };
        foreach (var development in new[] { true, false })
            Assert.StartsWith($"Teams:{setting}", Assert.Single(TeamsSettingsRules.Faults(settings, development)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_hosts_is_refused()
    {
        TeamsSettings settings = Real();
        settings.ServiceHosts.Clear();
        Assert.Single(TeamsSettingsRules.Faults(settings, development: false));
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(31)]
    public void A_number_of_instances_that_cannot_share_the_limit_is_refused(int instances)
    {
        TeamsSettings settings = Real();
        settings.MostInstances = instances;
        Assert.StartsWith("Teams:MostInstances", Assert.Single(TeamsSettingsRules.Faults(settings, development: false)), StringComparison.Ordinal);
    }

    private static Row Real() => new(Id, Id, TeamsSettingsRules.MicrosoftMetadata, "smba.trafficmanager.net");

    private sealed record Row(string AppId, string Identity, string Metadata, string Host)
    {
        public static implicit operator TeamsSettings(Row row) =>
            new() { AppId = row.AppId, ManagedIdentityClientId = row.Identity, TokenMetadataAddress = row.Metadata, ServiceHosts = [row.Host] };
    }
}

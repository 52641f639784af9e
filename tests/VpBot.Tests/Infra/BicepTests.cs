using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Infra;

/// <summary>What is deployed keeps what the design says: inside Europe, nothing open that need not be, and always one instance to spare.</summary>
public sealed partial class BicepTests
{
    private static readonly string[] Europe =
        ["westeurope", "northeurope", "germanywestcentral", "francecentral", "swedencentral", "italynorth", "spaincentral", "polandcentral"];

    [Fact]
    public async Task Everything_compiles_without_a_warning_and_lies_in_the_European_Union()
    {
        var main = await Bicep.MainAsync();
        var allowed = main["parameters"]!["location"]!["allowedValues"]!.AsArray().Select(region => region!.GetValue<string>());

        Assert.Empty(allowed.Except(Europe));
        Assert.Null(main["parameters"]!["location"]!["defaultValue"]);
        var places = Bicep.Resources(main).Select(resource => resource["location"]?.GetValue<string>()).OfType<string>().Distinct();
        Assert.Empty(places.Except(["[parameters('location')]", "westeurope", "global"]));
        // What has no region of its own: names, and who is called.
        Assert.All(
            Bicep.Resources(main).Where(resource => resource["location"]?.GetValue<string>() == "global").Select(resource => resource["type"]!.GetValue<string>()),
            type => Assert.True(type.StartsWith("Microsoft.Network/privateDnsZones", StringComparison.Ordinal) || type == "Microsoft.Insights/actionGroups", type));
    }

    [Fact]
    public async Task The_database_and_the_vault_have_no_public_address()
    {
        var main = await Bicep.MainAsync();

        var network = Bicep.One(main, "Microsoft.DBforPostgreSQL/flexibleServers")["properties"]!["network"]!;
        Assert.Equal("Disabled", network["publicNetworkAccess"]!.GetValue<string>());
        Assert.NotNull(network["delegatedSubnetResourceId"]);
        Assert.DoesNotContain(Bicep.Resources(main), resource => resource["type"]!.GetValue<string>().Contains("firewallRules", StringComparison.OrdinalIgnoreCase));
        var vault = Bicep.One(main, "Microsoft.KeyVault/vaults")["properties"]!;
        Assert.Equal(("Disabled", "Deny"), (vault["publicNetworkAccess"]!.GetValue<string>(), vault["networkAcls"]!["defaultAction"]!.GetValue<string>()));
        Assert.True(vault["enablePurgeProtection"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Backups_live_a_week_and_in_one_region()
    {
        var main = await Bicep.MainAsync();

        Assert.Equal((7, 7), (main["parameters"]!["backupDays"]!["defaultValue"]!.GetValue<int>(), main["parameters"]!["backupDays"]!["maxValue"]!.GetValue<int>()));
        Assert.Equal("Disabled", Bicep.One(main, "Microsoft.DBforPostgreSQL/flexibleServers")["properties"]!["backup"]!["geoRedundantBackup"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_bot_is_a_managed_identity_of_one_tenant_and_has_no_secret()
    {
        var bot = Bicep.One(await Bicep.MainAsync(), "Microsoft.BotService/botServices")["properties"]!;

        Assert.Equal("UserAssignedMSI", bot["msaAppType"]!.GetValue<string>());
        Assert.True(bot["disableLocalAuth"]!.GetValue<bool>());
        Assert.Equal("[tenant().tenantId]", bot["msaAppTenantId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("test")]
    [InlineData("production")]
    public async Task Two_instances_at_least_run_in_every_environment(string environment)
    {
        var (main, parameters) = (await Bicep.MainAsync(), await Bicep.ParametersAsync(environment));
        var given = JsonNode.Parse(parameters["parametersJson"]!.GetValue<string>())!["parameters"]!;

        Assert.Equal(2, main["parameters"]!["fewestInstances"]!["minValue"]!.GetValue<int>());
        Assert.InRange(given["fewestInstances"]?["value"]!.GetValue<int>() ?? main["parameters"]!["fewestInstances"]!["defaultValue"]!.GetValue<int>(), 2, 100);
        Assert.Equal("[parameters('fewestInstances')]", Bicep.One(main, "Microsoft.App/containerApps")["properties"]!["template"]!["scale"]!["minReplicas"]!.GetValue<string>());
        Assert.Contains(given["location"]!["value"]!.GetValue<string>(), Europe);
    }

    [Fact]
    public async Task Every_setting_that_is_given_to_the_app_is_one_of_the_template()
    {
        var app = File.ReadAllText(Path.Combine(Bicep.Folder, "app.bicep"));
        var given = Setting().Matches(app).Select(match => match.Groups[1].Value).ToList();

        Assert.Contains("Storage__ConnectionString", given);
        Assert.Contains("Privacy__KeyRingCertificatePath", given);
        Assert.DoesNotContain(given, name => !IsSetting(name));
        Assert.Contains("VPBOT_SETTINGS", app, StringComparison.Ordinal);
        Assert.NotNull(await Bicep.MainAsync());
    }

    [Fact]
    public void A_planted_name_that_is_no_setting_is_found() => Assert.False(IsSetting("Storage__ConectionString"));

    [Fact]
    public async Task The_platform_waits_longer_than_the_service_needs_to_stop_and_asks_it_the_right_questions()
    {
        var app = (await Bicep.MainAsync()).ToJsonString();
        var template = Bicep.One(await Bicep.MainAsync(), "Microsoft.App/containerApps")["properties"]!["template"]!;
        var drain = TimeSpan.Parse(Drain().Match(File.ReadAllText(Path.Combine(Bicep.Folder, "app.bicep"))).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(TimeSpan.FromSeconds(template["terminationGracePeriodSeconds"]!.GetValue<int>()) > drain + TimeSpan.FromSeconds(30));
        Assert.Contains("/health/ready", app, StringComparison.Ordinal);
        Assert.Contains("/health/live", app, StringComparison.Ordinal);
    }

    [Fact]
    public void No_file_holds_a_secret()
    {
        var files = Directory.EnumerateFiles(Bicep.Folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => LooksSecret(file.Value)).Select(file => file.Key));
    }

    [Theory]
    [InlineData("param databasePassword = 'Welkom01'")]
    [InlineData("value: 'Host=db;Username=vpbot;Password=Welkom01'")]
    [InlineData("AccountKey=abcdefghijklmnopqrstuvwxyz0123456789==")]
    public void A_planted_secret_is_found(string text) => Assert.True(LooksSecret(text));

    private static bool LooksSecret(string text) => Secret().IsMatch(text);

    private static bool IsSetting(string name)
    {
        JsonNode? at = Template.Json;
        foreach (var part in name.Split("__"))
        {
            if (at is JsonArray)
                return part.StartsWith('$') || part is "Path" or "Password";
            if (at is not JsonObject members || !members.ContainsKey(part))
                return false;
            at = members[part];
        }

        return true;
    }

    [GeneratedRegex(@"name: '([A-Z]\w+__[^']+)'")]
    private static partial Regex Setting();

    [GeneratedRegex(@"'Running__DrainFor', value: '([^']+)'")]
    private static partial Regex Drain();

    // A value that is taken from elsewhere begins with ${, or is a name without quotes.
    [GeneratedRegex(@"(?i)(password|pwd|accountkey|clientsecret)\s*[=:]\s*'?(?!\$\{|password\b|databasePassword\b|readEnvironmentVariable|'|;|\)|\s|\}|,)[A-Za-z0-9+/=!@#%^&*_-]{6,}")]
    private static partial Regex Secret();
}

using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using VpBot.Language;
using VpBot.Packaging;
using VpBot.Playground;
using VpBot.Teams.Incoming;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Packaging;

/// <summary>What an administrator uploads is what Teams takes, asks for nothing, and promises nothing that the program does not keep.</summary>
public sealed class AppPackageTests(PackageFixture written) : IClassFixture<PackageFixture>
{
    private static readonly string Schemas = Path.Combine(Repository.Root, "tests", "VpBot.Tests", "Packaging", "Schema");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_manifest_and_its_words_are_valid_by_Microsofts_own_schema(bool provider)
    {
        var package = provider ? written.Provider : written.Employer;

        Assert.Empty(await FaultsAsync("MicrosoftTeams.schema.json", package.Manifest));
        Assert.Empty(await FaultsAsync("MicrosoftTeams.Localization.schema.json", package.Json("en.json")));
        Assert.Equal("1.17", package.Manifest["manifestVersion"]!.GetValue<string>());
        Assert.EndsWith("/v1.17/MicrosoftTeams.schema.json", package.Manifest["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planted_fault_is_found_by_the_schema()
    {
        var manifest = written.Employer.Manifest;
        manifest["name"]!["short"] = new string('x', 31);
        manifest["bots"]![0]!["botId"] = "no id";
        manifest["anything"] = true;

        Assert.Equal(3, (await FaultsAsync("MicrosoftTeams.schema.json", manifest)).Count);
    }

    [Fact]
    public void It_holds_four_files_at_its_top_and_nothing_else() =>
        Assert.All([written.Employer, written.Provider], package => Assert.Equal(["manifest.json", "en.json", "color.png", "outline.png"], package.Files.Keys));

    [Fact]
    public async Task The_same_settings_give_the_same_bytes() =>
        Assert.Equal(written.Employer.Bytes, (await Written.ByAsync("--employer", "duinrand")).Bytes);

    [Fact]
    public void It_asks_for_no_sign_in_no_device_and_no_domain_but_the_rooms()
    {
        foreach (var manifest in new[] { written.Employer.Manifest, written.Provider.Manifest })
        {
            Assert.Equal(["spreekkamer.example"], manifest["validDomains"]!.AsArray().Select(domain => domain!.GetValue<string>()));
            Assert.All(new[] { "webApplicationInfo", "devicePermissions", "permissions", "authorization", "staticTabs", "configurableTabs", "activities" }, asked => Assert.False(manifest.ContainsKey(asked), asked));
            Assert.Equal(["personal"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()));
            Assert.All(new[] { "supportsFiles", "supportsCalling", "supportsVideo" }, member => Assert.False(manifest["bots"]![0]![member]!.GetValue<bool>()));
        }
    }

    [Fact]
    public void Only_an_employer_can_announce_and_only_by_its_own_hand()
    {
        Assert.False(written.Provider.Manifest.ContainsKey("composeExtensions"));
        var command = Assert.Single(written.Employer.Manifest["composeExtensions"]![0]!["commands"]!.AsArray())!;

        Assert.Equal(ComposeExtension.Command, command["id"]!.GetValue<string>());
        Assert.Equal(["compose"], command["context"]!.AsArray().Select(context => context!.GetValue<string>()));
        Assert.Null(written.Employer.Manifest["composeExtensions"]![0]!["messageHandlers"]);
    }

    [Fact]
    public void The_bot_and_the_addresses_are_those_of_the_settings()
    {
        var manifest = written.Employer.Manifest;

        Assert.Equal(Template.Settings["Teams:AppId"], manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(Template.Settings["Teams:AppId"], manifest["composeExtensions"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal(Template.Settings["Package:Privacy"], manifest["developer"]!["privacyUrl"]!.GetValue<string>());
        Assert.Contains("https://spreekkamer.example/employer-visible/duinrand", manifest["description"]!["full"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Gemeente Duinrand", manifest["name"]!["full"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+$", manifest["version"]!.GetValue<string>());
    }

    [Fact]
    public void Both_languages_stand_for_the_same_leaves_and_no_word_is_not_ours()
    {
        foreach (var package in new[] { written.Employer, written.Provider })
        {
            var words = package.Json("en.json").Where(member => member.Key != "$schema").ToDictionary(member => member.Key, member => member.Value!.GetValue<string>());
            var dutch = words.Keys.ToDictionary(path => path, path => At(package.Manifest, path));
            Assert.All(words.Values.Concat(dutch.Values), text => Assert.Null(PhraseWalk.Tone(text)));
            Assert.Equal(words.Count, words.Count(word => word.Value != dutch[word.Key]));
            Assert.DoesNotContain("${", Encoding.UTF8.GetString(package.Files["manifest.json"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_colour_icon_fills_its_square_and_the_outline_is_white_on_nothing()
    {
        var (colour, outline) = (Png.Read(written.Employer.Files["color.png"]), Png.Read(written.Employer.Files["outline.png"]));

        Assert.Equal((192, 192), (colour.Width, colour.Height));
        Assert.All(colour.Colours, pixel => Assert.Equal(255, pixel.A));
        Assert.Equal((32, 32, true), (outline.Width, outline.Height, outline.HasAlpha));
        Assert.All(outline.Colours.Where(pixel => pixel.A > 0), pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.InRange(outline.Colours.Count(pixel => pixel.A == 0), 32 * 32 / 2, (32 * 32) - 50);
    }

    [Theory]
    [InlineData("--employer", "nobody")]
    [InlineData("--everyone")]
    public async Task Without_an_employer_that_is_served_nothing_is_written(params string[] arguments)
    {
        var nothing = await Written.ByAsync(arguments);

        Assert.Equal((1, 0), (nothing.ExitCode, nothing.Bytes.Length));
        Assert.Contains("duinrand", nothing.Said, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(string schema, JsonNode json) =>
        [.. (await JsonSchema.FromFileAsync(Path.Combine(Schemas, schema))).Validate(json.ToJsonString()).Select(fault => fault.ToString())];

    /// <summary>The leaf at a path such as <c>composeExtensions[0].commands[0].title</c>.</summary>
    private static string At(JsonNode node, string path) =>
        path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Aggregate(node, (at, part) => int.TryParse(part, Tongue.Dutch.Culture, out var i) ? at[i]! : at[part]!).GetValue<string>();
}

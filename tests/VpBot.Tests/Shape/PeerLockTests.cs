using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpBot.Playground;

namespace VpBot.Tests.Shape;

/// <summary>The bot that ours is measured beside is the same on every machine, wherever its packages come from.</summary>
public sealed partial class PeerLockTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Bench", "Peer");

    [Fact]
    public void The_lock_of_the_benchmark_peer_names_no_registry() => Assert.Empty(Addresses(Read("package-lock.json")));

    [Fact]
    public void A_planted_registry_is_found() =>
        Assert.Equal(["botbuilder"], Addresses(JsonNode.Parse("""{"packages":{"":{},"botbuilder":{"version":"4.23.3","resolved":"https://registry.example/botbuilder.tgz"}}}""")!));

    [Fact]
    public void The_benchmark_peer_asks_for_exact_versions()
    {
        var asked = Read("package.json")["dependencies"]!.AsObject();
        Assert.NotEmpty(asked);
        Assert.All(asked, package => Assert.Matches(Exact(), (string)package.Value!));
    }

    [Fact]
    public void Every_package_of_the_peer_is_held_by_its_fingerprint() =>
        Assert.All(Read("package-lock.json")["packages"]!.AsObject().Where(package => package.Key.Length > 0), package => Assert.StartsWith("sha512-", (string)package.Value!["integrity"]!, StringComparison.Ordinal));

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;

    private static IEnumerable<string> Addresses(JsonNode lockFile) =>
        lockFile["packages"]!.AsObject().Where(package => package.Value!["resolved"] is not null).Select(package => package.Key);

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Exact();
}

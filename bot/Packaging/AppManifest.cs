using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;
using VpBot.Teams;

namespace VpBot.Packaging;

/// <summary>Whose tenant the app is for. The provider's own advisors have it too; there nobody announces anything.</summary>
public sealed record Holder(string Key, string Name, Uri? List);

/// <summary>
/// The app manifest of one tenant. Its template lies in <c>manifest/</c>; a value replaces a whole leaf, so that no name can break
/// out. It asks for nothing: no sign-in, no device, no domain but the room's.
/// </summary>
public sealed class AppManifest(PackageSettings pages, TeamsSettings teams, RoomSettings room, EmployerDirectory directory)
{
    private const string Announcing = "composeExtensions[0].commands[0]";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first three numbers of the program's version: Teams takes no more.</summary>
    public static string Version { get; } = typeof(AppManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('-', '+')[0];

    public string For(Holder holder)
    {
        var values = new Dictionary<string, string>(Words(holder, Tongue.Dutch))
        {
            ["version"] = Version,
            ["botId"] = teams.AppId,
            ["provider"] = directory.Provider.Name,
            ["website"] = pages.Website,
            ["privacy"] = pages.Privacy,
            ["terms"] = pages.Terms,
            ["roomHost"] = new Uri(room.Address).Host,
        };
        var template = JsonNode.Parse(PackageFiles.Read("manifest.json"))!.AsObject();
        if (holder.List is null)
            template.Remove("composeExtensions");
        return Text(Filled(template, values).AsObject());
    }

    /// <summary>The words of another language, by the path of the leaf that they stand in for.</summary>
    public string Localization(Holder holder, Tongue tongue)
    {
        var schema = JsonNode.Parse(PackageFiles.Read("manifest.json"))!["$schema"]!.GetValue<string>();
        var words = new JsonObject { ["$schema"] = schema.Replace("MicrosoftTeams.schema", "MicrosoftTeams.Localization.schema", StringComparison.Ordinal) };
        foreach (var (path, word) in Words(holder, tongue))
            words[path] = word;
        return Text(words);
    }

    private Dictionary<string, string> Words(Holder holder, Tongue tongue)
    {
        var words = tongue.Words<PackagePhrases>();
        var all = new Dictionary<string, string> { ["name.short"] = words.Name, ["name.full"] = words.NameInFull(holder.Name) };
        (all["description.short"], all["description.full"]) = holder.List is null
            ? (words.AdvisorInShort, words.AdvisorInFull)
            : (words.InShort, words.InFull(directory.Provider.Name, holder.List.ToString()));
        if (holder.List is not null)
            (all[$"{Announcing}.title"], all[$"{Announcing}.description"]) = (words.Announce, words.AnnounceInShort);
        return all;
    }

    private static JsonNode Filled(JsonNode node, IReadOnlyDictionary<string, string> values) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Filled(member.Value!, values)))),
        JsonArray items => new JsonArray([.. items.Select(item => Filled(item!, values))]),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) && text.StartsWith("${", StringComparison.Ordinal) => JsonValue.Create(values[text[2..^1]]),
        _ => node.DeepClone(),
    };

    private static string Text(JsonObject json) => json.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
}

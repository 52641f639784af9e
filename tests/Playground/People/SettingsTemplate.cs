using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What the Playground must know of the bot's settings; read from the template that the bot itself reads.</summary>
internal sealed record SettingsTemplate(
    string AppId, string ManagedIdentityClientId, string ProviderTenantId, People People, IReadOnlyDictionary<string, WorkingHours> WorkingHours)
{
    public static SettingsTemplate Read(string path)
    {
        var template = JsonNode.Parse(File.ReadAllText(path))
            ?? throw new InvalidDataException($"{path} is empty. Restore it from the repository.");
        return new(
            template["Teams"]![nameof(AppId)]!.String()!,
            template["Teams"]![nameof(ManagedIdentityClientId)]!.String()!,
            template["Provider"]!["TenantId"]!.String()!,
            People.From(template),
            template["Provider"]!["Advisors"]!.AsObject().ToDictionary(
                advisor => advisor.Key, advisor => Playground.WorkingHours.Of(advisor.Value!["Calendar"]!["Hours"]!)));
    }
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Playground;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Employers;

/// <summary>A folder with employers' files, which goes with its test. It begins with one, haven.</summary>
internal sealed class EmployerFolder : IDisposable
{
    public const string Haven = """
        {
          "Name": "Haven (fictief)",
          "TenantId": "61000000-0000-4000-8000-000000000061",
          "ExternalAdvisors": [ "sanne" ],
          "People": { "director": { "Label": { "nl": "De directeur", "en": "The director" }, "CloseTo": [ "fenna" ] } },
          "Advisors": {
            "fenna": {
              "Name": "Fenna Verhaal",
              "ObjectId": "61000000-0000-4000-8000-0000000000b1",
              "Phone": "088 000 00 61",
              "About": { "nl": "Ik luister.", "en": "I listen." },
              "Languages": [ "nl" ],
              "Certificate": { "nl": "Opgeleid", "en": "Trained" },
              "OtherRoles": { "nl": "Geen", "en": "None" },
              "Ways": [ "Phone" ],
              "Calendar": { "Hours": { "Tuesday": [ "09:00-17:00" ] } }
            }
          }
        }
        """;

    public EmployerFolder() => Write("haven", Haven);

    public string Path { get; } = Directory.CreateTempSubdirectory("vpbot-employers-").FullName;

    public Dictionary<string, string?> Settings => new() { ["EmployerFolder:Path"] = Path };

    public void Write(string key, string json) => File.WriteAllText(System.IO.Path.Combine(Path, $"{key}.json"), json);

    /// <summary>Changes the file as an operator would; a change that finds nothing to change is a mistake of the test.</summary>
    public void Change(string key, string from, string to)
    {
        var before = File.ReadAllText(System.IO.Path.Combine(Path, $"{key}.json"));
        Assert.Contains(from, before, StringComparison.Ordinal);
        Write(key, before.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>States that this employer leaves; the rest of the file stays.</summary>
    public void Remove(string key) => Change(key, "{\n  \"Name\"", $"{{\n  \"Removed\": \"{key}\",\n  \"Name\"");

    public void Delete(string key) => File.Delete(System.IO.Path.Combine(Path, $"{key}.json"));

    /// <summary>The sentences with which a start is refused.</summary>
    public IReadOnlyList<string> Faults() => Sources(Path).Read(EmployerFiles.Read(Path)) is var reading && reading.ReadServed() is null ? reading.Faults : [];

    public static EmployerSources Sources(string path) => new(
        Template.Settings.GetSection("Provider").Get<ProviderSettings>()!,
        Template.Settings.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!,
        new EmployerFolderSettings { Path = path });

    public static string Examples => System.IO.Path.Combine(Repository.Root, "examples", "employers");

    /// <summary>The template's employer as a file of its own, and a settings file without it.</summary>
    public static (string File, string Settings) Apart(string key)
    {
        var template = JsonNode.Parse(File.ReadAllText(Repository.SettingsTemplate))!.AsObject();
        var employers = template["Employers"]!.AsObject();
        var employer = employers[key]!.ToJsonString();
        employers.Remove(key);
        return (employer, template.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

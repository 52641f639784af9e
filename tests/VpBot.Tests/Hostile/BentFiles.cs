using System.Text;
using Microsoft.Extensions.Configuration;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Playground;

namespace VpBot.Tests.Hostile;

/// <summary>
/// Bent files of employers and of a provider's own texts, each in a folder of its own, read by what the program reads them with. A file
/// is taken, or refused with sentences; anything else is thrown.
/// </summary>
internal sealed class BentFiles : IDisposable
{
    private const string Phrases = """{"reviewed":"2026-11-20","phrases":{"Question":"Waar kunnen wij je mee helpen?"}}""";
    private const string Subject = "glossary";

    private static readonly string Page = Tongue.Dutch.Wordings.Page($"Explaining/Content/{Subject}.md")!;
    private static readonly string[] Employers = [.. Directory.GetFiles(Path.Combine(Repository.Root, "examples", "employers"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private readonly IConfigurationRoot template = new ConfigurationBuilder().AddJsonFile(Repository.SettingsTemplate).Build();
    private readonly string root = Directory.CreateTempSubdirectory("vpbot-bent-").FullName;

    /// <summary>True when it was taken.</summary>
    public bool Employer(int which, Mutations mutations) => InFolder(which, folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "haven.json"), mutations.Of(Encoding.UTF8.GetBytes(mutations.One(Employers))));
        var sources = new EmployerSources(
            template.GetSection("Provider").Get<ProviderSettings>()!,
            template.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!,
            new EmployerFolderSettings { Path = folder });
        var (served, faults) = sources.ReadAgain(sources.ReadFiles(), new HashSet<string>());
        return IsTaken(served is not null, faults);
    });

    /// <summary>True when it was taken; then it can be shown as well.</summary>
    public bool Text(int which, Mutations mutations) => InFolder(which, folder =>
    {
        var (name, right) = mutations.One([("Room/Hall.nl.json", Phrases), ($"Explaining/Content/nl/{Subject}.md", Page)]);
        var file = Path.Combine(folder, "duinrand", name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, mutations.Of(Encoding.UTF8.GetBytes(right)));
        var reading = new LanguageReading(new LanguageSettings { OwnTexts = folder }, folder);
        var spoken = reading.Read();
        if (reading.Faults.Count == 0 && ContentBook.Page(Subject, spoken.At("duinrand", "nl")).Html.Length == 0)
            throw new InvalidOperationException("A page was taken and says nothing.");
        return IsTaken(reading.Faults.Count == 0, reading.Faults);
    });

    public void Dispose() => Directory.Delete(root, recursive: true);

    private bool InFolder(int which, Func<string, bool> read)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, $"{which}")).FullName;
        try
        {
            return read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsTaken(bool taken, IReadOnlyList<string> faults) =>
        taken || faults.Any(fault => fault.Length > 20) ? taken : throw new InvalidOperationException("A file was refused without a sentence.");
}

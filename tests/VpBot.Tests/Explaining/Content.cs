using VpBot.Playground;

namespace VpBot.Tests.Explaining;

/// <summary>One text as it lies in the repository.</summary>
internal sealed record Content(string Tongue, string Subject, IReadOnlyDictionary<string, string> Front, string Body)
{
    private static readonly string Root = Path.Combine(Repository.Root, "bot", "Explaining", "Content");

    public static IReadOnlyList<Content> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories).OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
            .Select(file => Read(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))),
    ];

    public IReadOnlyList<string> Headings => [.. Body.Split('\n').Where(line => line.StartsWith('#'))];

    public static Content Of(string tongue, string subject) => All.Single(content => content.Tongue == tongue && content.Subject == subject);

    public static Content Read(string tongue, string subject, string text)
    {
        var parts = text.Split("---\n", 3);
        return new(
            tongue,
            subject,
            parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? ""),
            parts[2]);
    }

    public override string ToString() => $"{Tongue}/{Subject}";
}

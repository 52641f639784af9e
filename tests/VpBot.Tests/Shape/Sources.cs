using VpBot.Playground;

namespace VpBot.Tests.Shape;

/// <summary>One source file of the bot, by its path below <c>bot/</c>.</summary>
internal sealed record Source(string Path, string Text)
{
    public IEnumerable<string> Lines => Text.Split('\n');

    public string Folder => Path.Split('/')[0];
}

internal static class Sources
{
    private static readonly string Root = System.IO.Path.Combine(Repository.Root, "bot");

    public static IReadOnlyList<Source> Code { get; } = [.. Find("*.cs"), .. Find("*.razor")];

    public static IEnumerable<Source> Find(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Source(path, File.ReadAllText(System.IO.Path.Combine(Root, path))));
}

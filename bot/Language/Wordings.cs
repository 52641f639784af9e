using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace VpBot.Language;

/// <summary>
/// The texts of one language, by name: <c>Room/Room.json</c> for phrases, <c>Explaining/Content/topics.md</c> for a page. Those of a
/// reviewed language lie beside the code; those of another one in a folder of its own, under the same names.
/// </summary>
internal sealed class Wordings(Func<string, string?> read)
{
    private readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, string>?> _phrases = new();
    private readonly ConcurrentDictionary<string, string?> _pages = new();

    /// <summary>The words of a phrases type; null where this language has none.</summary>
    public IReadOnlyDictionary<string, string>? Phrases(Type type) => _phrases.GetOrAdd(type, static (type, read) =>
        read(FileOf(type)) is { } text ? JsonSerializer.Deserialize(text, PhraseJson.Default.DictionaryStringString) : null, read);

    /// <summary>The text of a page, with its front matter; null where this language has none.</summary>
    public string? Page(string name) => _pages.GetOrAdd(name, read);

    public static string FileOf(MemberInfo phrases) =>
        $"{((Type)phrases).Namespace!["VpBot.".Length..].Replace('.', '/')}/{phrases.Name[..^"Phrases".Length]}.json";

    /// <summary>Beside the code: <c>Room/Room.nl.json</c>, <c>Explaining/Content/nl/topics.md</c>.</summary>
    public static Wordings Within(string code) => new(name =>
    {
        var parts = name.Split('/');
        var (folder, file) = (string.Join('.', parts[..^1]), parts[^1]);
        return Resource(file.EndsWith(".json", StringComparison.Ordinal)
            ? $"VpBot.{folder}.{file[..^".json".Length]}.{code}.json"
            : $"VpBot.{folder}.{code}.{file}");
    });

    internal static string? Resource(string name)
    {
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

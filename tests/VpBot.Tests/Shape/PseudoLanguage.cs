using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpBot.Playground;

namespace VpBot.Tests.Shape;

/// <summary>
/// A language that nobody speaks, made from the Dutch: every vowel has an accent and stands twice, and brackets stand at both ends.
/// What is shown without them was written into code; what is cut off shows it.
/// </summary>
internal static partial class PseudoLanguage
{
    public const string LeftToRight = "xx";
    public const string RightToLeft = "xr";

    private const string Plain = "aeiouyAEIOUY";
    private const string Accented = "áéíóúýÁÉÍÓÚÝ";

    public static string Of(string text) => $"⟦{Accents(text)}⟧";

    /// <summary>Writes both directions as folders of files, as a provider would.</summary>
    public static void WriteTo(string folder)
    {
        Write(Path.Combine(folder, LeftToRight), "nl-NL");
        Write(Path.Combine(folder, RightToLeft), "he-IL");
    }

    /// <summary>The words of a page that are not of this language, and not of who uses it either.</summary>
    public static IReadOnlyList<string> Foreign(string text, IReadOnlySet<string> data) =>
        [.. Word().Matches(Drawn().Replace(text, "")).Select(word => word.Value).Where(word => PlainVowel().IsMatch(word) && !data.Contains(word)).Distinct()];

    /// <summary>Names, places and other words of the settings: they are shown as they are.</summary>
    public static IReadOnlySet<string> WordsOf(params IEnumerable<string> texts) => texts.SelectMany(text => Word().Matches(text).Select(word => word.Value)).ToHashSet();

    private static void Write(string folder, string culture)
    {
        var bot = Path.Combine(Repository.Root, "bot");
        foreach (var file in Directory.EnumerateFiles(bot, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(bot, file).Replace('\\', '/');
            if (name.StartsWith("bin/", StringComparison.Ordinal) || name.StartsWith("obj/", StringComparison.Ordinal) || name.StartsWith("Language/", StringComparison.Ordinal))
                continue;
            if (name.EndsWith(".nl.json", StringComparison.Ordinal))
                Save(folder, name.Replace(".nl.json", ".json", StringComparison.Ordinal), Phrases(File.ReadAllText(file)));
            else if (name.Contains("/Content/nl/", StringComparison.Ordinal) && !name.Contains("/Asking/", StringComparison.Ordinal))
                Save(folder, name.Replace("/Content/nl/", "/Content/", StringComparison.Ordinal), Page(File.ReadAllText(file)));
        }

        Save(folder, "language.json", JsonSerializer.Serialize(new { name = Of("Proeftaal"), culture, reviewed = "nl", notReviewed = Of("Deze taal is een proef.") }));
    }

    private static void Save(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Phrases(string json) =>
        JsonSerializer.Serialize(JsonNode.Parse(json)!.AsObject().ToDictionary(phrase => phrase.Key, phrase => Lines(phrase.Value!.GetValue<string>())));

    private static string Page(string text)
    {
        var parts = text.Split("---\n", 3);
        var front = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2))
            .Select(pair => pair[0] is "title" or "summary" or "reviewer" ? $"{pair[0]}: {Of(pair[1])}" : $"{pair[0]}: {pair[1]}");
        return $"---\n{string.Join('\n', front)}\n---\n{Lines(parts[2])}";
    }

    /// <summary>Line by line, so that headings and lists stay what they are.</summary>
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line =>
        line.Length == 0 || line == "{register}" ? line : Start().Match(line).Value is var start ? start + Of(line[start.Length..]) : line));

    private static string Accents(string text) => string.Concat(Kept().Split(text).Select((part, index) => index % 2 == 1 ? part : Double(part)));

    private static string Double(string text) => string.Concat(text.Select(letter =>
        Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? $"{Accented[at]}{char.ToLowerInvariant(Accented[at])}" : letter.ToString()));

    // Placeholders and addresses are no words.
    [GeneratedRegex(@"(\{\w+\}|\]\([^)]*\))")]
    private static partial Regex Kept();

    [GeneratedRegex(@"^(#+ |- |\d+\. )?")]
    private static partial Regex Start();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    // A code or a reference, which is drawn by lot and may look like a word.
    [GeneratedRegex("[2-9A-HJ-NP-Z]{3,4}(-[2-9A-HJ-NP-Z]{3,4})+")]
    private static partial Regex Drawn();

    [GeneratedRegex("[aeiouyAEIOUY]")]
    private static partial Regex PlainVowel();
}

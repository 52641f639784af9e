using System.Globalization;
using System.Text.Json;

namespace VpBot.Language;

/// <summary>The file <c>language.json</c> of a folder: what makes the folder a language.</summary>
/// <param name="Reviewed">The code of the reviewed language that speaks where this one has no words.</param>
/// <param name="NotReviewed">Says in this language that it was translated by a machine and not reviewed.</param>
internal sealed record LanguageFile(string Name, string Culture, string Reviewed, string NotReviewed);

/// <summary>A language is a folder of files. These are the folders that came with the program, and those that a provider adds.</summary>
internal static class FoundLanguages
{
    private const string Root = "language/";
    private const string File = "language.json";

    /// <summary>The languages that came with the program and were not reviewed.</summary>
    public static IReadOnlyList<Tongue> Within { get; } =
    [
        .. typeof(FoundLanguages).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith($"/{File}", StringComparison.Ordinal))
            .Select(name => name.Split('/')[1]).Order(StringComparer.Ordinal)
            .Select(code => Read(code, name => Wordings.Resource($"{Root}{code}/{name}"))),
    ];

    /// <summary>The languages in a folder of the provider, each a folder named by its code.</summary>
    public static IReadOnlyList<Tongue> In(string folder) =>
    [
        .. Directory.GetDirectories(folder).Where(own => System.IO.File.Exists(Path.Combine(own, File))).Order(StringComparer.Ordinal)
            .Select(own => Read(Path.GetFileName(own), name => Path.Combine(own, name) is var path && System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : null)),
    ];

    private static Tongue Read(string code, Func<string, string?> read)
    {
        var file = JsonSerializer.Deserialize(read(File)!, LanguageJson.Default.LanguageFile)!;
        return new(code, file.Name, CultureInfo.GetCultureInfo(file.Culture)) { Reviewed = Tongue.Of(file.Reviewed), NotReviewed = file.NotReviewed, Wordings = new(read) };
    }
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[System.Text.Json.Serialization.JsonSerializable(typeof(LanguageFile))]
internal sealed partial class LanguageJson : System.Text.Json.Serialization.JsonSerializerContext;

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VpBot.Language;

/// <summary>A file with the phrases of one folder that a provider changed, and the day on which somebody reviewed them.</summary>
internal sealed record OwnPhrases(string Reviewed, Dictionary<string, string> Phrases);

/// <summary>
/// The texts that a provider changed for one employer: files of the same names as ours, with only what is different.
/// <c>duinrand/Intake/Intake.nl.json</c>, <c>duinrand/Explaining/Content/nl/topics.md</c>.
/// </summary>
internal sealed partial class OwnTexts(string folder, IReadOnlyList<Tongue> tongues)
{
    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public IReadOnlyDictionary<(string Employer, string Code), OwnWording> Read()
    {
        var found = new Dictionary<(string, string), OwnWording>();
        foreach (var employer in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            var phrases = tongues.ToDictionary(tongue => tongue.Code, _ => new Dictionary<(string, string), (string, DateOnly)>());
            var pages = tongues.ToDictionary(tongue => tongue.Code, _ => new Dictionary<string, (string, DateOnly)>());
            foreach (var file in Directory.GetFiles(employer, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(employer, file).Replace('\\', '/');
                var at = $"Language:OwnTexts, {Path.GetFileName(employer)}/{name}";
                if (PhraseFile().Match(name) is { Success: true } own && phrases.TryGetValue(own.Groups[2].Value, out var said))
                    ReadPhrases(file, $"{own.Groups[1].Value}.json", at, said);
                else if (PageFile().Match(name) is { Success: true } page && pages.TryGetValue(page.Groups[2].Value, out var told))
                    ReadPage(file, $"{page.Groups[1].Value}/{page.Groups[3].Value}", at, told);
                else
                    _faults.Add($"{at} is no text of ours. Give it the name of one, in one of these languages: {string.Join(", ", tongues)}.");
            }

            foreach (var tongue in tongues.Where(tongue => phrases[tongue.Code].Count + pages[tongue.Code].Count > 0))
                found[(Path.GetFileName(employer), tongue.Code)] = new(phrases[tongue.Code], pages[tongue.Code]);
        }

        return found;
    }

    private void ReadPhrases(string file, string name, string at, Dictionary<(string, string), (string, DateOnly)> said)
    {
        if (TextFaults.TypeOf(name) is not { } type)
        {
            _faults.Add($"{at} is no text of ours.");
            return;
        }

        if (Parse(file) is not { Phrases: { } phrases } own || phrases.ContainsValue(null!) || Day(own.Reviewed) is not { } reviewed)
        {
            _faults.Add(at + """ must be {"reviewed": "2027-01-31", "phrases": {"Name": "text"}}, with the day of the review.""");
            return;
        }

        foreach (var (key, text) in phrases)
        {
            _faults.AddRange(TextFaults.Of(type, key, text).Select(fault => $"{at}: {fault}"));
            if (Marks.IsFixed(type, key))
                _faults.Add($"{at}: {key} is a promise, a limit of confidentiality or what can be seen. It cannot be changed; take it out.");
            said[(name, key)] = (text, reviewed);
        }
    }

    private void ReadPage(string file, string name, string at, Dictionary<string, (string, DateOnly)> told)
    {
        var (text, ours) = (File.ReadAllText(file).ReplaceLineEndings("\n"), Tongue.Dutch.Wordings.Page(name));
        var front = FrontOf(text);
        if (ours is null)
            _faults.Add($"{at} is no text of ours.");
        else if (FrontOf(ours).ContainsKey("fixed"))
            _faults.Add($"{at} says what is confidential, what can be seen, or where help is. It cannot be changed; take it out.");
        else if (FrontOf(ours).Keys.FirstOrDefault(key => string.IsNullOrWhiteSpace(front.GetValueOrDefault(key))) is { } missing)
            _faults.Add($"{at} does not say {missing}. Begin it as our own text begins.");
        else if (Html().Match(text) is { Success: true } mark)
            _faults.Add($"{at} has markup, and none may be there: {mark.Value}");
        else if (TextFaults.Placeholders(ours).Except(TextFaults.Placeholders(text)).FirstOrDefault() is { } unsaid)
            _faults.Add($"{at} does not say {unsaid}.");
        else if (PageMarkup.TryHtml(text.Split("---\n", 3)[2]) is not { } html)
            _faults.Add($"{at} has more marks within marks than can be shown. Write it more simply.");
        else if (string.IsNullOrWhiteSpace(html))
            _faults.Add($"{at} says nothing below its first lines. Write the text there, or take the file out.");
        else if (Day(front["reviewed"]) is { } reviewed)
            told[name] = (text, reviewed);
        else
            _faults.Add($"{at} does not say on which day it was reviewed: write reviewed: 2027-01-31.");
    }

    private static OwnPhrases? Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), OwnJson.Default.OwnPhrases);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> FrontOf(string text) => text.Split("---\n", 3) is [_, var front, _] ? FrontMatter.Read(front) : [];

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(.+)\.(\w+)\.json$")]
    private static partial Regex PhraseFile();

    [GeneratedRegex(@"^(.+/Content)/(\w+)/([\w-]+\.md)$")]
    private static partial Regex PageFile();

    [GeneratedRegex("<[a-zA-Z/!]|]\\((?!tel:)")]
    private static partial Regex Html();
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[System.Text.Json.Serialization.JsonSerializable(typeof(OwnPhrases))]
internal sealed partial class OwnJson : System.Text.Json.Serialization.JsonSerializerContext;

using System.Collections.Concurrent;
using System.Reflection;
using VpBot.Language;

namespace VpBot.Explaining.Asking;

/// <summary>One question that people ask, with our answer.</summary>
/// <param name="Asked">Other ways in which people ask it. They are compared with, and never shown.</param>
/// <param name="ReadOn">The subject of the book that tells more.</param>
/// <param name="Status">"draft" or "needs-lawyer" until somebody reviewed it; then "reviewed".</param>
public sealed record QuestionPage(
    string Id, string Title, IReadOnlyList<string> Asked, string Text, string ReadOn, string Status, string Reviewer, string Reviewed)
{
    public string Html { get; } = PageMarkup.Html(Text);

    public IEnumerable<string> Phrasings => [Title, .. Asked];
}

/// <summary>The questions and answers in <c>Content/&lt;language&gt;/&lt;id&gt;.md</c>, read once.</summary>
public static class QuestionBook
{
    private const string Folder = "VpBot.Explaining.Asking.Content";
    private static readonly ConcurrentDictionary<string, IReadOnlyList<QuestionPage>> Read = new();

    public static IReadOnlyList<QuestionPage> In(Tongue tongue) => Read.GetOrAdd(tongue.Code, static code =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Folder}.{code}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Parse(name[$"{Folder}.{code}.".Length..^".md".Length], Text(name))),
    ]);

    public static QuestionPage? Find(string id, Tongue tongue) => In(tongue).FirstOrDefault(page => page.Id == id);

    /// <summary>The text of a list that is no question: everyday words, signs of danger.</summary>
    public static string List(string list, Tongue tongue) => Text($"{Folder}.words.{list}-{tongue.Code}.md");

    public static QuestionPage Parse(string id, string text)
    {
        var parts = text.Split("---\n", 3);
        var lines = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var front = lines.Where(line => !line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        var asked = lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..].Trim());
        return new(id, front["title"], [.. asked], parts[2].Trim(), front["read-on"], front["status"], front["reviewer"], front["reviewed"]);
    }

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

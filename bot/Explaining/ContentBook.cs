using System.Collections.Concurrent;
using System.Reflection;
using Markdig;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Explaining;

/// <summary>One reviewed text: our own words as HTML, with who should have looked at it.</summary>
/// <param name="Status">"draft" or "needs-lawyer" until somebody reviewed it; then "reviewed".</param>
public sealed record ContentPage(string Subject, string Title, string Summary, string Html, string Status, string Reviewer, string Reviewed);

/// <summary>The texts in <c>Content/&lt;language&gt;/&lt;subject&gt;.md</c>, read once.</summary>
public static class ContentBook
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();
    private static readonly ConcurrentDictionary<(string Root, string Subject, string Tongue), ContentPage> Pages = new();
    internal const string Own = "VpBot.Explaining.Content";

    public static IReadOnlyList<string> Subjects { get; } =
    [
        .. typeof(ContentBook).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("VpBot.Explaining.Content.nl.", StringComparison.Ordinal))
            .Select(name => name["VpBot.Explaining.Content.nl.".Length..^".md".Length])
            .Order(StringComparer.Ordinal),
    ];

    public static ContentPage Page(string subject, Tongue tongue) => Page(Own, subject, tongue);

    /// <param name="root">Another folder's own texts, written in the same way.</param>
    public static ContentPage Page(string root, string subject, Tongue tongue) =>
        Pages.GetOrAdd((root, subject, tongue.Code), static key => Read(key.Root, key.Subject, key.Tongue));

    /// <summary>The text of a page as it was written, for whoever reviews it.</summary>
    internal static string Source(string root, string subject, Tongue tongue) => Parts(root, subject, tongue.Code)[2];

    private static ContentPage Read(string root, string subject, string tongue)
    {
        var parts = Parts(root, subject, tongue);
        var front = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        // What can be seen is written once, in the register; the page is its frame.
        var text = parts[2].Replace("{register}", ExposureText.Page(Tongue.Of(tongue)), StringComparison.Ordinal);
        return new ContentPage(
            subject, front["title"], front["summary"], Markdown.ToHtml(text, Pipeline), front["status"], front["reviewer"], front["reviewed"]);
    }

    private static string[] Parts(string root, string subject, string tongue)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{root}.{tongue}.{subject}.md")
            ?? throw new InvalidOperationException($"The text {subject} is missing in {tongue}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split("---\n", 3);
    }
}

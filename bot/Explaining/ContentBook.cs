using System.Collections.Concurrent;
using System.Reflection;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Explaining;

/// <summary>One reviewed text: our own words as HTML, with who should have looked at it.</summary>
/// <param name="Status">"draft" or "needs-lawyer" until somebody reviewed it; then "reviewed".</param>
public sealed record ContentPage(string Subject, string Title, string Summary, string Html, string Status, string Reviewer, string Reviewed);

/// <summary>The texts in <c>Content/&lt;language&gt;/&lt;subject&gt;.md</c>, read once.</summary>
public static class ContentBook
{
    private static readonly ConcurrentDictionary<(string Root, string Subject, string Tongue, OwnWording? Own), ContentPage> Pages = new();
    internal const string Own = "VpBot.Explaining.Content";

    public static IReadOnlyList<string> Subjects { get; } =
    [
        .. typeof(ContentBook).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("VpBot.Explaining.Content.nl.", StringComparison.Ordinal))
            .Select(name => name["VpBot.Explaining.Content.nl.".Length..^".md".Length])
            .Order(StringComparer.Ordinal),
    ];

    public static ContentPage Page(string subject, Tongue tongue) => Page(Own, subject, tongue);

    public static bool Has(string subject, Tongue tongue) => tongue.Wordings.Page(Name(Own, subject)) is not null;

    /// <param name="root">Another folder's own texts, written in the same way.</param>
    public static ContentPage Page(string root, string subject, Tongue tongue) =>
        Of(tongue.Speaker(tongue.Wordings.Page(Name(root, subject)) is not null), root, subject);

    /// <summary>The text of a page as it was written, for whoever reviews it.</summary>
    internal static string Source(string root, string subject, Tongue tongue) => Parts(root, subject, tongue)[2];

    private static ContentPage Of(Tongue tongue, string root, string subject)
    {
        // Asked every time, because whoever listens must hear that it was changed.
        tongue.Own?.Page(Name(root, subject), tongue.Heard);
        return Pages.GetOrAdd((root, subject, tongue.Code, tongue.Own), static (key, tongue) => Read(key.Root, key.Subject, tongue), tongue);
    }

    private static ContentPage Read(string root, string subject, Tongue tongue)
    {
        var parts = Parts(root, subject, tongue);
        var front = FrontMatter.Read(parts[1]);
        // What can be seen is written once, in the register; the page is its frame.
        var text = parts[2].Replace("{register}", ExposureText.Page(tongue), StringComparison.Ordinal);
        return new ContentPage(
            subject, front["title"], front["summary"], PageMarkup.Html(text), front["status"], front["reviewer"], front["reviewed"]);
    }

    private static string Name(string root, string subject) => $"{root["VpBot.".Length..].Replace('.', '/')}/{subject}.md";

    private static string[] Parts(string root, string subject, Tongue tongue)
    {
        var text = tongue.Own?.Page(Name(root, subject), null) ?? tongue.Wordings.Page(Name(root, subject))
            ?? throw new InvalidOperationException($"The text {subject} is missing in {tongue}.");
        return text.Split("---\n", 3);
    }
}

using Markdig;

namespace VpBot.Language;

/// <summary>
/// The marks of a written page, as HTML without any of its own. Whoever judges a page and whoever shows it draw it here, so that a page
/// that was taken can be shown.
/// </summary>
internal static class PageMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Html(string text) => Markdown.ToHtml(text, Pipeline);

    /// <summary>The same, or null for marks within marks within marks, deeper than the library goes.</summary>
    public static string? TryHtml(string text)
    {
        try
        {
            return Html(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

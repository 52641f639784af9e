using System.Globalization;
using VpBot.Explaining.Asking;
using VpBot.Language;

namespace VpBot.Explaining.Reviewing;

/// <summary>A piece of text that somebody should review: where it stands, what it says, and how far the review is.</summary>
/// <param name="Lines">As they are read, in Markdown.</param>
/// <param name="Prose">What is measured: no keys and no front matter.</param>
internal sealed record ReviewedText(string Title, string File, string State, IReadOnlyList<string> Lines, string Prose)
{
    /// <summary>Every text of the product in one language, in the order in which somebody meets them.</summary>
    public static IReadOnlyList<ReviewedText> All(Tongue tongue) => [.. PhraseTexts.All(tongue), .. Pages(tongue), .. Lists(tongue)];

    public static IEnumerable<ReviewedText> Pages(Tongue tongue) => [.. Subjects(tongue), .. Questions(tongue), .. Elsewhere(tongue)];

    public string Figures(Tongue tongue)
    {
        var sentences = Readability.Sentences(Prose);
        return string.Create(CultureInfo.InvariantCulture, $"reading ease {Readability.Ease(sentences, tongue):0}, longest sentence {Readability.Longest(sentences)} words");
    }

    private static IEnumerable<ReviewedText> Subjects(Tongue tongue) => ExplainingSteps.InOrder.Select(subject =>
    {
        var (page, source) = (ContentBook.Page(subject, tongue), ContentBook.Source(ContentBook.Own, subject, tongue));
        return new ReviewedText(
            page.Title, $"bot/Explaining/Content/{tongue.Code}/{subject}.md", Review(page.Status, page.Reviewer, page.Reviewed), [$"*{page.Summary}*", "", .. source.Trim().Split('\n').Select(Deeper)], source);
    });

    private static IEnumerable<ReviewedText> Questions(Tongue tongue) =>
        QuestionBook.In(tongue).OrderBy(page => ExplainingSteps.InOrder.TakeWhile(subject => subject != page.ReadOn).Count()).ThenBy(page => page.Id, StringComparer.Ordinal)
            .Select(page => new ReviewedText(
                page.Title, $"bot/Explaining/Asking/Content/{tongue.Code}/{page.Id}.md", Review(page.Status, page.Reviewer, page.Reviewed),
                [page.Text, "", .. page.Asked.Select(asked => $"- {asked}")], page.Text));

    /// <summary>The pages that other folders bring, by where they lie: they are written in the same way.</summary>
    private static IEnumerable<ReviewedText> Elsewhere(Tongue tongue) =>
        from name in typeof(ReviewedText).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        let parts = name.Split($".Content.{tongue.Code}.")
        where parts.Length == 2 && !parts[0].StartsWith("VpBot.Explaining", StringComparison.Ordinal)
        let subject = parts[1][..^".md".Length]
        let page = ContentBook.Page($"{parts[0]}.Content", subject, tongue)
        let source = ContentBook.Source($"{parts[0]}.Content", subject, tongue)
        select new ReviewedText(
            page.Title, $"bot/{parts[0]["VpBot.".Length..].Replace('.', '/')}/Content/{tongue.Code}/{subject}.md", Review(page.Status, page.Reviewer, page.Reviewed),
            [$"*{page.Summary}*", "", .. source.Trim().Split('\n').Select(Deeper)], source);

    private static IEnumerable<ReviewedText> Lists(Tongue tongue) => WordList.Names.Select(list => new ReviewedText(
        list, $"bot/Explaining/Asking/Content/words/{list}-{tongue.Code}.md", "draft", [.. QuestionBook.List(list, tongue).Split("---\n", 3)[2].Trim().Split('\n')], ""));

    private static string Review(string status, string reviewer, string date) => $"{status}, {reviewer}, {date}";

    private static string Deeper(string line) => line.StartsWith('#') ? $"##{line}" : line;
}

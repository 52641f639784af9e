using System.Globalization;
using System.Net;
using System.Text;
using VpBot.Language;

namespace VpBot.Register.Yearly;

/// <summary>
/// One question as bars, in the colour of the text around it, so that it is read in every theme and on paper. A bar of one answer
/// is filled; one of several together is hatched. The same figures stand in the table beside it.
/// </summary>
public static class Chart
{
    private const int Width = 360;
    private const int BarHeight = 16;
    private const int LineHeight = 20;
    private const int Gap = 14;
    private const int NumberWidth = 56;

    public static string Draw(ReportTable table, Tongue tongue)
    {
        var words = tongue.Words<YearlyPhrases>();
        var labels = tongue.Words<RegisterPhrases>();
        var name = $"chart-{(int)table.Question + 1}";
        var most = table.Figures.Max(figure => figure.Count);
        var bars = new StringBuilder();
        var top = Gap;
        foreach (var figure in table.Figures)
            top = Bar(bars, figure, [.. figure.Answers.Select(answer => labels.Of(table.Question, answer))], most, top, $"{name}-together", words, tongue);
        return Whole(name, top, Encode(labels.Question(table.Question)), Encode(words.ChartSays(Said(table, labels, words, tongue))), bars.ToString());
    }

    private static string Whole(string name, int height, string title, string says, string bars) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" class="chart" role="img" aria-labelledby="{name}-title {name}-says" font-family="Segoe UI, sans-serif" font-size="15" fill="currentColor">
        <title id="{name}-title">{title}</title>
        <desc id="{name}-says">{says}</desc>
        <defs><pattern id="{name}-together" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="currentColor" stroke-width="5"/></pattern></defs>
        {bars}</svg>
        """);

    /// <summary>Draws one figure, and says where the next one begins.</summary>
    private static int Bar(StringBuilder bars, Figure figure, IReadOnlyList<string> labels, int most, int top, string pattern, YearlyPhrases words, Tongue tongue)
    {
        IEnumerable<string> lines = figure.IsTogether ? [words.Together, .. labels] : labels;
        foreach (var line in lines)
            bars.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{(top += LineHeight) - 6}\">{Encode(line)}</text>\n");
        var width = Math.Max(2, (Width - NumberWidth) * figure.Count / most);
        bars.Append(CultureInfo.InvariantCulture, $"<rect x=\"1\" y=\"{top}\" width=\"{width}\" height=\"{BarHeight}\" stroke=\"currentColor\" {Filling(figure, pattern)}/>\n");
        bars.Append(CultureInfo.InvariantCulture, $"<text x=\"{width + 8}\" y=\"{top + 13}\" font-weight=\"600\">{figure.Count.ToString(tongue.Culture)}</text>\n");
        return top + BarHeight + Gap;
    }

    private static string Filling(Figure figure, string pattern) => figure.IsTogether ? $"fill=\"url(#{pattern})\"" : "fill-opacity=\".75\"";

    private static string Said(ReportTable table, RegisterPhrases labels, YearlyPhrases words, Tongue tongue) => string.Join("; ", table.Figures.Select(figure =>
        $"{(figure.IsTogether ? $"{words.Together} " : "")}{string.Join(", ", figure.Answers.Select(answer => labels.Of(table.Question, answer)))}: {figure.Count.ToString(tongue.Culture)}"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

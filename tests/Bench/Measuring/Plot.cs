using System.Globalization;
using System.Text;

namespace VpBot.Bench.Measuring;

/// <summary>A picture of a table, readable on light and dark, which says its figures to whoever cannot see it.</summary>
internal static class Plot
{
    private const string Style =
        "<style>svg{color-scheme:light dark;background:#fff}text{fill:#1b1b1b}.axis{stroke:#1b1b1b}.l0{stroke:#1f5f8b}.l1{stroke:#a04000}.l2{stroke:#2e7d32}" +
        "@media(prefers-color-scheme:dark){svg{background:#1b1b1b}text{fill:#f2f2f2}.axis{stroke:#f2f2f2}.l0{stroke:#7fc4f0}.l1{stroke:#f0a870}.l2{stroke:#8fd694}}</style>";

    public static string Of(string title, IReadOnlyList<string> at, IReadOnlyList<(string Name, double[] Points)> lines)
    {
        var most = lines.SelectMany(line => line.Points).Max();
        var said = string.Join(' ', lines.Select(line => $"{line.Name}: {string.Join("; ", line.Points.Zip(at, (point, place) => string.Create(CultureInfo.InvariantCulture, $"{place}: {point:F0}")))}."));
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 340" role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="12">""");
        svg.Append(CultureInfo.InvariantCulture, $"\n<title id=\"title\">{title}, by employers and advisors</title>\n<desc id=\"desc\">{said}</desc>\n{Style}\n<text x=\"20\" y=\"20\">{title}, by employers and advisors</text>\n<line class=\"axis\" x1=\"60\" y1=\"270\" x2=\"720\" y2=\"270\"/>\n");
        double X(int which) => 90 + (which * 570.0 / Math.Max(1, at.Count - 1));
        for (var line = 0; line < lines.Count; line++)
        {
            var y = lines[line].Points.Select(point => 270 - (point / most * 220)).ToArray();
            svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"l{line}\" fill=\"none\" stroke-width=\"2\" points=\"{string.Join(' ', y.Select((height, which) => string.Create(CultureInfo.InvariantCulture, $"{X(which):F0},{height:F0}")))}\"/>\n");
            for (var which = 0; which < y.Length; which++)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(which):F0}\" y=\"{y[which] - 6:F0}\" text-anchor=\"middle\">{lines[line].Points[which]:F0}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"l{line}\" stroke-width=\"3\" x1=\"{60 + (220 * line)}\" y1=\"321\" x2=\"{84 + (220 * line)}\" y2=\"321\"/><text x=\"{90 + (220 * line)}\" y=\"325\">{lines[line].Name}</text>\n");
        }

        for (var which = 0; which < at.Count; which++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(which):F0}\" y=\"290\" text-anchor=\"middle\">{at[which]}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }
}

using System.Net;
using System.Text;
using VpBot.Language;

namespace VpBot.Register.Yearly;

/// <summary>The report as a part of a page: what is in it and what is not, then a chart and a table for each question.</summary>
public static class ReportBody
{
    public static string Draw(YearlyReport report, Tongue tongue)
    {
        var words = tongue.Words<YearlyPhrases>();
        var body = new StringBuilder();
        if (report.Without is { } without)
            return body.Append(Paragraph(words.NoFigures(without))).Append(Paragraph(words.NotWhatHappens)).ToString();
        body.Append(Paragraph(words.InIt(report.Year.ToString(tongue.Culture), report.Total.ToString(tongue.Culture))));
        foreach (var text in new[] { words.NotInIt, words.Five, words.NotZero, words.NotWhatHappens })
            body.Append(Paragraph(text));
        foreach (var table in report.Tables)
            body.Append(Section(table, report.Total, tongue, words));
        return body.ToString();
    }

    private static string Section(ReportTable table, int total, Tongue tongue, YearlyPhrases words)
    {
        var labels = tongue.Words<RegisterPhrases>();
        var rows = table.Figures.Select(figure => Row(
            (figure.IsTogether ? $"<span class=\"asked\">{Encode(words.Together)}</span> " : "")
            + string.Join("<br>", figure.Answers.Select(answer => Encode(labels.Of(table.Question, answer)))),
            figure.Count.ToString(tongue.Culture)));
        return $"""
            <section class="figures">
            <h2>{Encode(labels.Question(table.Question))}</h2>
            {Chart.Draw(table, tongue)}
            <table>
            <caption>{Encode(labels.Question(table.Question))}</caption>
            <thead><tr><th scope="col">{Encode(words.ColumnAnswer)}</th><th scope="col">{Encode(words.ColumnCount)}</th></tr></thead>
            <tbody>
            {string.Join('\n', rows)}
            </tbody>
            <tfoot>{Row(Encode(words.Total), total.ToString(tongue.Culture))}</tfoot>
            </table>
            </section>

            """;
    }

    private static string Row(string answers, string count) => $"<tr><th scope=\"row\">{answers}</th><td>{count}</td></tr>";

    private static string Paragraph(string text) => $"<p>{Encode(text)}</p>\n";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

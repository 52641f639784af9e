using System.Text;
using VpBot.Language;

namespace VpBot.Register.Yearly;

/// <summary>The figures as a file for a spreadsheet: one line for each figure, answers that are shown together joined with a plus sign.</summary>
public static class ReportSheet
{
    public const string Plus = " + ";

    /// <summary>A byte-order mark first, so that a spreadsheet reads it as UTF-8; semicolons, as one in Dutch expects.</summary>
    public static string Draw(YearlyReport report, Tongue tongue)
    {
        var words = tongue.Words<YearlyPhrases>();
        var labels = tongue.Words<RegisterPhrases>();
        var sheet = new StringBuilder("\uFEFF");
        Row(sheet, words.ColumnQuestion, words.ColumnAnswer, words.ColumnCount);
        if (report.Without is { } without)
            Row(sheet, words.NoFigures(without), "", "");
        foreach (var table in report.Tables)
        {
            foreach (var figure in table.Figures)
                Row(sheet, labels.Question(table.Question), string.Join(Plus, figure.Answers.Select(answer => labels.Of(table.Question, answer))), figure.Count.ToString(tongue.Culture));
            Row(sheet, labels.Question(table.Question), words.Total, report.Total.ToString(tongue.Culture));
        }

        return sheet.ToString();
    }

    private static void Row(StringBuilder sheet, params string[] cells) =>
        sheet.AppendJoin(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Register.Yearly;

/// <summary>
/// A look at a report before it is released, and the release: once, for ever. Nobody ever sees the counts themselves, and while a
/// year runs there is nothing to look at: two looks around one closing would tell it.
/// </summary>
public sealed class Reports(YearBook years, Sealing sealing, RegisterSettings settings, TimeProvider clock)
{
    /// <summary>For so many years after a year the counts of it are kept, while nobody releases its report.</summary>
    public const int YearsKept = 2;

    /// <summary>The years that are over and whose counts are kept, the last one first. Whether anything was counted makes no difference.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(1, YearsKept).Select(back => ThisYear - back)];

    private int ThisYear => AmsterdamTime.DayOf(clock.GetUtcNow()).Year;

    public async Task<YearlyReport?> PreviewAsync(Database db, Employer employer, int year) =>
        Years.Contains(year) ? YearlyReport.Of(employer, year, await years.FiguresAsync(db, employer.Key, year), settings) : null;

    public async Task<ReleasedReport?> ReleasedAsync(Database db, Employer employer, int year) =>
        await db.Set<YearlyReportRow>().FindAsync(employer.Key, year) is { } row
            ? sealing.Open(row.Employer, SealedKind.YearlyReport, row.Sealed, YearlyJson.Default.ReleasedReport) ?? new ReleasedReport(new Dictionary<string, string>(), [])
            : null;

    public async Task<IReadOnlyList<int>> ReleasedYearsAsync(Database db, Employer employer) =>
        await db.Set<YearlyReportRow>().Where(row => row.Employer == employer.Key).OrderByDescending(row => row.Year).Select(row => row.Year).ToListAsync();

    /// <summary>
    /// Fixes the report and lets the counts go, in one transaction. False when it was released before, or the year is not over.
    /// </summary>
    public async Task<bool> ReleaseAsync(Database db, Employer employer, int year)
    {
        if (await PreviewAsync(db, employer, year) is not { } report || await ReleasedAsync(db, employer, year) is not null)
            return false;
        var now = clock.GetUtcNow();
        db.Add(new YearlyReportRow
        {
            Employer = employer.Key,
            Year = year,
            Sealed = sealing.Seal(employer.Key, SealedKind.YearlyReport, Draw(report), YearlyJson.Default.ReleasedReport),
            ForgetAt = now + settings.ReportsKept,
        });
        await YearBook.CloseYearAsync(db, employer.Key, year);
        return true;
    }

    private static ReleasedReport Draw(YearlyReport report) => new(
        Tongue.All.ToDictionary(tongue => tongue.Code, tongue => ReportBody.Draw(report, tongue)),
        [.. Tongue.All.SelectMany(tongue => Files(report, tongue))]);

    private static IEnumerable<ReportFile> Files(YearlyReport report, Tongue tongue)
    {
        var name = tongue.Words<YearlyPhrases>().FileName(report.Year.ToString(tongue.Culture));
        ReportFile File(string end, ReportFileKind kind, string content, Question? question = null) =>
            new($"{name}{end}", kind, tongue.Code, question, Encoding.UTF8.GetBytes(content));
        yield return File(".html", ReportFileKind.Page, ReportPage.Draw(report, tongue));
        yield return File(".csv", ReportFileKind.Sheet, ReportSheet.Draw(report, tongue));
        foreach (var table in report.Tables)
            yield return File($"-{(int)table.Question + 1}.svg", ReportFileKind.Picture, Chart.Draw(table, tongue), table.Question);
    }
}

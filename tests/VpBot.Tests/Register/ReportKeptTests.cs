using VpBot.Language;
using VpBot.Playground;
using VpBot.Register;
using VpBot.Register.Yearly;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Register;

/// <summary>The page to print, as it was reviewed: kept beside this test, where a browser looks at it too. <c>VPBOT_ACCEPT=1</c> writes it anew.</summary>
public sealed class ReportKeptTests
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_page_of_a_report_is_as_it_was_reviewed(string code)
    {
        var figures = Years.Figures(Years.OfUsual(60, new Random(1)))!;
        var report = YearlyReport.Of(Template.Duinrand, 2026, figures, new RegisterSettings());
        var now = ReportPage.Draw(report, Tongue.Of(code)).ReplaceLineEndings("\n");
        var file = Path.Combine(Repository.Root, "tests", "VpBot.Tests", "Register", $"report.{code}.html");
        if (Environment.GetEnvironmentVariable("VPBOT_ACCEPT") == "1")
            await File.WriteAllTextAsync(file, now);
        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(kept == now, $"{Path.GetFileName(file)} differs. Run with VPBOT_ACCEPT=1 when this is what should be printed.\n{Kept.Difference(kept, now)}");
    }
}

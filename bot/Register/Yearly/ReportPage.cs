using System.Net;
using VpBot.Language;

namespace VpBot.Register.Yearly;

/// <summary>The report as a page of its own, to print on A4 or to keep as PDF. It loads nothing and runs nothing.</summary>
public static class ReportPage
{
    private const string Style = """
        @page { size: A4; margin: 20mm 18mm }
        body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 11pt/1.45 "Segoe UI", sans-serif; color: #24211e; background: #fff }
        h1 { font-size: 1.6em; margin: 0 } h2 { font-size: 1.15em; margin: 0 0 .4rem }
        .figures { margin-block: 1.6rem }
        h2 { break-after: avoid } .chart, tr { break-inside: avoid }
        .chart { display: block; width: 100%; max-width: 24rem; height: auto }
        table { width: 100%; border-collapse: collapse; margin-block-start: .6rem }
        caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%) }
        th, td { padding: .3rem .4rem; text-align: start; vertical-align: top; font-weight: 400; border-block-end: 1px solid #999 }
        thead th, tfoot th, tfoot td { font-weight: 600 }
        td, thead th:last-child { text-align: end }
        @media print { body { max-width: none; margin: 0; padding: 0 } }
        """;

    public static string Draw(YearlyReport report, Tongue tongue)
    {
        var words = tongue.Words<YearlyPhrases>();
        var title = WebUtility.HtmlEncode(words.Title(report.Year.ToString(tongue.Culture)));
        return $"""
            <!DOCTYPE html>
            <html lang="{tongue.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{title}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{WebUtility.HtmlEncode(report.Employer)}</p>
            {ReportBody.Draw(report, tongue)}</main>
            </body>
            </html>

            """;
    }
}

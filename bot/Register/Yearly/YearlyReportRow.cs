using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Register.Yearly;

/// <summary>A report as it was released. The key makes a second one of the same year impossible; nothing ever changes a row.</summary>
public sealed class YearlyReportRow
{
    public required string Employer { get; init; }
    public required int Year { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset ForgetAt { get; init; }
}

internal sealed class YearlyReportShape : IEntityTypeConfiguration<YearlyReportRow>
{
    public void Configure(EntityTypeBuilder<YearlyReportRow> builder)
    {
        builder.ToTable("YearlyReports").HasKey(row => new { row.Employer, row.Year });
        builder.HasIndex(row => row.ForgetAt);
    }
}

public enum ReportFileKind
{
    /// <summary>A page of its own, to print.</summary>
    Page,

    /// <summary>The figures, for a spreadsheet.</summary>
    Sheet,

    /// <summary>The chart of one question.</summary>
    Picture,
}

/// <summary>One file of a released report: these bytes, for ever.</summary>
public sealed record ReportFile(string Name, ReportFileKind Kind, string Tongue, Question? Question, byte[] Content)
{
    public string MediaType => Kind switch
    {
        ReportFileKind.Page => "text/html; charset=utf-8",
        ReportFileKind.Sheet => "text/csv; charset=utf-8",
        ReportFileKind.Picture => "image/svg+xml; charset=utf-8",
        _ => throw new InvalidOperationException($"{Kind} is no file."),
    };
}

/// <summary>A report after its release.</summary>
/// <param name="Bodies">What the desk shows of it, by language.</param>
public sealed record ReleasedReport(IReadOnlyDictionary<string, string> Bodies, IReadOnlyList<ReportFile> Files);

[JsonSerializable(typeof(ReleasedReport))]
internal sealed partial class YearlyJson : JsonSerializerContext;

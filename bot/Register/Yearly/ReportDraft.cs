using System.Text.Json.Serialization;
using VpBot.Employers;

namespace VpBot.Register.Yearly;

/// <summary>Which report an advisor looks at. Figures are not kept with it.</summary>
public sealed record ReportDraft
{
    public string? Employer { get; init; }

    /// <summary>There was only one to choose from.</summary>
    public bool OnlyOne { get; init; }
    public int? Year { get; init; }
    public bool Releasing { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Employer> Employers { get; init; } = [];

    /// <summary>The years to choose from, and whether each is released.</summary>
    [JsonIgnore]
    public IReadOnlyList<(int Year, bool Released)> Years { get; init; } = [];

    [JsonIgnore]
    public YearlyReport? Preview { get; init; }

    [JsonIgnore]
    public ReleasedReport? Released { get; init; }

    [JsonIgnore]
    public bool Yes { get; init; }

    [JsonIgnore]
    public bool ToDesk { get; init; }

    [JsonIgnore]
    public string EmployerName => Employers.FirstOrDefault(employer => employer.Key == Employer)?.Name ?? "";
}

[JsonSerializable(typeof(ReportDraft))]
internal sealed partial class ReportJson : JsonSerializerContext;

using VpBot.Employers;

namespace VpBot.Register.Yearly;

/// <summary>Why a report has no figures. With none at all it reads the same as with four.</summary>
public enum NoFigures
{
    /// <summary>Fewer than five were closed in that year, or none.</summary>
    TooFew,

    /// <summary>So few people work there that figures would point at somebody.</summary>
    TooSmall,
}

/// <summary>The figures of one question. Together they are exactly the total.</summary>
public sealed record ReportTable(Question Question, IReadOnlyList<Figure> Figures);

/// <summary>What may be seen of one year of one employer, and nothing else.</summary>
public sealed record YearlyReport(string Employer, int Year, NoFigures? Without, IReadOnlyList<ReportTable> Tables)
{
    public int Total => Tables.Count == 0 ? 0 : Tables[0].Figures.Sum(figure => figure.Count);

    public static YearlyReport Of(
        Employer employer, int year, IReadOnlyDictionary<Question, IReadOnlyList<Figure>>? figures, RegisterSettings settings) =>
        !settings.IsLargeEnough(employer) ? new(employer.Name, year, NoFigures.TooSmall, [])
        : figures is null ? new(employer.Name, year, NoFigures.TooFew, [])
        : new(employer.Name, year, null, [.. figures
            .Where(table => table.Key != Question.Side || HasBothSides(employer))
            .Select(table => new ReportTable(table.Key, table.Value))]);

    private static bool HasBothSides(Employer employer) => employer.Advisors.Select(advisor => advisor.Side).Distinct().Count() == 2;
}

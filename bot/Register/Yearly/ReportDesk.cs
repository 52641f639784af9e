using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Storage;

namespace VpBot.Register.Yearly;

/// <summary>
/// The yearly figures at the desk: look, release once, and take along as files. It is the provider's work: an external advisor does
/// it, and an internal one only for an employer who has nobody else. Nobody sees more there than the board will.
/// </summary>
public sealed class ReportDesk(Reports reports, EmployerDirectory directory) : Goal<ReportDraft>(ReportSteps.Dialog, static () => ReportJson.Default.ReportDraft)
{
    public const string GoalName = "yearly";

    public override bool AtTheDesk => true;

    /// <summary>The employers whose figures this advisor may release.</summary>
    public static IReadOnlyList<Employer> EmployersOf(EmployerDirectory directory, string? advisor) => advisor is null ? [] :
    [
        .. directory.Employers.Where(employer => employer.Advisor(advisor) is { } self
            && (self.Side == Side.External || employer.Advisors.All(other => other.Side == Side.Internal))),
    ];

    protected override ReportDraft Begin(Setting setting, Guest guest) => new();

    protected override async Task<ReportDraft> GatherAsync(Database db, ReportDraft draft, string step, Setting setting, Guest guest)
    {
        var employers = EmployersOf(directory, guest.Advisor);
        draft = draft with { Employers = employers };
        if (draft.Employer is null && employers is [var only])
            draft = draft with { Employer = only.Key, OnlyOne = true };
        if (employers.FirstOrDefault(employer => employer.Key == draft.Employer) is not { } chosen)
            return draft with { Employer = null, Year = null };
        if (draft.Year is not { } year)
            return draft with { Years = await YearsAsync(db, chosen) };
        var released = await reports.ReleasedAsync(db, chosen, year);
        return draft with
        {
            Released = released,
            Preview = released is null ? await reports.PreviewAsync(db, chosen, year) : null,
            Releasing = draft.Releasing && released is null,
        };
    }

    protected override async Task<Effect<ReportDraft>> ActAsync(Database db, ReportDraft before, ReportDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Yes = false, ToDesk = false, Preview = null, Released = null, Years = [] };
        if (after.ToDesk)
            return new(draft, null, new Outcome.GoTo(Desk.GoalName));
        // Somebody else released it while this advisor was asked.
        if (before.Releasing && after.Released is not null)
            return new(draft, setting.Words<YearlyPhrases>().AlreadyReleased);
        if (!after.Yes || draft.Year is not { } year || EmployersOf(directory, guest.Advisor).FirstOrDefault(employer => employer.Key == draft.Employer) is not { } employer)
            return new(draft);
        var isReleased = await reports.ReleaseAsync(db, employer, year);
        return new(draft with { Releasing = false }, isReleased ? null : setting.Words<YearlyPhrases>().AlreadyReleased);
    }

    public override async Task<GoalFile?> FileAsync(Database db, byte[]? draft, string which, Setting setting, Guest guest) =>
        Open(draft) is { Year: { } year } open
        && EmployersOf(directory, guest.Advisor).FirstOrDefault(employer => employer.Key == open.Employer) is { } employer
        && await reports.ReleasedAsync(db, employer, year) is { } released
        && released.Files.FirstOrDefault(file => file.Name == which) is { } file
            ? new GoalFile(file.Name, file.MediaType, file.Content)
            : null;

    private async Task<IReadOnlyList<(int Year, bool Released)>> YearsAsync(Database db, Employer employer)
    {
        var released = await reports.ReleasedYearsAsync(db, employer);
        return [.. reports.Years.Union(released).OrderDescending().Select(year => (year, released.Contains(year)))];
    }
}

/// <summary>The way from the desk to the yearly figures, for who may release them.</summary>
internal sealed class ReportWay(EmployerDirectory directory) : IWayIn
{
    public string Goal => ReportDesk.GoalName;

    public bool AtTheDesk => true;

    public int Order => 90;

    public Task<Option?> OfferAsync(Database db, Setting setting, Guest guest)
    {
        var words = setting.Words<YearlyPhrases>();
        return Task.FromResult(ReportDesk.EmployersOf(directory, guest.Advisor).Count > 0 ? new Option(Goal, words.WayIn, words.WayInDetail) : null);
    }
}

using VpBot.Employers;

namespace VpBot.Register;

public sealed class RegisterSettings
{
    /// <summary>Below so many people an employer gets a sentence and no figures.</summary>
    public int SmallestEmployer { get; set; } = 50;

    /// <summary>How long a released report can be fetched at the desk.</summary>
    public TimeSpan ReportsKept { get; set; } = TimeSpan.FromDays(1826);

    public bool IsLargeEnough(Employer employer) => employer.Employees >= SmallestEmployer;
}

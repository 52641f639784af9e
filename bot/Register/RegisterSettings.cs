namespace VpBot.Register;

public sealed class RegisterSettings
{
    /// <summary>Below so many people an employer gets a sentence and no figures.</summary>
    public int SmallestEmployer { get; set; } = 50;

    /// <summary>How many people work there, by the employer's key. An employer who is not named here gets no figures.</summary>
    public Dictionary<string, int> People { get; set; } = [];

    /// <summary>How long a released report can be fetched at the desk.</summary>
    public TimeSpan ReportsKept { get; set; } = TimeSpan.FromDays(1826);

    public bool IsLargeEnough(string employer) => People.GetValueOrDefault(employer) >= SmallestEmployer;
}

namespace VpBot.Employers.Files;

/// <summary>A folder with one file for each employer, read again while the service runs.</summary>
public sealed class EmployerFolderSettings
{
    /// <summary>Where the files lie; empty where all employers stand under "Employers".</summary>
    public string Path { get; set; } = "";

    /// <summary>How often every instance looks by itself: a mounted volume does not always tell of a change.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>So long after an employer was stated to be removed everything of it is forgotten. Until then advisors can still call who waits for them.</summary>
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromDays(1);

    internal IEnumerable<string> Faults()
    {
        if (LookEvery < TimeSpan.FromSeconds(1) || LookEvery > TimeSpan.FromMinutes(5))
            yield return "EmployerFolder:LookEvery must lie between 00:00:01 and 00:05:00.";
        if (ForgetAfter < TimeSpan.FromHours(1) || ForgetAfter > TimeSpan.FromDays(7))
            yield return "EmployerFolder:ForgetAfter must lie between one hour and 7 days.";
    }
}

namespace VpBot.Profiles;

/// <summary>What this folder may log: counts and types of faults.</summary>
internal static partial class ProfilesLog
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning, Message = "What advisors set themselves cannot be read, or does not fit the settings; the settings hold for them: {advisors}")]
    public static partial void LeftAside(ILogger logger, int advisors);

    [LoggerMessage(EventId = 501, Level = LogLevel.Warning, Message = "Looking for what advisors set themselves was put off: {faultType}")]
    public static partial void LookingFailed(ILogger logger, string faultType);
}

namespace VpBot.Appointments.Watching;

/// <summary>What this folder may log: counts and types of faults.</summary>
internal static partial class WatchingLog
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Warning, Message = "Looking at calendars pauses: {faultType}")]
    public static partial void WatchPaused(ILogger logger, string faultType);

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "A look at a calendar failed: {faultType}")]
    public static partial void LookFailed(ILogger logger, string faultType);

    [LoggerMessage(EventId = 402, Level = LogLevel.Warning, Message = "Tending subscriptions pauses: {faultType}")]
    public static partial void TendingPaused(ILogger logger, string faultType);

    [LoggerMessage(EventId = 403, Level = LogLevel.Warning, Message = "A notification could not be taken in: {faultType}")]
    public static partial void NotificationFailed(ILogger logger, string faultType);
}

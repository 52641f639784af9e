namespace VpBot.Storage;

/// <summary>What this folder may log: kinds, counts and types of faults.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "The outbox pauses: {faultType}")]
    public static partial void OutboxPaused(ILogger logger, string faultType);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "A step did not leave: {faultType}, attempt {attempt}")]
    public static partial void StepFailed(ILogger logger, string faultType, int attempt);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Forgetting was put off for a minute: {faultType}")]
    public static partial void ForgettingFailed(ILogger logger, string faultType);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "Steps of a kind that this version does not know: {steps}")]
    public static partial void UnknownSteps(ILogger logger, int steps);
}

namespace VpBot.Storage;

/// <summary>What this folder may log: kinds, counts and types of faults.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Warning, Message = "The outbox pauses: {faultType}")]
    public static partial void OutboxPaused(ILogger logger, string faultType);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "A step did not leave: {faultType}, attempt {attempt}")]
    public static partial void StepFailed(ILogger logger, string faultType, int attempt);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "Something could not be forgotten now, and is tried again in a minute: {faultType}")]
    public static partial void ForgettingFailed(ILogger logger, string faultType);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "Steps of a kind that this version does not know: {steps}")]
    public static partial void UnknownSteps(ILogger logger, long steps);

    [LoggerMessage(EventId = 104, Level = LogLevel.Critical, Message = "The key ring does not open this database: what was stored before cannot be read, and old codes find nothing. Hash keys that do not open: {keys}. Give back the certificate of Privacy:KeyRingCertificatePath and start again")]
    public static partial void KeysLost(ILogger logger, int keys);

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "The certificate of the key ring ends in {days} days. Make a new one, and keep this one under Privacy:EarlierKeyRingCertificates")]
    public static partial void CertificateEnds(ILogger logger, int days);

    [LoggerMessage(EventId = 106, Level = LogLevel.Warning, Message = "How long the outbox waits could not be seen: {faultType}")]
    public static partial void WatchFailed(ILogger logger, string faultType);

    [LoggerMessage(EventId = 107, Level = LogLevel.Warning, Message = "What is forgotten could not be swept away, and will be in a minute: {faultType}")]
    public static partial void SweepingFailed(ILogger logger, string faultType);
}

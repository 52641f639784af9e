using System.Diagnostics.Metrics;

namespace VpBot.Teams;

/// <summary>Why an incoming request was not accepted. Each has one status, and is logged as a count only.</summary>
public enum Refusal
{
    NoToken,
    BadToken,
    TooLarge,
    Malformed,
    WrongServiceUrl,
    WrongChannel,
    ForeignServiceHost,
    ForeignTenant,
    TenantMismatch,
    NotPersonal,
    NoSender,
    KeysUnavailable,
}

internal static partial class Refusals
{
    private static readonly Meter Meter = new("VpBot.Teams");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("vpbot.activities.refused");

    /// <summary>401 says "prove who you are", 403 "not you", 413 "too much", 400 "not an activity".</summary>
    public static int Status(this Refusal refusal) => refusal switch
    {
        Refusal.NoToken or Refusal.BadToken => StatusCodes.Status401Unauthorized,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.Malformed or Refusal.NoSender => StatusCodes.Status400BadRequest,
        Refusal.WrongServiceUrl or Refusal.WrongChannel or Refusal.ForeignServiceHost
            or Refusal.ForeignTenant or Refusal.TenantMismatch or Refusal.NotPersonal => StatusCodes.Status403Forbidden,
        Refusal.KeysUnavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException($"{refusal} has no status."),
    };

    public static int Count(this Refusal refusal, ILogger log)
    {
        Refused.Add(1, new KeyValuePair<string, object?>("reason", refusal));
        ActivityRefused(log, refusal);
        return refusal.Status();
    }

    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "An activity was refused: {reason}")]
    private static partial void ActivityRefused(ILogger logger, Refusal reason);
}

using System.Diagnostics.Metrics;

namespace VpBot.Teams.Outgoing;

/// <summary>Why a catalogue entry will not be sent any more.</summary>
internal enum GivenUpReason
{
    /// <summary>The person blocked or removed the app: their right, and nothing more to do.</summary>
    Blocked,

    /// <summary>Teams was not reached in time; the entry would now come out of the blue.</summary>
    TooLate,
}

internal static partial class GivenUp
{
    private static readonly Meter Meter = new("VpBot.Teams");
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("vpbot.messages.given-up");

    public static void Count(this GivenUpReason reason, ILogger log)
    {
        Messages.Add(1, new KeyValuePair<string, object?>("reason", reason));
        MessageGivenUp(log, reason);
    }

    [LoggerMessage(EventId = 201, Level = LogLevel.Information, Message = "A message was given up: {reason}")]
    private static partial void MessageGivenUp(ILogger logger, GivenUpReason reason);
}

using System.Diagnostics.Metrics;

namespace VpBot.Handoffs;

/// <summary>What an operator can see of handoffs: how many did not come through, of nobody in particular.</summary>
internal static class HandoffsMetrics
{
    private static readonly Meter Meter = new("VpBot.Handoffs");
    private static readonly Counter<long> PassedOn = Meter.CreateCounter<long>("vpbot.handoffs.passed-on");

    public static readonly Counter<long> Undelivered = Meter.CreateCounter<long>("vpbot.handoffs.undelivered");

    /// <summary>Went on because an advisor did not answer in time.</summary>
    public static readonly Counter<long> Unanswered = Meter.CreateCounter<long>("vpbot.handoffs.unanswered");

    /// <summary>Should have gone on by now. More than none for some minutes means that nobody carries it out.</summary>
    public static readonly Gauge<long> Overdue = Meter.CreateGauge<long>("vpbot.handoffs.overdue");

    /// <summary>Absence and workload are something an organisation can do about. No other reason is counted, so that a conflict of interest is in no number.</summary>
    public static void Count(PassOnReason? reason)
    {
        if (reason is PassOnReason.Absence or PassOnReason.Workload)
            PassedOn.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }
}

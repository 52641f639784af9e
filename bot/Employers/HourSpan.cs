using System.Globalization;
using System.Runtime.InteropServices;

namespace VpBot.Employers;

/// <summary>Opening hours within one day, by the clock on the wall. It ends on the day on which it begins.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HourSpan(TimeOnly From, TimeOnly Until)
{
    public TimeOnly Until { get; } = From < Until ? Until : throw new ArgumentOutOfRangeException(nameof(Until), "Opening hours end after they begin.");

    /// <summary>Reads "09:00-12:30": two digits each, no spaces, the end after the beginning. 24:00 is not a time on a clock; write 23:59.</summary>
    public static bool TryParse(string? text, out HourSpan span)
    {
        span = default;
        if (text?.Split('-') is not [var first, var last] || !TryTime(first, out var from) || !TryTime(last, out var until) || from >= until)
            return false;
        span = new HourSpan(from, until);
        return true;
    }

    /// <summary>The same hours from early to late, where hours that overlap have become one. Hours that only touch stay apart.</summary>
    internal static IReadOnlyList<HourSpan> InOrder(IEnumerable<HourSpan> spans)
    {
        var ordered = new List<HourSpan>();
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (ordered is [.., var last] && span.From < last.Until)
                ordered[^1] = new HourSpan(last.From, last.Until > span.Until ? last.Until : span.Until);
            else
                ordered.Add(span);
        }

        return ordered;
    }

    /// <summary>Whether these hours, from early to late, are open from the beginning to the end of a span without a gap.</summary>
    internal static bool Cover(IReadOnlyList<HourSpan> spans, HourSpan span)
    {
        var openUntil = span.From;
        foreach (var open in spans.Where(open => open.Until > span.From))
            openUntil = open.From <= openUntil ? open.Until : openUntil;
        return openUntil >= span.Until;
    }

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

using System.Runtime.InteropServices;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>
/// One day on the clock in Amsterdam, which lasts 23, 24 or 25 hours. <paramref name="Change"/> is the moment at which the clock
/// goes from <paramref name="OffsetBefore"/> to <paramref name="OffsetAfter"/>; on an ordinary day both are the same.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AmsterdamDay(DateOnly Date, DateTimeOffset Change, TimeSpan OffsetBefore, TimeSpan OffsetAfter)
{
    public static AmsterdamDay Of(DateOnly date) => From(date).First();

    /// <summary>This day and all that follow it.</summary>
    public static IEnumerable<AmsterdamDay> From(DateOnly date)
    {
        for (var begin = Midnight(date); ; date = date.AddDays(1))
        {
            var end = Midnight(date.AddDays(1));
            yield return new AmsterdamDay(date, begin.Offset == end.Offset ? begin : ChangeBetween(begin, end), begin.Offset, end.Offset);
            begin = end;
        }
    }

    /// <summary>
    /// In UTC, the first moment at which the clock shows this time or later. So a time that is skipped in spring is
    /// the moment of the change, and a time that comes twice in autumn is its first time.
    /// </summary>
    public DateTimeOffset At(TimeOnly time)
    {
        var before = Moment(time, OffsetBefore);
        if (before < Change)
            return before;
        var after = Moment(time, OffsetAfter);
        return after < Change ? Change : after;
    }

    /// <summary>After this moment no time of the day comes for the second time.</summary>
    public DateTimeOffset RepetitionEnd => Change + (OffsetBefore - OffsetAfter);

    /// <summary>Whether the clock has shown the time of this moment before, as it does for an hour in autumn.</summary>
    public bool IsRepeated(DateTimeOffset moment) => Change <= moment && moment < RepetitionEnd;

    private DateTimeOffset Moment(TimeOnly time, TimeSpan offset) => new(Date.ToDateTime(time).Ticks - offset.Ticks, TimeSpan.Zero);

    private static DateTimeOffset Midnight(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, AmsterdamTime.Zone.GetUtcOffset(midnight));
    }

    // The zone's rules do not say the moment itself in one shape for every year, so we halve the day until we have it.
    private static DateTimeOffset ChangeBetween(DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high) = (before.UtcTicks, after.UtcTicks);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (AmsterdamTime.Zone.GetUtcOffset(new DateTimeOffset(middle, TimeSpan.Zero)) == before.Offset)
                low = middle;
            else
                high = middle;
        }

        return new DateTimeOffset(high, TimeSpan.Zero);
    }
}

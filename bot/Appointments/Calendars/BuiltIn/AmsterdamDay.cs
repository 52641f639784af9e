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
    private const int FirstYear = 2000, LastYear = 2100;

    // Asking the zone for the offset of one midnight takes longer than looking for a day's free time, so a year is asked once.
    private static readonly AmsterdamDay[]?[] Years = new AmsterdamDay[]?[LastYear - FirstYear + 1];

    public static AmsterdamDay Of(DateOnly date) => date.Year is >= FirstYear and <= LastYear
        ? (Years[date.Year - FirstYear] ??= [.. DaysOf(date.Year)])[date.DayOfYear - 1]
        : Asked(date);

    /// <summary>This day and all that follow it.</summary>
    public static IEnumerable<AmsterdamDay> From(DateOnly date)
    {
        for (; ; date = date.AddDays(1))
            yield return Of(date);
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

    public DateTimeOffset Begin => Moment(TimeOnly.MinValue, OffsetBefore);

    /// <summary>The beginning of the next day.</summary>
    public DateTimeOffset End => Moment(TimeOnly.MinValue, OffsetAfter).AddDays(1);

    /// <summary>From <see cref="Change"/> until this moment, in autumn, each time of the day comes for the second time; on other days there is no such moment.</summary>
    public DateTimeOffset RepetitionEnd => Change + (OffsetBefore - OffsetAfter);

    private static IEnumerable<AmsterdamDay> DaysOf(int year)
    {
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
            yield return Asked(date);
    }

    private static AmsterdamDay Asked(DateOnly date)
    {
        var (begin, end) = (Midnight(date), Midnight(date.AddDays(1)));
        return new AmsterdamDay(date, begin.Offset == end.Offset ? begin : ChangeBetween(begin, end), begin.Offset, end.Offset);
    }

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

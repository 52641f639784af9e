using VpBot.Language;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>
/// A stretch of time that can be asked for in one request: whole quarters, shorter than 62 days, and with both ends at a time that the
/// clock in Amsterdam shows once.
/// </summary>
internal sealed class ScheduleWindow
{
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private const char Free = '0';
    private const char LastCode = '4';
    private const int SaidTwice = -1;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(61);

    private readonly int _quartersOnTheWall;

    // For each quarter of real time, its place in a view by the clock on the wall.
    private readonly int[] _places;

    private ScheduleWindow(DateTimeOffset from, DateTimeOffset until)
    {
        (From, Until) = (from, until);
        var wall = AmsterdamTime.Local(from).DateTime;
        _quartersOnTheWall = (int)((AmsterdamTime.Local(until).DateTime - wall) / Quarter);
        _places = [.. Enumerable.Range(0, (int)((until - from) / Quarter)).Select(quarter => from + (quarter * Quarter)).Select(moment =>
            AmsterdamTime.Zone.IsAmbiguousTime(moment) ? SaidTwice : (int)((AmsterdamTime.Local(moment).DateTime - wall) / Quarter))];
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset Until { get; }

    /// <summary>As many windows as it takes, one after the other. They reach up to a quarter further at both ends, and over a time that comes twice.</summary>
    public static IEnumerable<ScheduleWindow> Between(DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from)
            yield break;
        var last = AtOrAfter(until);
        for (var start = AtOrBefore(from); start < last;)
        {
            var end = last - start <= Longest ? last : AtOrBefore(start + Longest);
            yield return new ScheduleWindow(start, end);
            start = end;
        }
    }

    /// <summary>
    /// Reads an <c>availabilityView</c>: a digit for every quarter, of which only 0 is free; tentative, busy, away and "working
    /// elsewhere" are all taken. In a window with a change of the clock its length says whether it counts quarters on the wall or of
    /// real time; both are unambiguous, but an hour on the wall that comes twice is said once, and then both are taken.
    /// </summary>
    public Busy Read(string? view)
    {
        if (view is null || view.Any(code => code is < Free or > LastCode))
            return new Busy.Unknown(CalendarFault.Nonsense);
        if (view.Length == _quartersOnTheWall)
            return Taken(quarter => _places[quarter] == SaidTwice ? LastCode : view[_places[quarter]]);
        return view.Length == _places.Length ? Taken(quarter => view[quarter]) : new Busy.Unknown(CalendarFault.Nonsense);
    }

    private Busy.Known Taken(Func<int, char> code)
    {
        var taken = new List<Slot>();
        for (var quarter = 0; quarter < _places.Length; quarter++)
        {
            if (code(quarter) == Free)
                continue;
            var slot = new Slot(From + (quarter * Quarter), Quarter);
            if (taken is [.., var before] && before.End == slot.Start)
                taken[^1] = before with { Length = before.Length + Quarter };
            else
                taken.Add(slot);
        }

        return new Busy.Known(taken);
    }

    private static DateTimeOffset AtOrBefore(DateTimeOffset moment)
    {
        var quarter = new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % Quarter.Ticks), TimeSpan.Zero);
        while (AmsterdamTime.Zone.IsAmbiguousTime(quarter))
            quarter -= Quarter;
        return quarter;
    }

    private static DateTimeOffset AtOrAfter(DateTimeOffset moment)
    {
        var quarter = new DateTimeOffset(moment.UtcTicks + (Quarter.Ticks - 1), TimeSpan.Zero);
        quarter -= TimeSpan.FromTicks(quarter.Ticks % Quarter.Ticks);
        while (AmsterdamTime.Zone.IsAmbiguousTime(quarter))
            quarter += Quarter;
        return quarter;
    }
}

using System.Globalization;
using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>What HR typed: a day and a time as Adaptive Cards give them (<c>2027-02-01</c>, <c>14:30</c>), and a place.</summary>
public sealed record SessionTyped(string Day, string Time, string Place);

public enum SessionFault
{
    NoSuchDay,
    Past,
    TooFar,
    NoSuchTime,
    NoPlace,
    PlaceTooLong,
    PlaceNotPlain,
}

/// <summary>A session as HR filled it in: on the Dutch clock, within a year, at a place in plain letters.</summary>
public abstract record SessionReading
{
    public const int LongestPlace = 60;
    private const int FurthestDay = 366;

    private SessionReading() { }

    public sealed record Good(SessionLines Lines) : SessionReading;

    /// <param name="Typed">What may stand in the form again.</param>
    public sealed record Wrong(SessionFault Fault, SessionTyped Typed) : SessionReading;

    public static SessionReading Read(SessionTyped typed, Tongue of, DateTimeOffset now)
    {
        var again = new SessionTyped(DayOf(typed.Day) is null ? "" : typed.Day, TimeOf(typed.Time) is null ? "" : typed.Time, typed.Place.Length > LongestPlace * 4 ? "" : typed.Place);
        if (DayOf(typed.Day) is not { } day)
            return new Wrong(SessionFault.NoSuchDay, again);
        if (TimeOf(typed.Time) is not { } time || AmsterdamTime.Zone.IsInvalidTime(day.ToDateTime(time)))
            return new Wrong(SessionFault.NoSuchTime, again);
        if (day.ToDateTime(time) <= AmsterdamTime.Local(now).DateTime)
            return new Wrong(SessionFault.Past, again);
        if (day > AmsterdamTime.DayOf(now).AddDays(FurthestDay))
            return new Wrong(SessionFault.TooFar, again);
        return PlaceName.Fault(typed.Place, LongestPlace) is { } fault
            ? new Wrong(fault, again)
            : new Good(new SessionLines(
                day.ToString("dddd d MMMM yyyy", of.Culture), time.ToString("HH:mm", of.Culture), PlaceName.Tidy(typed.Place)));
    }

    private static DateOnly? DayOf(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? TimeOf(string typed) =>
        TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

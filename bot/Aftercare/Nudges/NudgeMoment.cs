using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Aftercare.Nudges;

/// <summary>When somebody may be nudged, on working days.</summary>
public enum NudgeMoment
{
    Morning,
    Noon,
    EndOfDay,
    Evening,
}

public static class NudgeMoments
{
    /// <summary>The first of these moments after this one, on the clock in Amsterdam. It depends on what was chosen, and on nothing that anybody did.</summary>
    public static DateTimeOffset Next(this NudgeMoment moment, DateTimeOffset after)
    {
        for (var day = AmsterdamTime.DayOf(after); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DutchHolidays.IsHoliday(day)
                && AmsterdamDay.Of(day).At(moment.Time()) is var next && next > after)
            {
                return next;
            }
        }
    }

    public static TimeOnly Time(this NudgeMoment moment) => moment switch
    {
        NudgeMoment.Morning => new(9, 0),
        NudgeMoment.Noon => new(12, 30),
        NudgeMoment.EndOfDay => new(17, 0),
        NudgeMoment.Evening => new(19, 30),
        _ => throw new InvalidOperationException($"{moment} has no time."),
    };
}

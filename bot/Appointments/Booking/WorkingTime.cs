using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.Booking;

/// <summary>Time that passes on working days only: a weekend or a public holiday is no silence of an advisor's.</summary>
public static class WorkingTime
{
    /// <summary>"Within a working day" from Friday at four is Monday at four.</summary>
    public static DateTimeOffset After(DateTimeOffset from, TimeSpan time)
    {
        var (moment, left) = (from, time);
        while (left > TimeSpan.Zero)
        {
            var day = AmsterdamTime.DayOf(moment);
            var midnight = AmsterdamDay.Of(day.AddDays(1)).At(TimeOnly.MinValue);
            if (IsWorkingDay(day))
            {
                var used = midnight - moment < left ? midnight - moment : left;
                (moment, left) = (moment + used, left - used);
            }
            else
            {
                moment = midnight;
            }
        }

        return moment.ToUniversalTime();
    }

    private static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DutchHolidays.IsHoliday(day);
}

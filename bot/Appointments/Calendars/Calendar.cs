using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Appointments.Calendars;

/// <summary>When an advisor can be booked.</summary>
public interface ICalendar
{
    Task<Availability> FreeAsync(Database db, Advisor advisor, DateTimeOffset now);
}

/// <summary>The calendar that needs nothing but our database: opening hours from the settings, and what was held and booked here.</summary>
public sealed class BuiltInCalendar : ICalendar
{
    public async Task<Availability> FreeAsync(Database db, Advisor advisor, DateTimeOffset now)
    {
        var today = AmsterdamDay.Of(AmsterdamTime.DayOf(now)).At(TimeOnly.MinValue);
        var taken = await db.Set<TimeCellRow>().AsNoTracking()
            .Where(cell => cell.Advisor == advisor.Id && cell.StartsAt >= today && (cell.HeldUntil == null || cell.HeldUntil > now))
            .Select(cell => new { cell.StartsAt, cell.Minutes }).Distinct().ToListAsync();
        return new Availability.Known(FreeTime.Of(
            advisor.Hours, [.. taken.Select(talk => new Slot(talk.StartsAt, TimeSpan.FromMinutes(talk.Minutes)))], now));
    }
}

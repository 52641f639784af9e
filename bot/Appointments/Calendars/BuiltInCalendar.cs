using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Appointments.Calendars;

/// <summary>The calendar that needs nothing but our database: opening hours from the settings, and what was held and booked here.</summary>
public sealed class BuiltInCalendar : ICalendar
{
    public async Task<IReadOnlyDictionary<string, Availability>> FreeAsync(Database db, IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now)
    {
        var free = new Dictionary<string, Availability>();
        foreach (var advisor in advisors)
        {
            var (taken, own) = await TakenAsync(db, advisor, wanted.InsteadOf, now);
            free[advisor.Id] = new Availability.Known(FreeTime.Of(wanted.Of(advisor.Hours), taken, own, [], now));
        }

        return free;
    }

    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => Task.FromResult<bool?>(true);

    /// <summary>What was held and booked with an advisor since the beginning of today, and apart from it the talk that gives its time back.</summary>
    internal static async Task<(IReadOnlyCollection<Slot> Taken, IReadOnlyCollection<Slot> Own)> TakenAsync(
        Database db, Advisor advisor, string? insteadOf, DateTimeOffset now)
    {
        var today = AmsterdamDay.Of(AmsterdamTime.DayOf(now)).At(TimeOnly.MinValue);
        var talks = await db.Set<TimeCellRow>().AsNoTracking()
            .Where(cell => cell.Advisor == advisor.Id && cell.StartsAt >= today && (cell.HeldUntil == null || cell.HeldUntil > now))
            .Select(cell => new { cell.Appointment, cell.StartsAt, cell.Minutes }).Distinct().ToListAsync();
        var slots = talks.ToLookup(talk => talk.Appointment == insteadOf, talk => new Slot(talk.StartsAt, TimeSpan.FromMinutes(talk.Minutes)));
        return ([.. slots[false]], [.. slots[true]]);
    }
}

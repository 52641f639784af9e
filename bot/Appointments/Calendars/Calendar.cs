using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Calendars;

/// <summary>When advisors can be booked.</summary>
public interface ICalendar
{
    /// <summary>Every advisor asked for is in the answer, by key.</summary>
    Task<IReadOnlyDictionary<string, Availability>> FreeAsync(Database db, IReadOnlyList<Advisor> advisors, DateTimeOffset now);

    /// <summary>Asks afresh whether this time is still free outside our own book; null when the calendar could not be asked.</summary>
    Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot);
}

using VpBot.Appointments.Calendars;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>What becomes of a talk when its entry in the advisor's own calendar is not as we left it.</summary>
public interface IOutsideChanges
{
    /// <summary>Works on the transaction of <paramref name="db"/>; the caller saves. <paramref name="seen"/> is null when the entry is gone.</summary>
    Task SeenAsync(Database db, AppointmentRow row, EventSeen? seen);
}

using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>An advisor who takes a talk out of their calendar cannot do it. One who only drags it elsewhere has changed nothing here.</summary>
internal sealed class PassedOnWhenGone(AppointmentBook book, EmployerDirectory directory) : IOutsideChanges
{
    public async Task SeenAsync(Database db, AppointmentRow row, EventSeen? seen)
    {
        if (seen is null && directory.ByKey(row.Employer) is { } employer)
            await book.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice);
    }
}

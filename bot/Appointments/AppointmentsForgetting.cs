using Microsoft.EntityFrameworkCore;
using VpBot.Storage;

namespace VpBot.Appointments;

/// <summary>Appointments past their end with their cells, and holds that nobody confirmed.</summary>
internal sealed class AppointmentsForgetting : IForgetful
{
    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var over = db.Set<AppointmentRow>().Where(row => row.ForgetAt < now).Select(row => row.Id);
        return await db.Set<TimeCellRow>().Where(cell => cell.HeldUntil < now || over.Contains(cell.Appointment)).ExecuteDeleteAsync(stopping)
            + await db.Set<AppointmentRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
    }
}

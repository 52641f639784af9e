using Microsoft.EntityFrameworkCore;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>The lines of days that are over.</summary>
internal sealed class ConsultationForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping) =>
        db.Set<ConsultationPlaceRow>().Where(row => row.ForgetAt <= now).ExecuteDeleteAsync(stopping);
}

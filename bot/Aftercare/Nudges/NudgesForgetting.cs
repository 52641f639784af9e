using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

/// <summary>Where somebody is reached goes with the talk that it was asked for.</summary>
internal sealed class NudgesForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        AppointmentState[] kept = [.. Enum.GetValues<AppointmentState>().Where(NudgeBook.IsOffered)];
        return db.Set<NudgeRow>()
            .Where(row => !db.Set<AppointmentRow>().Any(talk => talk.Id == row.Appointment && kept.Contains(talk.State) && talk.ForgetAt >= now))
            .ExecuteDeleteAsync(stopping);
    }
}

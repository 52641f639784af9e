using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>What was written goes with its talk, and when the talk does not lie with that advisor any more, whatever the reason.</summary>
internal sealed class MessagesForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        AppointmentState[] kept = [.. Enum.GetValues<AppointmentState>().Where(MessageBook.IsKept)];
        return db.Set<CorrespondenceRow>()
            .Where(row => !db.Set<AppointmentRow>().Any(talk => talk.Id == row.Appointment && talk.Advisor == row.Advisor && kept.Contains(talk.State) && talk.ForgetAt >= now))
            .ExecuteDeleteAsync(stopping);
    }
}

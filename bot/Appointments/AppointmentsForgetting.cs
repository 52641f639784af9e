using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Booking;
using VpBot.Storage;

namespace VpBot.Appointments;

/// <summary>
/// Appointments past their end with their cells, their entry in the advisor's own mailbox and the words on the advisor's card, and
/// holds that nobody confirmed.
/// </summary>
internal sealed class AppointmentsForgetting(TalkDepartures departures, Outbox outbox) : IForgetful
{
    private const int AtOnce = 100;

    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        await TakeBackAsync(db, now, stopping);
        var over = db.Set<AppointmentRow>().Where(row => row.ForgetAt < now && row.Arranged == null && row.CardId == null).Select(row => row.Id);
        return await db.Set<TimeCellRow>().Where(cell => cell.HeldUntil < now || over.Contains(cell.Appointment)).ExecuteDeleteAsync(stopping)
            + await db.Set<AppointmentRow>().Where(row => row.ForgetAt < now && row.Arranged == null && row.CardId == null).ExecuteDeleteAsync(stopping);
    }

    /// <summary>Written down in the same transaction as it is forgotten here, so that nothing stays there that nobody knows of.</summary>
    private async Task TakeBackAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var arranged = await db.Set<AppointmentRow>().Where(row => row.ForgetAt < now && (row.Arranged != null || row.CardId != null)).Take(AtOnce).ToListAsync(stopping);
        foreach (var row in arranged)
        {
            departures.Undo(db, row);
            departures.Forget(db, row, EndReason.Forgotten);
            row.CardId = null;
            row.Revision++;
        }

        if (arranged.Count == 0)
            return;
        await db.SaveChangesAsync(stopping);
        outbox.Ring();
    }
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>
/// Taking and giving back an advisor's time. Everything is a tracked change, saved by the turn in one transaction: the unique
/// key and the concurrency token on the owner make sure that a quarter of an hour has one owner, whoever saves first.
/// </summary>
internal static class TimeCellsOf
{
    /// <summary>
    /// Makes this talk the owner of its cells, and lets go of the cells it had elsewhere. False when somebody else holds one of
    /// them now; somebody who is faster only by a moment shows as a failure of the saving, and the turn is done again.
    /// </summary>
    /// <param name="beside">What it had elsewhere stays its own too.</param>
    public static async Task<bool> TakeAsync(
        Database db, string appointment, Advisor advisor, Slot slot, DateTimeOffset? heldUntil, DateTimeOffset now, bool beside = false)
    {
        var wanted = TimeCells.Of(slot, advisor.Hours.BufferBefore, advisor.Hours.BufferAfter).ToHashSet();
        var rows = await db.Set<TimeCellRow>()
            .Where(row => row.Appointment == appointment || (row.Advisor == advisor.Id && wanted.Contains(row.Cell))).ToListAsync();
        if (rows.Any(row => row.Appointment != appointment && !(row.HeldUntil < now)))
            return false;
        foreach (var row in rows)
        {
            if (row.Advisor == advisor.Id && wanted.Remove(row.Cell))
                row.BelongTo(appointment, slot, heldUntil);
            else if (!beside || row.Appointment != appointment)
                db.Remove(row);
        }

        foreach (var cell in wanted)
        {
            var row = new TimeCellRow { Advisor = advisor.Id, Cell = cell };
            row.BelongTo(appointment, slot, heldUntil);
            db.Add(row);
        }

        return true;
    }

    /// <summary>True when another talk stands there for good, and not only while somebody chooses.</summary>
    public static Task<bool> IsBookedAsync(Database db, string appointment, Advisor advisor, Slot slot)
    {
        var wanted = TimeCells.Of(slot, advisor.Hours.BufferBefore, advisor.Hours.BufferAfter).ToList();
        return db.Set<TimeCellRow>().AnyAsync(cell =>
            cell.Advisor == advisor.Id && cell.Appointment != appointment && cell.HeldUntil == null && wanted.Contains(cell.Cell));
    }

    public static async Task LetGoAsync(Database db, string appointment) =>
        db.RemoveRange(await db.Set<TimeCellRow>().Where(row => row.Appointment == appointment).ToListAsync());

    /// <summary>Turns a hold into a booking. False when it ran out and somebody else took the time.</summary>
    public static async Task<bool> KeepAsync(Database db, string appointment, Advisor advisor, Slot slot)
    {
        var cells = TimeCells.Of(slot, advisor.Hours.BufferBefore, advisor.Hours.BufferAfter).Count();
        var rows = await db.Set<TimeCellRow>()
            .Where(row => row.Appointment == appointment && row.Advisor == advisor.Id && row.StartsAt == slot.Start).ToListAsync();
        foreach (var row in rows)
            row.HeldUntil = null;
        return rows.Count == cells;
    }
}

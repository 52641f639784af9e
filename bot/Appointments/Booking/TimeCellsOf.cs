using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>Taking and giving back an advisor's time. The lock is the unique row: whoever comes second gets a unique violation.</summary>
internal static class TimeCellsOf
{
    /// <summary>Adds the rows to the transaction; saving it fails when somebody was first (<see cref="UniqueRows.WasTaken"/>).</summary>
    public static async Task TakeAsync(Database db, string appointment, Advisor advisor, Slot slot, DateTimeOffset? heldUntil, DateTimeOffset now)
    {
        var cells = TimeCells.Of(slot, advisor.Hours.BufferBefore, advisor.Hours.BufferAfter).ToList();
        await db.Set<TimeCellRow>().Where(row => row.Advisor == advisor.Id && cells.Contains(row.Cell) && row.HeldUntil < now).ExecuteDeleteAsync();
        db.AddRange(cells.Select(cell => new TimeCellRow
        {
            Advisor = advisor.Id,
            Cell = cell,
            Appointment = appointment,
            StartsAt = slot.Start,
            Minutes = (int)slot.Length.TotalMinutes,
            HeldUntil = heldUntil,
        }));
    }

    public static Task LetGoAsync(Database db, string appointment) =>
        db.Set<TimeCellRow>().Where(row => row.Appointment == appointment).ExecuteDeleteAsync();

    /// <summary>Turns a hold into a booking. False when it ran out and somebody else took the time.</summary>
    public static async Task<bool> KeepAsync(Database db, string appointment, Advisor advisor, Slot slot)
    {
        var cells = TimeCells.Of(slot, advisor.Hours.BufferBefore, advisor.Hours.BufferAfter).Count();
        var kept = await db.Set<TimeCellRow>()
            .Where(row => row.Appointment == appointment && row.Advisor == advisor.Id && row.StartsAt == slot.Start)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, (DateTimeOffset?)null));
        return kept == cells;
    }
}

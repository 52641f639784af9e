using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>
/// What the advisor does in their own calendar is an answer. An entry that is gone means: I cannot. An entry at another time is
/// a proposal, and the employee decides. Neither is undone behind the advisor's back.
/// </summary>
internal sealed class OutsideChanges(TalkChanges changes, EmployerDirectory directory, TimeProvider clock) : IOutsideChanges
{
    public async Task SeenAsync(Database db, AppointmentRow row, EventSeen? seen)
    {
        var now = clock.GetUtcNow();
        if (!TalkChanges.IsWithAdvisor(row.State) || row.StartsAt <= now
            || directory.ByKey(row.Employer) is not { } employer || employer.Advisor(row.Advisor) is not { } advisor)
        {
            return;
        }

        if (seen is null || seen.Slot.Start <= now)
        {
            await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice);
            return;
        }

        var slot = Bounded(seen.Slot, row);
        if (slot == row.CalendarSlot)
            return;
        if (await TimeCellsOf.TakeAsync(db, row.Id, advisor, slot, null, now))
            Propose(row, slot, advisor, now);
        // Another talk stands there for good: it is dragged onto a time that cannot be given. A hold of someone who is still
        // choosing ends by itself, and we look again.
        else if (await TimeCellsOf.IsBookedAsync(db, row.Id, advisor, slot))
            await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice);
    }

    private static void Propose(AppointmentRow row, Slot slot, Advisor advisor, DateTimeOffset now)
    {
        row.Minutes = (int)slot.Length.TotalMinutes;
        row.KeepsOldTime = false;
        row.Revision++;
        if (slot.Start != row.StartsAt)
        {
            row.ProposedAt = slot.Start;
            row.State = AppointmentState.Proposed;
            row.RemindAt = row.AnswerBy = null;
            row.ForgetAt = row.ForgetAt > slot.End ? row.ForgetAt : slot.End;
        }
        else if (row.State == AppointmentState.Proposed)
        {
            // Back at the time that the employee knows: there is nothing to decide any more.
            row.ProposedAt = null;
            row.State = AppointmentState.Seen;
            row.AnswerBy = AnswerTime.OfAdvisor(now, advisor, row.StartsAt);
        }
    }

    /// <summary>A length that is no talk, such as a whole day, is not taken over.</summary>
    private static Slot Bounded(Slot seen, AppointmentRow row) =>
        seen.Length >= TimeSpan.FromMinutes(5) && seen.Length <= TimeSpan.FromHours(4) && seen.Length.Ticks % TimeSpan.TicksPerMinute == 0
            ? seen
            : seen with { Length = TimeSpan.FromMinutes(row.Minutes) };
}

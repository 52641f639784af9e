using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>
/// An advisor proposes another time at the desk, and the employee decides. Until then both times are held: nobody loses a time over
/// a question. Every method works on the transaction of its <c>db</c>; the caller saves.
/// </summary>
public sealed class TalkProposals(TalkDepartures departures, RetentionSettings retention, TimeProvider clock)
{
    /// <summary>False when the time is taken, or the talk cannot get another one any more; then nothing changed.</summary>
    public async Task<bool> ProposeAsync(Database db, AppointmentRow row, Advisor advisor, DateTimeOffset start)
    {
        var now = clock.GetUtcNow();
        var slot = row.Slot with { Start = start };
        if (!CanPropose(row, now) || start <= now || start == row.StartsAt
            || !await TimeCellsOf.TakeAsync(db, row.Id, advisor, slot, null, now, beside: true))
        {
            return false;
        }

        (row.ProposedAt, row.KeepsOldTime, row.State) = (start, true, AppointmentState.Proposed);
        row.AnswerBy = AnswerTime.OfEmployee(now, row.StartsAt, start);
        row.RemindAt = null;
        row.ForgetAt = row.ForgetAt > slot.End ? row.ForgetAt : slot.End;
        row.Revision++;
        return true;
    }

    /// <summary>
    /// The employee keeps the old time, or did not choose in time: the proposed one is free, and the advisor is asked for the old one
    /// with a new card. Nothing changes in their calendar. False when there is no old time to keep.
    /// </summary>
    public async Task<bool> KeepAsync(Database db, AppointmentRow row, Advisor advisor)
    {
        var now = clock.GetUtcNow();
        if (!CanKeep(row, now) || !await TimeCellsOf.TakeAsync(db, row.Id, advisor, row.Slot, null, now))
            return false;
        departures.End(db, row, EndReason.Kept);
        TalkChanges.NextRound(row);
        row.ForgetAt = retention.OfUnaccepted(now, row.Slot);
        row.AnswerBy = AnswerTime.OfAdvisor(now, advisor, row.StartsAt);
        departures.Arranged(db, row);
        return true;
    }

    public static bool CanPropose(AppointmentRow row, DateTimeOffset now) =>
        row.State is AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen or AppointmentState.Accepted
        && row.StartsAt > now && row.Round < Possible.MostRounds;

    public static bool CanKeep(AppointmentRow row, DateTimeOffset now) =>
        row is { State: AppointmentState.Proposed, KeepsOldTime: true } && row.StartsAt > now;
}

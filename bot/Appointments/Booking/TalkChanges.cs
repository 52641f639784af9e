using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>Calling off, moving and passing on. Every method works on the transaction of its <c>db</c>; the caller saves.</summary>
public sealed class TalkChanges(
    AppointmentBook book, TalkDepartures departures, Sealing sealing, RetentionSettings retention, BuiltInCalendar calendar, TimeProvider clock, IEnumerable<IBesideTalk> beside)
{
    /// <summary>The employee calls it off. The time is free at once, the words are forgotten but for the reference, the advisor is told.</summary>
    public async Task CancelAsync(Database db, AppointmentRow row)
    {
        departures.Undo(db, row);
        var told = IsWithAdvisor(row.State);
        row.State = AppointmentState.Cancelled;
        row.ForgetAt = clock.GetUtcNow() + TimeSpan.FromDays(1);
        row.ProposedAt = row.RemindAt = row.AnswerBy = null;
        row.KeepsOldTime = false;
        row.WithoutAftercare();
        row.Revision++;
        if (book.HandoffOf(row) is { } handoff)
            Seal(row, handoff.WithReferenceOnly());
        await TimeCellsOf.LetGoAsync(db, row.Id);
        await LetGoBesideAsync(db, row, EndReason.Cancelled);
        if (told)
            departures.End(db, row, EndReason.Cancelled);
    }

    /// <summary>
    /// The advisor closes it: it took place, or never will. As when it is called off, the words are forgotten but for the reference,
    /// and it goes from the advisor's calendar; the clock of forgetting runs from here.
    /// </summary>
    public async Task CloseAsync(Database db, AppointmentRow row)
    {
        departures.Undo(db, row);
        row.State = AppointmentState.Closed;
        row.ForgetAt = retention.OfClosed(clock.GetUtcNow(), row.ForgetAt);
        row.ProposedAt = row.RemindAt = row.AnswerBy = null;
        row.KeepsOldTime = false;
        row.WithoutAftercare();
        row.Revision++;
        if (book.HandoffOf(row) is { } handoff)
            Seal(row, handoff.WithReferenceOnly());
        await TimeCellsOf.LetGoAsync(db, row.Id);
        await LetGoBesideAsync(db, row, EndReason.Closed);
        departures.End(db, row, EndReason.Closed);
    }

    /// <summary>Everything of it goes at once. What must still leave carries along what it needs, because the row is gone.</summary>
    public async Task ForgetAsync(Database db, AppointmentRow row)
    {
        departures.Undo(db, row);
        departures.Forget(db, row, IsToldOfForgetting(row, clock.GetUtcNow()) ? EndReason.Cancelled : EndReason.Forgotten);
        await TimeCellsOf.LetGoAsync(db, row.Id);
        await LetGoBesideAsync(db, row, EndReason.Forgotten);
        db.Remove(row);
    }

    /// <summary>The employer left, and its advisors were told before. Nothing is called off aloud now: the card loses its words, and the calendar its event.</summary>
    internal async Task ForgetWithEmployerAsync(Database db, AppointmentRow row)
    {
        departures.Undo(db, row);
        departures.Forget(db, row, EndReason.Forgotten);
        await TimeCellsOf.LetGoAsync(db, row.Id);
        await LetGoBesideAsync(db, row, EndReason.Forgotten);
        db.Remove(row);
    }

    /// <summary>The advisor is waiting for a talk that is still to come: they hear that it is off.</summary>
    public static bool IsToldOfForgetting(AppointmentRow row, DateTimeOffset now) => IsWithAdvisor(row.State) && row.Slot.End > now;

    /// <summary>
    /// Gives the talk another time with the same advisor: in our book at once, then in their calendar, then as a new handoff.
    /// False when that time is taken; then nothing changed.
    /// </summary>
    /// <param name="advisorAgreed">The advisor chose this time themselves, so that it needs no other yes.</param>
    public async Task<bool> MoveAsync(Database db, AppointmentRow row, Advisor advisor, DateTimeOffset start, bool advisorAgreed)
    {
        var now = clock.GetUtcNow();
        if (book.HandoffOf(row) is not { } handoff
            || !await TimeCellsOf.TakeAsync(db, row.Id, advisor, row.Slot with { Start = start }, null, now))
        {
            return false;
        }

        if (IsWithAdvisor(row.State))
            departures.End(db, row, EndReason.Moved);
        NextRound(row);
        row.StartsAt = start;
        row.AdvisorAgreed = advisorAgreed;
        row.ForgetAt = advisorAgreed ? retention.OfTalk(row) : retention.OfUnaccepted(now, row.Slot);
        Seal(row, handoff.At(start));
        departures.Move(db, row, advisor, handoff.Way);
        return true;
    }

    /// <summary>
    /// Goes to the next advisor whom the employee agreed to and who is free at that time; without one, the employee is asked.
    /// Nobody else hears of it, and nobody is asked for a talk that is about to begin.
    /// </summary>
    /// <param name="why">What the card of the advisor of this round says from now on.</param>
    public async Task PassOnAsync(Database db, AppointmentRow row, Employer employer, AppointmentState otherwise, EndReason why = EndReason.PassedOn)
    {
        if (row.CardId is not null)
            departures.End(db, row, why);
        departures.Undo(db, row);
        await LetGoBesideAsync(db, row, EndReason.PassedOn);
        NextRound(row);
        if (row.WithoutAftercare())
            row.ForgetAt = retention.OfTalk(row);
        foreach (var next in row.StartsAt - clock.GetUtcNow() < AnswerTime.TooSoon ? [] : Agreed(row, employer))
        {
            if (!await HasRoomAsync(db, next, row))
                continue;
            row.Advisor = next.Id;
            departures.Ask(db, row, next, book.HandoffOf(row)!.Way, checkFirst: true);
            return;
        }

        await TimeCellsOf.LetGoAsync(db, row.Id);
        row.State = otherwise;
    }

    /// <summary>It came back to the employee: nobody has it, and nothing happens before they choose.</summary>
    public static bool IsWithNobody(AppointmentState state) =>
        state is AppointmentState.NeedsChoice or AppointmentState.Undelivered or AppointmentState.Unanswered;

    /// <summary>The advisor has it or will have it in a moment: the talk takes place unless somebody changes it.</summary>
    public static bool Stands(AppointmentState state) => state == AppointmentState.Arranging || IsWithAdvisor(state);

    public static bool IsWithAdvisor(AppointmentState state) => state is
        AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen or AppointmentState.Accepted or AppointmentState.Proposed;

    private async Task LetGoBesideAsync(Database db, AppointmentRow row, EndReason why)
    {
        foreach (var folder in beside)
            await folder.LetGoAsync(db, row, why);
    }

    internal static void NextRound(AppointmentRow row)
    {
        row.Round++;
        row.Revision++;
        row.CardId = null;
        row.DeliveredAt = row.ProposedAt = row.RemindAt = row.AnswerBy = null;
        row.AdvisorAgreed = row.KeepsOldTime = false;
    }

    /// <summary>Open at that hour, not full on that day, and free in our book. Their own calendar is asked before anything is made in it.</summary>
    private async Task<bool> HasRoomAsync(Database db, Advisor next, AppointmentRow row)
    {
        var now = clock.GetUtcNow();
        var (taken, _) = await calendar.TakenAsync(next, row.Id, now);
        return Calendars.BuiltIn.FreeTime.MayTake(next.Hours, taken, row.Slot)
            && await TimeCellsOf.TakeAsync(db, row.Id, next, row.Slot, null, now);
    }

    /// <summary>Who may be asked after this advisor: those the employee agreed to, in that order, each once.</summary>
    private IEnumerable<Advisor> Agreed(AppointmentRow row, Employer employer)
    {
        if (book.HandoffOf(row) is not { } handoff)
            return [];
        var after = handoff.Agreed.Contains(row.Advisor) ? handoff.Agreed.SkipWhile(id => id != row.Advisor).Skip(1) : handoff.Agreed;
        return after.Select(employer.Advisor).OfType<Advisor>()
            .Where(next => next.Id != row.Advisor && next.Ways.Contains(handoff.Way) && handoff.MayGoTo(next, employer));
    }

    private void Seal(AppointmentRow row, Handoff handoff) =>
        row.Sealed = sealing.Seal(row.Employer, SealedKind.Request, handoff, AppointmentsJson.Default.Handoff);
}

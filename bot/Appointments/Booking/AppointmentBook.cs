using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Appointments.Watching;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>A talk as the employee confirmed it.</summary>
public sealed record BookingOrder(string Id, Employer Employer, Advisor Advisor, Slot Slot, string? Person, string Code, Handoff Handoff);

/// <summary>
/// Holding, booking, cancelling and passing on. Every method works on the transaction of its <c>db</c>; the caller saves, and
/// rings the outbox afterwards.
/// </summary>
public sealed class AppointmentBook(
    ICalendar calendar, Outbox outbox, Sealing sealing, KeyedHash hash, AppointmentsSettings settings, RetentionSettings retention, TimeProvider clock)
{
    public const string DeliverKind = "handoff";
    public const string EndKind = "handoff-end";
    public const string ArrangeKind = "arrange";
    public const string UndoKind = "arrange-undo";

    public Task<IReadOnlyDictionary<string, Availability>> FreeAsync(Database db, IReadOnlyList<Advisor> advisors) =>
        calendar.FreeAsync(db, advisors, clock.GetUtcNow());

    /// <summary>Whether the advisor's own calendar still has room; null when it could not be asked. Nothing is locked meanwhile.</summary>
    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => calendar.IsFreeNowAsync(advisor, slot);

    /// <summary>Holds a time for an appointment in the making; what it held before is let go. False when the time is taken.</summary>
    public Task<bool> HoldAsync(Database db, string id, Advisor advisor, Slot slot)
    {
        var now = clock.GetUtcNow();
        return TimeCellsOf.TakeAsync(db, id, advisor, slot, now + settings.HoldLifetime, now);
    }

    public Task LetGoAsync(Database db, string id) => TimeCellsOf.LetGoAsync(db, id);

    /// <summary>Books what was held. False when the hold ran out and the time is gone; then nothing was booked.</summary>
    public async Task<bool> BookAsync(Database db, BookingOrder order)
    {
        if (!await TimeCellsOf.KeepAsync(db, order.Id, order.Advisor, order.Slot))
            return false;
        var now = clock.GetUtcNow();
        var row = new AppointmentRow
        {
            Id = order.Id,
            Employer = order.Employer.Key,
            Advisor = order.Advisor.Id,
            Person = order.Person,
            CodeHash = hash.Of(HashedKind.ReturnCode, order.Code),
            StartsAt = order.Slot.Start,
            Minutes = (int)order.Slot.Length.TotalMinutes,
            Sealed = sealing.Seal(order.Employer.Key, SealedKind.Request, order.Handoff, AppointmentsJson.Default.Handoff),
            CreatedAt = now,
            ForgetAt = Later(now + retention.UnacceptedRequest, order.Slot.End),
        };
        db.Add(row);
        Ask(db, row, order.Advisor, order.Handoff.Way);
        return true;
    }

    public Handoff? HandoffOf(AppointmentRow row) =>
        sealing.Open(row.Employer, SealedKind.Request, row.Sealed, AppointmentsJson.Default.Handoff);

    public Task<AppointmentRow?> FindAsync(Database db, string id) => db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.Id == id);

    public async Task<AppointmentRow?> FindByCodeAsync(Database db, Employer employer, string code)
    {
        var codeHash = hash.Of(HashedKind.ReturnCode, code);
        return await db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.CodeHash == codeHash && row.Employer == employer.Key);
    }

    public Task<List<AppointmentRow>> OfPersonAsync(Database db, Employer employer, string person) =>
        db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.Employer == employer.Key && row.Person == person && row.State != AppointmentState.Cancelled)
            .OrderBy(row => row.StartsAt).ToListAsync();

    public void Accept(AppointmentRow row)
    {
        row.State = AppointmentState.Accepted;
        row.ForgetAt = row.Slot.End + retention.AfterTalk;
        row.Revision++;
    }

    public void See(AppointmentRow row)
    {
        if (row.State is not (AppointmentState.Sending or AppointmentState.Delivered))
            return;
        row.DeliveredAt ??= clock.GetUtcNow();
        row.State = AppointmentState.Seen;
        row.Revision++;
    }

    public void Arrived(AppointmentRow row, string? cardId)
    {
        row.DeliveredAt = clock.GetUtcNow();
        row.CardId = cardId;
        if (row.State == AppointmentState.Sending)
            row.State = AppointmentState.Delivered;
        row.Revision++;
    }

    /// <summary>A card that arrived after its request was called off is brought up to date.</summary>
    public void Recall(Database db, AppointmentRow row) =>
        outbox.Add(
            db,
            row.Employer,
            EndKind,
            $"{row.Id}/{row.Round}/recall",
            new HandoffEnd(row.Id, row.Round, row.Advisor, row.CardId, Cancelled: false),
            AppointmentsJson.Default.HandoffEnd);

    /// <summary>The employee calls it off. The time is free at once; the advisor is told.</summary>
    public async Task CancelAsync(Database db, AppointmentRow row)
    {
        Undo(db, row);
        var told = row.State is AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen or AppointmentState.Accepted;
        row.State = AppointmentState.Cancelled;
        row.ForgetAt = clock.GetUtcNow() + TimeSpan.FromDays(1);
        row.Revision++;
        await TimeCellsOf.LetGoAsync(db, row.Id);
        if (told)
            End(db, row, cancelled: true);
    }

    /// <summary>
    /// Goes to the next advisor whom the employee agreed to and who is free at that time; without one, the employee is asked.
    /// Nobody else hears of it.
    /// </summary>
    public async Task PassOnAsync(Database db, AppointmentRow row, Employer employer, AppointmentState otherwise)
    {
        if (row.CardId is not null)
            End(db, row, cancelled: false);
        Undo(db, row);
        row.Round++;
        row.Revision++;
        row.CardId = null;
        row.DeliveredAt = null;
        foreach (var next in Agreed(row, employer))
        {
            if (!FreeTime.IsOpen(next.Hours, row.Slot) || !await TimeCellsOf.TakeAsync(db, row.Id, next, row.Slot, null, clock.GetUtcNow()))
                continue;
            row.Advisor = next.Id;
            Ask(db, row, next, HandoffOf(row)!.Way);
            return;
        }

        await TimeCellsOf.LetGoAsync(db, row.Id);
        row.State = otherwise;
    }

    /// <summary>Who may be asked after this advisor: those the employee agreed to, in that order, each once.</summary>
    private IEnumerable<Advisor> Agreed(AppointmentRow row, Employer employer)
    {
        if (HandoffOf(row) is not { } handoff)
            return [];
        var after = handoff.Agreed.Contains(row.Advisor) ? handoff.Agreed.SkipWhile(id => id != row.Advisor).Skip(1) : handoff.Agreed;
        return after.Select(employer.Advisor).OfType<Advisor>().Where(next => next.Id != row.Advisor && next.Ways.Contains(handoff.Way));
    }

    public Arrangement ArrangedOf(AppointmentRow row) =>
        (row.Arranged is { } bytes ? sealing.Open(row.Employer, SealedKind.Arranged, bytes, AppointmentsJson.Default.Arrangement) : null) ?? new();

    /// <summary>Keeps what exists now in the mailbox, and writes the step that follows.</summary>
    public void Arranged(Database db, AppointmentRow row, Arrangement arrangement, ArrangeStage? next)
    {
        row.Arranged = sealing.Seal(row.Employer, SealedKind.Arranged, arrangement, AppointmentsJson.Default.Arrangement);
        row.LookAgainAt = arrangement.Event is null ? null : clock.GetUtcNow() + CalendarWatch.FirstLook;
        row.Revision++;
        if (next is { } stage)
        {
            Arrange(db, row, stage);
            return;
        }

        row.State = AppointmentState.Sending;
        Deliver(db, row.Employer, row.Id, row.Round);
    }

    /// <summary>Asks this advisor: through their own mailbox first where they have one.</summary>
    private void Ask(Database db, AppointmentRow row, Advisor advisor, WayToMeet way)
    {
        if (advisor is ExternalAdvisor { Mailbox: not null })
        {
            row.State = AppointmentState.Arranging;
            Arrange(db, row, way == WayToMeet.Teams ? ArrangeStage.Meeting : ArrangeStage.Event);
            return;
        }

        row.State = AppointmentState.Sending;
        Deliver(db, row.Employer, row.Id, row.Round);
    }

    private void Arrange(Database db, AppointmentRow row, ArrangeStage stage) =>
        outbox.Add(
            db, row.Employer, ArrangeKind, $"{row.Id}/{row.Round}/{stage}", new ArrangeStep(row.Id, row.Round, stage), AppointmentsJson.Default.ArrangeStep);

    /// <summary>Takes back what exists in the advisor's mailbox.</summary>
    private void Undo(Database db, AppointmentRow row)
    {
        var arranged = ArrangedOf(row);
        row.Arranged = null;
        row.LookAgainAt = null;
        if (arranged is not { Meeting: null, Event: null })
            Undo(db, row, arranged.Meeting, arranged.Event);
    }

    public void Undo(Database db, AppointmentRow row, string? meeting, string? eventId) =>
        outbox.Add(
            db, row.Employer, UndoKind, $"{row.Id}/{row.Round}/undo{(meeting is null ? "" : "-meeting")}{(eventId is null ? "" : "-event")}", new ArrangeUndo(row.Advisor, meeting, eventId), AppointmentsJson.Default.ArrangeUndo);

    private void Deliver(Database db, string employer, string id, int round) =>
        outbox.Add(db, employer, DeliverKind, $"{id}/{round}", new HandoffStep(id, round), AppointmentsJson.Default.HandoffStep);

    private void End(Database db, AppointmentRow row, bool cancelled) =>
        outbox.Add(
            db,
            row.Employer,
            EndKind,
            $"{row.Id}/{row.Round}/end",
            new HandoffEnd(row.Id, row.Round, row.Advisor, row.CardId, cancelled),
            AppointmentsJson.Default.HandoffEnd);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

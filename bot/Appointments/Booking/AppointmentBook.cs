using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>A talk as the employee confirmed it.</summary>
public sealed record BookingOrder(string Id, Employer Employer, Advisor Advisor, Slot Slot, string? Person, string Code, Handoff Handoff);

/// <summary>
/// Looking, holding, booking, and what the advisor's side answered. Every method works on the transaction of its <c>db</c>; the
/// caller saves, and rings the outbox afterwards.
/// </summary>
public sealed class AppointmentBook(
    ICalendar calendar, OpenTalks open, Holds holds, TalkDepartures departures, Sealing sealing, KeyedHash hash, AppointmentsSettings settings, RetentionSettings retention, TimeProvider clock)
{
    // Compiled once for the model of this instance's database.
    private readonly Func<Database, string, Task<AppointmentRow?>> _find = EF.CompileAsyncQuery((Database db, string id) => db.Set<AppointmentRow>().SingleOrDefault(row => row.Id == id));

    public Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted) =>
        calendar.FreeAsync(advisors, wanted, clock.GetUtcNow());

    /// <summary>Whether the advisor's own calendar still has room; null when it could not be asked. Nothing is locked meanwhile.</summary>
    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => calendar.IsFreeNowAsync(advisor, slot);

    /// <summary>Holds a time for an appointment in the making; what it held before is let go. False when the time is taken.</summary>
    public Task<bool> HoldAsync(Database db, string id, Advisor advisor, Slot slot)
    {
        var now = clock.GetUtcNow();
        return TimeCellsOf.TakeAsync(db, id, advisor, slot, now + settings.HoldLifetime, now);
    }

    /// <summary>
    /// Holds on to a time that was chosen at <paramref name="chosen"/>, for someone who is still answering. Says until when; null when
    /// the hold ran out. What ran out is not taken back: it may have been offered to somebody else.
    /// </summary>
    public Task<DateTimeOffset?> StayAsync(Database db, string id, DateTimeOffset chosen)
    {
        var now = clock.GetUtcNow();
        return holds.ProlongAsync(db, id, settings.HoldUntil(chosen, now), now);
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
            ForgetAt = retention.OfUnaccepted(now, order.Slot),
        };
        db.Add(row);
        departures.Ask(db, row, order.Advisor, order.Handoff.Way);
        return true;
    }

    public Handoff? HandoffOf(AppointmentRow row) =>
        sealing.Open(row.Employer, SealedKind.Request, row.Sealed, AppointmentsJson.Default.Handoff);

    public Task<AppointmentRow?> FindAsync(Database db, string id) => _find(db, id);

    /// <summary>What has reached its end is not found, also while it still waits to be forgotten, as in a backup that was put back.</summary>
    public async Task<AppointmentRow?> FindByCodeAsync(Database db, Employer employer, string code)
    {
        var (codeHash, now) = (hash.Of(HashedKind.ReturnCode, code), clock.GetUtcNow());
        return await db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.CodeHash == codeHash && row.Employer == employer.Key && row.ForgetAt > now);
    }

    /// <inheritdoc cref="FindByCodeAsync"/>
    public Task<List<AppointmentRow>> OfPersonAsync(Database db, Employer employer, string person)
    {
        var now = clock.GetUtcNow();
        return db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.Employer == employer.Key && row.Person == person && row.State != AppointmentState.Cancelled && row.ForgetAt > now)
            .OrderBy(row => row.StartsAt).ToListAsync();
    }

    /// <inheritdoc cref="OpenTalks.AreAsManyAsCanBeAsync"/>
    public ValueTask<bool> HasAsManyAsCanBeAsync(Employer employer, string person) => open.AreAsManyAsCanBeAsync(employer, person);

    public void Accept(AppointmentRow row)
    {
        row.DeliveredAt ??= clock.GetUtcNow();
        row.State = AppointmentState.Accepted;
        row.ForgetAt = retention.OfTalk(row);
        row.RemindAt = row.AnswerBy = null;
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

    /// <summary>The advisor's side has it. From now on they have the time that they promise, and halfway they are reminded.</summary>
    public void Arrived(AppointmentRow row, string? cardId, Advisor? advisor)
    {
        var now = clock.GetUtcNow();
        row.DeliveredAt = now;
        row.CardId = cardId;
        if (row.State == AppointmentState.Sending)
            row.State = AppointmentState.Delivered;
        if (row.State is AppointmentState.Delivered or AppointmentState.Seen && advisor is not null)
        {
            var answerBy = AnswerTime.OfAdvisor(now, advisor, row.StartsAt);
            (row.AnswerBy, row.RemindAt) = (answerBy, AnswerTime.OfReminder(now, advisor, answerBy));
        }

        row.Revision++;
    }
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>When a talk is looked at again.</summary>
internal abstract record NextLook
{
    private NextLook() { }

    public sealed record AsUsual : NextLook;

    /// <summary>The calendar asked us to wait.</summary>
    public sealed record After(TimeSpan Wait) : NextLook;

    /// <summary>There is nothing to look at.</summary>
    public sealed record Never : NextLook;
}

/// <summary>
/// Compares one talk with its entry in the advisor's own calendar. A calendar that is silent, refuses or talks nonsense has
/// changed nothing, and an entry is believed to be gone only when it is missing twice.
/// </summary>
internal sealed class CalendarLook(
    IDbContextFactory<Database> databases, IMailbox mailbox, AppointmentBook book, TalkDepartures departures, EmployerDirectory directory, IOutsideChanges changes, Outbox outbox, TimeProvider clock)
{
    /// <summary>An entry that is moved between folders or servers is missing for a moment.</summary>
    private static readonly TimeSpan BeforeBelievingGone = TimeSpan.FromSeconds(2);

    /// <exception cref="DbUpdateConcurrencyException">The talk changed while we looked; nothing was saved.</exception>
    public async Task<NextLook> LookAsync(string id, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        // Nothing is locked while the calendar is asked: the token on the row tells when it changed meanwhile.
        if (await book.FindAsync(db, id) is not { } row || row.Slot.End <= clock.GetUtcNow())
            return new NextLook.Never();
        if (await IsBehindAsync(db, row, stopping) || directory.Advisor(row.Advisor) is not ExternalAdvisor { Mailbox: not null } advisor)
            return new NextLook.AsUsual();
        if (departures.ArrangedOf(row).Event is not { } entry)
            return new NextLook.Never();
        switch (await ReadAsync(advisor, entry, stopping))
        {
            case MailboxAnswer<EventSeen?>.Done done when done.Value?.Slot != row.CalendarSlot:
                await ChangedAsync(db, row, done.Value);
                return new NextLook.AsUsual();
            case MailboxAnswer<EventSeen?>.Later later:
                return new NextLook.After(later.After);
            default:
                return new NextLook.AsUsual();
        }
    }

    private async Task<MailboxAnswer<EventSeen?>> ReadAsync(ExternalAdvisor advisor, string entry, CancellationToken stopping)
    {
        var answer = await mailbox.ReadEventAsync(advisor, entry, stopping);
        if (answer is not MailboxAnswer<EventSeen?>.Done { Value: null })
            return answer;
        await Task.Delay(BeforeBelievingGone, clock, stopping);
        return await mailbox.ReadEventAsync(advisor, entry, stopping);
    }

    /// <summary>While a step of arranging waits, the calendar is behind the book: what stands there is no wish of the advisor's.</summary>
    private static async Task<bool> IsBehindAsync(Database db, AppointmentRow row, CancellationToken stopping)
    {
        var steps = row.Id + "/";
        return row.State == AppointmentState.Arranging
            || await db.Set<OutboxRow>().AnyAsync(step => step.Kind == TalkDepartures.ArrangeKind && step.Id.StartsWith(steps), stopping);
    }

    private async Task ChangedAsync(Database db, AppointmentRow row, EventSeen? seen)
    {
        await changes.SeenAsync(db, row, seen);
        await db.SaveChangesAsync();
        if (db.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync();
        outbox.Ring();
    }
}

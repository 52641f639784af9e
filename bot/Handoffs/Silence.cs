using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>
/// When the time for an answer is over, a request goes on: to the next advisor whom the employee agreed to, or back to the employee.
/// The moment lies in the appointment itself, and what happens then is saved at once: of two instances, or of an answer at the same
/// moment, one wins.
/// </summary>
internal sealed class Silence(
    IDbContextFactory<Database> databases, TalkChanges changes, TalkProposals proposals, EmployerDirectory directory, Outbox outbox,
    HandoffsSettings settings, TimeProvider clock, ILogger<Silence> log)
    : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public async Task LookAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var look = await databases.CreateDbContextAsync(stopping);
        var due = await look.Set<AppointmentRow>().Where(row => row.AnswerBy <= now).OrderBy(row => row.AnswerBy).Select(row => row.Id).Take(AtOnce).ToListAsync(stopping);
        foreach (var id in due)
            await GoOnAsync(id, now, stopping);
        var late = now - Late;
        HandoffsMetrics.Overdue.Record(await look.Set<AppointmentRow>().CountAsync(row => row.AnswerBy < late, stopping));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.LookEvery, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                HandoffsLog.GoingOnFailed(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GoOnAsync(string id, DateTimeOffset now, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.Id == id && row.AnswerBy <= now, stopping) is not { } row)
            return;
        try
        {
            var was = row.State;
            await GoOnAsync(db, row, now);
            await db.SaveChangesAsync(stopping);
            outbox.Ring();
            if (was is AppointmentState.Arranging or AppointmentState.Sending)
                HandoffsMetrics.Undelivered.Add(1);
            else if (was is AppointmentState.Delivered or AppointmentState.Seen)
                HandoffsMetrics.Unanswered.Add(1);
        }
        catch (DbUpdateException)
        {
            // Somebody answered at this moment, or another instance was first: whatever holds now is looked at again.
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // One request that cannot go on must not stop the others behind it.
            HandoffsLog.GoingOnFailed(log, fault.GetType().Name);
        }
    }

    private async Task GoOnAsync(Database db, AppointmentRow row, DateTimeOffset now)
    {
        var employer = directory.ByKey(row.Employer);
        if (employer is null || row.Slot.End <= now)
            Rest(row);
        else if (row.State is AppointmentState.Arranging or AppointmentState.Sending)
            await changes.PassOnAsync(db, row, employer, AppointmentState.Undelivered, EndReason.Unanswered);
        else if (row.State is AppointmentState.Delivered or AppointmentState.Seen)
            await changes.PassOnAsync(db, row, employer, AppointmentState.Unanswered, EndReason.Unanswered);
        else if (row.State is not AppointmentState.Proposed)
            Rest(row);
        else if (employer.Advisor(row.Advisor) is not { } advisor || !await proposals.KeepAsync(db, row, advisor))
            await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice, EndReason.Unanswered);
    }

    /// <summary>Nobody has to answer any more.</summary>
    private static void Rest(AppointmentRow row)
    {
        row.AnswerBy = null;
        row.Revision++;
    }
}

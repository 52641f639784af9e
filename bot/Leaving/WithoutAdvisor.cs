using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Leaving;

/// <summary>
/// A talk whose advisor is no longer there for the employer goes on, as when the advisor says that they cannot: to whom the employee
/// agreed to, or back to the employee. Nobody waits for somebody who does not come, and whoever was taken out hears no more of it.
/// A slip in the settings has ten minutes to be mended.
/// </summary>
internal sealed class WithoutAdvisor(
    IDbContextFactory<Database> databases, EmployerDirectory directory, TalkChanges changes, Outbox outbox, TimeProvider clock, ILogger<WithoutAdvisor> log) : BackgroundService
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _missingSince = [];
    private int _unserved;

    /// <summary>How many talks went on.</summary>
    public async Task<int> LookAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var look = await databases.CreateDbContextAsync(stopping);
        // Counted where they lie: of all talks to come, only those of an advisor who is gone are read.
        var open = await look.Set<AppointmentRow>().Where(row => row.StartsAt > now)
            .GroupBy(row => new { row.Employer, row.Advisor, row.State })
            .Select(talks => new { talks.Key.Employer, talks.Key.Advisor, talks.Key.State, Count = talks.Count() }).ToListAsync(stopping);
        List<string> missing = [];
        foreach (var gone in open.Where(talks => IsWithout(talks.Employer, talks.Advisor, talks.State)))
        {
            missing.AddRange(await look.Set<AppointmentRow>()
                .Where(row => row.StartsAt > now && row.Employer == gone.Employer && row.Advisor == gone.Advisor && row.State == gone.State)
                .Select(row => row.Id).ToListAsync(stopping));
        }

        SayUnserved(open.Where(talks => directory.ByKey(talks.Employer) is null && !directory.Leaving.ContainsKey(talks.Employer)).Sum(talks => talks.Count));
        foreach (var found in _missingSince.Keys.Except(missing).ToList())
            _missingSince.Remove(found);
        var wentOn = 0;
        foreach (var id in missing)
        {
            if (_missingSince.TryAdd(id, now) || now - _missingSince[id] < Patience)
                continue;
            wentOn += await GoOnAsync(id, stopping) ? 1 : 0;
        }

        if (wentOn > 0)
            LeavingLog.WentOn(log, wentOn);
        return wentOn;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LeavingLog.LookingFailed(log, fault.GetType().Name);
            }
        }
    }

    private async Task<bool> GoOnAsync(string id, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.Id == id, stopping) is not { } row
            || !IsWithout(row.Employer, row.Advisor, row.State) || directory.ByKey(row.Employer) is not { } employer)
        {
            return false;
        }

        try
        {
            await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice, EndReason.Forgotten);
            await db.SaveChangesAsync(stopping);
            outbox.Ring();
            return true;
        }
        catch (DbUpdateException)
        {
            // Somebody changed it at this moment, or another instance was first: it is looked at again.
            return false;
        }
    }

    /// <summary>Somebody forgot an employer's file, or took it out of the settings, while people still wait.</summary>
    private void SayUnserved(int talks)
    {
        if (talks > 0 && talks != _unserved)
            LeavingLog.Unserved(log, talks);
        _unserved = talks;
    }

    private bool IsWithout(string employer, string advisor, AppointmentState state) =>
        TalkChanges.Stands(state) && directory.ByKey(employer) is { } served && served.Advisor(advisor) is null;
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>
/// Looks at talks in advisors' own calendars when it is time, or when Graph rang. A talk is leased by moving its next look, so
/// instances share them. Who dies in the middle of a look has done nothing; the next look comes by itself.
/// </summary>
internal sealed class CalendarWatch(
    IDbContextFactory<Database> databases, CalendarLook look, GraphSettings settings, TimeProvider clock, ILogger<CalendarWatch> log) : BackgroundService
{
    /// <summary>From the moment that the event was made: Exchange needs a while before it shows it everywhere.</summary>
    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(10);

    private const int AtOnce = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Bell _bell = new();

    /// <summary>All talks of this advisor are looked at now, by whichever instance is first.</summary>
    public async Task RingAsync(Database db, string advisor, CancellationToken stopping)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Set<AppointmentRow>().Where(row => row.Advisor == advisor && row.LookAgainAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookAgainAt, now), stopping);
        _bell.Ring();
    }

    /// <summary>Looks at the talks whose time it is; the number that was due.</summary>
    public async Task<int> LookAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var due = await db.Set<AppointmentRow>().AsNoTracking().Where(row => row.LookAgainAt <= now)
            .OrderBy(row => row.LookAgainAt).Take(AtOnce).Select(row => new { row.Id, row.LookAgainAt }).ToListAsync(stopping);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stopping },
            async (row, token) => await LookAsync(row.Id, row.LookAgainAt!.Value, token));
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync(stoppingToken) == 0)
                    await _bell.HeardAsync(Idle, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                WatchingLog.WatchPaused(log, fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task LookAsync(string id, DateTimeOffset due, CancellationToken stopping)
    {
        var leasedUntil = clock.GetUtcNow() + settings.LookAgainAfter;
        if (!await PutAsync(id, due, leasedUntil, stopping))
            return;
        try
        {
            var next = await look.LookAsync(id, stopping);
            if (next is NextLook.Never)
                await PutAsync(id, leasedUntil, null, stopping);
            else if (next is NextLook.After(var wait) && wait > settings.LookAgainAfter)
                await PutAsync(id, leasedUntil, clock.GetUtcNow() + wait, stopping);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.WasTaken())
        {
            // Somebody pressed a button while we looked. What we saw is compared with what the book says now.
            await PutAsync(id, leasedUntil, clock.GetUtcNow() + Soon, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // One talk that cannot be looked at must not stop the others beside it.
            WatchingLog.LookFailed(log, fault.GetType().Name);
        }
    }

    /// <summary>Moves the next look, unless somebody moved it meanwhile: another instance, or Graph that rang.</summary>
    private async Task<bool> PutAsync(string id, DateTimeOffset from, DateTimeOffset? to, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await db.Set<AppointmentRow>().Where(row => row.Id == id && row.LookAgainAt == from)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LookAgainAt, to), stopping) == 1;
    }
}

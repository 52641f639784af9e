using Microsoft.EntityFrameworkCore;

namespace VpBot.Storage;

/// <summary>
/// Carries out what the outbox holds. A step is leased for a minute before it is carried: after a crash it is tried again by
/// any instance, so a step can happen twice in the window between the other side's answer and our commit, and never less than once.
/// </summary>
internal sealed class OutboxWorker(
    IDbContextFactory<Database> databases, Outbox outbox, IEnumerable<ICarrier> carriers, TimeProvider clock, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, ICarrier> _carriers = carriers.ToDictionary(carrier => carrier.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await CarryDueAsync(stoppingToken) == 0)
                    await outbox.HeardAsync(TimeSpan.FromMilliseconds(500), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                StorageLog.OutboxPaused(log, fault.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task<int> CarryDueAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        var due = await db.Set<OutboxRow>().AsNoTracking()
            .Where(row => row.NotBefore <= now).OrderBy(row => row.NotBefore).Take(20).ToListAsync(stopping);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stopping },
            async (row, token) => await CarryAsync(row, token));
        return due.Count;
    }

    private async Task CarryAsync(OutboxRow row, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var leasedUntil = clock.GetUtcNow() + Lease;
        var leased = await db.Set<OutboxRow>()
            .Where(other => other.Id == row.Id && other.NotBefore == row.NotBefore && other.Attempts == row.Attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.NotBefore, leasedUntil).SetProperty(r => r.Attempts, row.Attempts + 1), stopping);
        if (leased == 0)
            return;
        TimeSpan after;
        try
        {
            if (await _carriers[row.Kind].CarryAsync(row, db, stopping) is not Departure.Again again)
            {
                await RemoveAsync(db, row);
                return;
            }

            after = again.After;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            // One step that cannot leave, or whose promise changed meanwhile, must not stop the others beside it.
            StorageLog.StepFailed(log, fault.GetType().Name, row.Attempts + 1);
            after = TimeSpan.Zero;
        }

        await PutOffAsync(row, after);
    }

    /// <summary>The row goes, with what the carrier changed: in the carrier's own transaction where it opened one.</summary>
    private async Task RemoveAsync(Database db, OutboxRow row)
    {
        db.Set<OutboxRow>().Remove(row);
        await db.SaveChangesAsync(CancellationToken.None);
        if (db.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync(CancellationToken.None);
        outbox.Ring();
    }

    private async Task PutOffAsync(OutboxRow row, TimeSpan after)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var next = clock.GetUtcNow() + Wait(row.Attempts, after);
        await db.Set<OutboxRow>().Where(other => other.Id == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.NotBefore, next), CancellationToken.None);
    }

    private static TimeSpan Wait(int attempts, TimeSpan atLeast)
    {
        var backoff = TimeSpan.FromMilliseconds(500 * Math.Pow(2, Math.Min(attempts, 10)) * (0.75 + (Random.Shared.NextDouble() / 2)));
        var bounded = backoff < LongestWait ? backoff : LongestWait;
        return bounded > atLeast ? bounded : atLeast;
    }
}

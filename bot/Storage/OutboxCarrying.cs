using Microsoft.EntityFrameworkCore;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

/// <summary>
/// Carries one leased step. The lease is the number of attempts that the claim wrote: only who still holds it removes the row, or
/// puts it off; otherwise the work of the instance that took it over stands, and what the carrier changed here is not saved.
/// </summary>
internal sealed class OutboxCarrying(IDbContextFactory<Database> databases, GroupCommit commits, TimeProvider clock, ILogger<OutboxCarrying> log)
{
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    // A carrier is stopped while its lease still has room for the commit. A lease that is renewed instead would let a step that
    // hangs keep its place for ever, and the other instance could never take it over.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // Most carriers change nothing: then the row goes in one plain statement.
    private const string Removal = """DELETE FROM "Outbox" WHERE "Id" = $1 AND "Attempts" = $2""";

    /// <param name="lettingGo">This instance stops: the step is free for another one at once.</param>
    public async Task CarryAsync(OutboxRow row, ICarrier carrier, CancellationToken lettingGo)
    {
        try
        {
            var next = await WhenAgainAsync(row, carrier, lettingGo);
            if (next is { } moment)
                await PutOffAsync(row, moment);
        }
        catch (Exception fault)
        {
            // The database does not answer. The lease ends by itself.
            StorageLog.StepFailed(log, fault.GetType().Name, row.Attempts + 1);
        }
    }

    /// <summary>Null when the step left.</summary>
    private async Task<DateTimeOffset?> WhenAgainAsync(OutboxRow row, ICarrier carrier, CancellationToken lettingGo)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, lettingGo);
        try
        {
            await using var db = await databases.CreateDbContextAsync(limit.Token);
            if (await carrier.CarryAsync(row, db, limit.Token) is Departure.Again again)
                return clock.GetUtcNow() + Wait(row.Attempts, again.After);
            await RemoveAsync(db, row);
            return null;
        }
        catch (Exception) when (lettingGo.IsCancellationRequested)
        {
            return clock.GetUtcNow();
        }
        catch (Exception fault)
        {
            // One step that cannot leave, or whose promise changed meanwhile, must not stop the others beside it.
            StorageLog.StepFailed(log, fault.GetType().Name, row.Attempts + 1);
            return clock.GetUtcNow() + Wait(row.Attempts, TimeSpan.Zero);
        }
    }

    /// <summary>The row goes, with what the carrier changed: in the carrier's own transaction where it opened one.</summary>
    private async Task RemoveAsync(Database db, OutboxRow row)
    {
        if (!db.ChangeTracker.HasChanges() && db.Database.CurrentTransaction is null)
        {
            if (await commits.WriteFleetingAsync(new Statement(Removal, row.Id, LeaseOf(row))) == 0)
                throw new DbUpdateConcurrencyException("Another instance took the step over.");
            return;
        }

        var entry = db.Remove(row);
        entry.Property(step => step.Attempts).OriginalValue = LeaseOf(row);
        await db.SaveChangesAsync(CancellationToken.None);
        if (db.Database.CurrentTransaction is { } transaction)
            await transaction.CommitAsync(CancellationToken.None);
    }

    private async Task PutOffAsync(OutboxRow row, DateTimeOffset next)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var lease = LeaseOf(row);
        await db.Set<OutboxRow>().Where(step => step.Id == row.Id && step.Attempts == lease)
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.NotBefore, next), CancellationToken.None);
    }

    private static int LeaseOf(OutboxRow row) => row.Attempts + 1;

    private static TimeSpan Wait(int attempts, TimeSpan atLeast)
    {
        var backoff = TimeSpan.FromMilliseconds(500 * Math.Pow(2, Math.Min(attempts, 10)) * (0.75 + (Random.Shared.NextDouble() / 2)));
        var bounded = backoff < LongestWait ? backoff : LongestWait;
        return bounded > atLeast ? bounded : atLeast;
    }
}

using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace VpBot.Storage;

/// <summary>A folder that keeps something with an end. It deletes what is past it, and says how many rows.</summary>
public interface IForgetful
{
    Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping);
}

/// <summary>
/// Deletes once a minute what has reached its end. Reading already ignores it from its last second on. A folder that cannot now,
/// such as one that met another instance, holds up no other and is asked again in a minute.
/// </summary>
internal sealed class Forgetting(
    IDbContextFactory<Database> databases, IEnumerable<IForgetful> folders, TimeProvider clock, ILogger<Forgetting> log) : BackgroundService
{
    private static readonly Meter Meter = new("VpBot.Storage");
    private static readonly Counter<long> Forgotten = Meter.CreateCounter<long>("vpbot.rows.forgotten");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var everyMinute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                Forgotten.Add(await ForgetAsync(stoppingToken));
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                StorageLog.SweepingFailed(log, fault.GetType().Name);
            }
        }
        while (await everyMinute.WaitForNextTickAsync(stoppingToken));
    }

    public async Task<int> ForgetAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var rows = 0;
        foreach (var folder in folders)
            rows += await ForgetAsync(folder, db, stopping);
        // Deleted pages are overwritten in the file; the write-ahead log still holds their old images until it is emptied. What a
        // turn deleted or replaced, such as the session of someone who left, lies there too, so it is emptied every time.
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stopping);
        else
            await db.Database.ExecuteSqlRawAsync(SweepPostgreSql(db), stopping);
        return rows;
    }

    private async Task<int> ForgetAsync(IForgetful folder, Database db, CancellationToken stopping)
    {
        try
        {
            return await folder.ForgetAsync(db, clock.GetUtcNow(), stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            StorageLog.ForgettingFailed(log, fault.GetType().Name);
            // What it could not save is not left for the next folder to save.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    // PostgreSQL leaves a deleted or replaced row in its page until a vacuum, and its own comes late to a small table. This makes
    // the space free within a minute; a freed page inside a table is overwritten only when it is used again.
    private static string SweepPostgreSql(Database db) =>
        $"VACUUM (SKIP_LOCKED) {string.Join(", ", db.Model.GetEntityTypes().Select(type => $"\"{type.GetTableName()}\"").Distinct())}";
}

using Microsoft.EntityFrameworkCore;

namespace VpBot.Storage;

/// <summary>
/// Builds Entity Framework's model, the longest piece of work of a start, for whoever needs it first. Neither a later start, nor the
/// first press, nor an outbox with nothing in it does, so it is built after the doors are open. On a database that is not there yet
/// it comes first, beside the settings.
/// </summary>
internal sealed class ModelAhead(IDbContextFactory<Database> databases) : BackgroundService
{
    /// <summary>What goes wrong is heard by whoever opens the database.</summary>
    public static void BeginNow(StorageSettings settings) => _ = Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<Database>();
        StorageSetup.Use(options, settings);
        using var db = new Database(options.Options);
        _ = db.Model;
    });

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            using var db = databases.CreateDbContext();
            _ = db.Model;
        },
        stoppingToken);
}

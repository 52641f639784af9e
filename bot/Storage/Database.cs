using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace VpBot.Storage;

/// <summary>
/// The database. Rows and their shapes lie in the folders that own them; a moment is stored as milliseconds since 1970 (UTC),
/// so that both engines compare it in the same way.
/// </summary>
public sealed class Database(DbContextOptions<Database> options) : DbContext(options)
{
    /// <summary>
    /// The model takes longest of a start, and needs the settings only: it is built on another core while the rest is read. Whoever opens
    /// the database first waits for it, and hears of a fault there.
    /// </summary>
    internal static void BuildModelBeside(StorageSettings settings) => _ = Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<Database>();
        StorageSetup.Use(options, settings);
        using var db = new Database(options.Options);
        _ = db.Model;
    });

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Database).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();

    private sealed class MomentConverter() : ValueConverter<DateTimeOffset, long>(
        moment => moment.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

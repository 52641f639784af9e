using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace VpBot.Storage;

/// <summary>
/// Brings the database to this version and makes its secrets. Instances that start together on one PostgreSQL do so one after
/// the other: the second finds one key ring and one hash key, and makes none of its own.
/// </summary>
internal static class FirstStart
{
    // Any number that nobody else locks in our database.
    private const long Turn = 0x56_70_42_6F_74;
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(IDbContextFactory<Database> databases, Action makeSecrets)
    {
        await using var waiting = await databases.CreateDbContextAsync();
        await using var turn = waiting.Database.IsNpgsql() ? await TurnAsync(waiting) : null;
        await using var db = await databases.CreateDbContextAsync();
        if (!await IsOfThisVersionAsync(db))
            await db.Database.MigrateAsync();
        makeSecrets();
    }

    /// <summary>
    /// True when every migration of this program stands in the database, as it does at nearly every start: then nothing is locked and
    /// nothing is written. A database of a later version has them too.
    /// </summary>
    internal static async Task<bool> IsOfThisVersionAsync(Database db)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                done.Add(rows.GetString(0));
        }
        catch (DbException)
        {
            // There is no database yet, or nothing in it; what else may be wrong with it, the migration says.
            return false;
        }

        return typeof(Database).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            .All(type => done.Contains(type.GetCustomAttribute<MigrationAttribute>()!.Id));
    }

    private static async Task<IDbContextTransaction> TurnAsync(Database db)
    {
        await CreateAsync(db);
        db.Database.SetCommandTimeout(LongestMigration);
        var turn = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Turn})");
        return turn;
    }

    private static async Task CreateAsync(Database db)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync())
            return;
        try
        {
            await creator.CreateAsync();
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance was faster.
        }
    }
}

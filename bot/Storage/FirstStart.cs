using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using VpBot.Storage.Direct;

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

    private static readonly Statement
        Migrations = new("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """),
        Secrets = new("""SELECT "Name" FROM "Secrets" """);

    public static async Task RunAsync(IDbContextFactory<Database> databases, IEngine engine, Action makeSecrets)
    {
        // As at nearly every start: nothing is locked or written, and nobody waits for Entity Framework's model.
        if (await IsOfThisVersionAsync(engine) && await ReadAsync(engine, Secrets) is [_, ..])
        {
            makeSecrets();
            return;
        }

        await using var waiting = await databases.CreateDbContextAsync();
        await using var turn = waiting.Database.IsNpgsql() ? await TurnAsync(waiting) : null;
        if (!await IsOfThisVersionAsync(engine))
        {
            await using var db = await databases.CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }

        makeSecrets();
    }

    /// <summary>True when every migration of this program stands in the database. A database of a later version has them too.</summary>
    internal static async Task<bool> IsOfThisVersionAsync(IEngine engine)
    {
        HashSet<string> done = [.. await ReadAsync(engine, Migrations)];
        return done.Count > 0 && typeof(Database).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            .All(type => done.Contains(type.GetCustomAttribute<MigrationAttribute>()!.Id));
    }

    /// <summary>Empty also where there is no database yet, or nothing in it; what else may be wrong with it, the migration says.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(IEngine engine, Statement statement)
    {
        try
        {
            return await engine.ReadAsync(statement, static row => row.GetString(0), CancellationToken.None);
        }
        catch (DbException)
        {
            return [];
        }
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

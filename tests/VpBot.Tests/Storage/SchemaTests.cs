using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using VpBot.Appointments;
using VpBot.Storage;

namespace VpBot.Tests.Storage;

/// <summary>The migrations are written by hand, so the model is compared with a database that they made.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string PostgresVariable = "VPBOT_TEST_POSTGRES";
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-schema-").FullName;

    [Fact]
    public async Task A_migrated_SQLite_database_has_the_tables_of_the_model()
    {
        await using var modelled = OpenSqlite("model.db");
        await modelled.Database.EnsureCreatedAsync();
        await using var migrated = OpenSqlite("migrated.db");
        await migrated.Database.MigrateAsync();
        var expected = await ReadSqliteAsync(modelled);
        Assert.Contains(expected, line => line.StartsWith("TimeCells.Cell ", StringComparison.Ordinal));
        Assert.Equal(expected, await ReadSqliteAsync(migrated));
    }

    [Theory]
    [InlineData("DROP INDEX \"IX_Appointments_CodeHash\"")]
    [InlineData("DROP INDEX \"IX_Appointments_CodeHash\"; CREATE INDEX \"IX_Appointments_CodeHash\" ON \"Appointments\" (\"CodeHash\")")]
    [InlineData("ALTER TABLE \"Outbox\" DROP COLUMN \"Attempts\"")]
    [InlineData("ALTER TABLE \"Tickets\" ADD COLUMN \"More\" TEXT NULL")]
    [InlineData("DROP TABLE \"Secrets\"")]
    public async Task A_database_that_differs_from_the_model_is_found(string breach)
    {
        await using var db = OpenSqlite("breach.db");
        await db.Database.MigrateAsync();
        var before = await ReadSqliteAsync(db);
        await db.Database.ExecuteSqlRawAsync(breach);
        Assert.NotEqual(before, await ReadSqliteAsync(db));
    }

    [Fact]
    public async Task A_migrated_PostgreSQL_database_has_the_tables_of_the_model()
    {
        var connection = Environment.GetEnvironmentVariable(PostgresVariable);
        Assert.SkipUnless(connection is { Length: > 0 }, $"{PostgresVariable} names no server.");
        await using var modelled = OpenPostgres(connection, "vpbot_test_model");
        await using var migrated = OpenPostgres(connection, "vpbot_test_migrated");
        try
        {
            await modelled.Database.EnsureCreatedAsync();
            await migrated.Database.MigrateAsync();
            Assert.Equal(await ReadPostgresAsync(modelled), await ReadPostgresAsync(migrated));
        }
        finally
        {
            await modelled.Database.EnsureDeletedAsync();
            await migrated.Database.EnsureDeletedAsync();
        }
    }

    [Fact]
    public async Task A_database_of_the_first_migration_is_opened_and_keeps_what_it_held()
    {
        await using var bot = await BotInside.StartAsync();
        await using (var first = OpenSqlite("first.db"))
        {
            await ApplyFirstAsync(first);
            await first.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO "TimeCells" ("Advisor", "Cell", "Appointment", "StartsAt", "Minutes", "HeldUntil") VALUES ('sanne', 7, 'a', 6300000, 45, NULL);
                """);
        }

        await using var now = OpenSqlite("first.db");
        await now.Database.MigrateAsync();
        var cell = await now.Set<TimeCellRow>().SingleAsync();
        Assert.Equal(("sanne", DateTimeOffset.UnixEpoch.AddMinutes(105)), (cell.Advisor, cell.StartsAt));
        await using var model = bot.Open();
        Assert.Equal(await ReadSqliteAsync(model), await ReadSqliteAsync(now));
    }

    /// <summary>What the first version left behind: its tables, and the note that it made them.</summary>
    private static async Task ApplyFirstAsync(Database db)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var (id, type) = migrations.Migrations.OrderBy(migration => migration.Key, StringComparer.Ordinal).First();
        var history = db.GetService<IHistoryRepository>();
        await db.Database.ExecuteSqlRawAsync(history.GetCreateScript());
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(migrations.CreateMigration(type, db.Database.ProviderName!).UpOperations))
            await db.Database.ExecuteSqlRawAsync(command.CommandText);
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(id, "10.0.0")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Database OpenSqlite(string file) => Open($"Data Source={Path.Combine(folder, file)};Pooling=False");

    private static Database OpenPostgres(string connection, string name) =>
        Open(new NpgsqlConnectionStringBuilder(connection) { Database = name, Pooling = false }.ConnectionString);

    private static Database Open(string connection)
    {
        var options = new DbContextOptionsBuilder<Database>();
        StorageSetup.Use(options, new StorageSettings { ConnectionString = connection });
        return new Database(options.Options);
    }

    /// <summary>One line for each column and index: name, type, nullability, place in the key, uniqueness.</summary>
    private static Task<IReadOnlyList<string>> ReadSqliteAsync(Database db) => ReadAsync(db,
        """
        SELECT m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' key=' || c.pk
        FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT m.name || ' index ' || i.name || ' unique=' || i."unique" || ' (' || (SELECT group_concat(k.name, ',') FROM pragma_index_info(i.name) k) || ')'
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        ORDER BY 1
        """);

    private static Task<IReadOnlyList<string>> ReadPostgresAsync(Database db) => ReadAsync(db,
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' null=' || is_nullable AS line
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        ORDER BY 1
        """);

    private static async Task<IReadOnlyList<string>> ReadAsync(Database db, string question)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The two questions above are constants.
        command.CommandText = question;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}

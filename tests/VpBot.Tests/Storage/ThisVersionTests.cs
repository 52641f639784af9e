using Microsoft.EntityFrameworkCore;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>A start on a database that is up to date writes nothing; any other is brought up to date first.</summary>
public sealed class ThisVersionTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.PostgreSql)]
    public async Task A_database_with_every_migration_is_of_this_version_and_one_that_lacks_any_is_not(Engine engine)
    {
        await using var bot = await BotInside.StartAsync(engine);
        await using var db = bot.Open();
        Assert.True(await FirstStart.IsOfThisVersionAsync(db));
        var migrations = db.Database.GetMigrations().ToList();
        Assert.NotEmpty(migrations);
        foreach (var migration in migrations)
        {
            var version = await db.Database.SqlQuery<string>($"SELECT \"ProductVersion\" AS \"Value\" FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}").SingleAsync();
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}");
            Assert.False(await FirstStart.IsOfThisVersionAsync(db), migration);
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ({migration}, {version})");
        }

        await db.Database.ExecuteSqlAsync($"DROP TABLE \"__EFMigrationsHistory\"");
        Assert.False(await FirstStart.IsOfThisVersionAsync(db));
    }

    [Fact]
    public async Task A_later_start_leaves_the_table_of_migrations_and_its_lock_alone()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using (await BotInside.StartAsync(database: database))
        {
        }

        await using (var db = database.Open())
        {
            // Whoever migrates takes this lock.
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }

        await using var again = await BotInside.StartAsync(database: database);
        await using var after = again.Open();
        Assert.Equal(0, await after.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync());
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpBot.Profiles;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Tests.Faults;
using VpBot.Tests.Profiles;
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
        var direct = bot.Get<IEngine>();
        Assert.True(await FirstStart.IsOfThisVersionAsync(direct));
        var migrations = db.Database.GetMigrations().ToList();
        Assert.NotEmpty(migrations);
        foreach (var migration in migrations)
        {
            var version = await db.Database.SqlQuery<string>($"SELECT \"ProductVersion\" AS \"Value\" FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}").SingleAsync();
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = {migration}");
            Assert.False(await FirstStart.IsOfThisVersionAsync(direct), migration);
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ({migration}, {version})");
        }

        await db.Database.ExecuteSqlAsync($"DROP TABLE \"__EFMigrationsHistory\"");
        Assert.False(await FirstStart.IsOfThisVersionAsync(direct));
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

/// <summary>Listens to the whole process, so nothing may run beside it.</summary>
[Collection(Alone.Name)]
public sealed class StartWithoutModelTests
{
    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.PostgreSql)]
    public async Task A_later_start_and_the_first_press_wait_for_nothing_of_Entity_Framework(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using (var before = await BotInside.StartAsync(engine, database))
            await OutboxSteps.WriteAsync(before, "a kind of a later version", ["unknown"]);

        using var log = new LogLines();
        var listener = new ContextsListener();
        using (DiagnosticListener.AllListeners.Subscribe(listener))
        {
            await using var bot = await BotInside.StartAsync(engine, database, also: services => services.AddSingleton<ILoggerProvider>(log));
            await bot.StartOutboxAsync();
            await BotInside.UntilAsync("a look into the outbox", () => Task.FromResult(log.Lines.Contains((103, "Steps of a kind that this version does not know: 1"))));
            await bot.Get<OwnChoicesFollowing>().BringAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty((await bot.TicketAsync(new("duinrand", "noor", null, "nl", "default"))).Fragment);
            Assert.Equal(0, listener.Contexts);
            // What it listens to would be heard.
            await using var db = bot.Open();
            Assert.True(await db.Database.CanConnectAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1, listener.Contexts);
        }
    }

    private sealed class ContextsListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private int contexts;

        public int Contexts => Volatile.Read(ref contexts);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == CoreEventId.ContextInitialized.Name)
                Interlocked.Increment(ref contexts);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}

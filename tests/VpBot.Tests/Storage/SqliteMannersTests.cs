using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class SqliteMannersTests
{
    [Fact]
    public async Task A_connection_that_comes_back_from_the_pool_still_overwrites_what_is_deleted()
    {
        await using var data = new TestDatabase(Engine.Sqlite);
        var options = new DbContextOptionsBuilder<Database>();
        StorageSetup.Use(options, new StorageSettings { ConnectionString = data.Connection });
        var handles = new HashSet<object>();
        for (var look = 0; look < 4; look++)
        {
            await using var db = new Database(options.Options);
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            handles.Add(connection.Handle!);
            Assert.Equal(["1", "2", "10000", "wal", "1"], Read(connection));
        }

        // Otherwise this test says nothing about the pool.
        Assert.Single(handles);
    }

    private static IEnumerable<string?> Read(SqliteConnection connection)
    {
        foreach (var pragma in new[] { "secure_delete", "synchronous", "busy_timeout", "journal_mode", "foreign_keys" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            yield return command.ExecuteScalar()?.ToString();
        }
    }
}

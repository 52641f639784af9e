using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VpBot.Storage;

namespace VpBot.Tests.Support;

public enum Engine
{
    Sqlite,
    PostgreSql,
}

/// <summary>A fresh database of one engine, which goes with its test.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string ServerVariable = "VPBOT_TEST_POSTGRES";
    private static int number;
    private readonly NpgsqlConnectionStringBuilder? server;

    /// <summary>Skips the test when it asks for PostgreSQL and no server is named.</summary>
    public TestDatabase(Engine engine)
    {
        if (engine == Engine.Sqlite)
        {
            Connection = $"Data Source={File}";
            return;
        }

        var named = Environment.GetEnvironmentVariable(ServerVariable);
        Assert.SkipUnless(named is { Length: > 0 }, $"{ServerVariable} names no server.");
        server = new(named)
        {
            Database = string.Create(CultureInfo.InvariantCulture, $"vpbot_test_{Environment.ProcessId}_{Interlocked.Increment(ref number)}"),
            MaxPoolSize = 20,
        };
        Connection = server.ConnectionString;
    }

    /// <summary>A folder of its own, for either engine.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("vpbot-data-").FullName;

    /// <summary>As the bot uses it: pooled.</summary>
    public string Connection { get; }

    /// <summary>The settings with which a bot process uses this database.</summary>
    public Dictionary<string, string> Settings => new() { ["Storage__ConnectionString"] = Connection };

    private string File => Path.Combine(Folder, "vpbot.db");

    public Database Open()
    {
        var options = new DbContextOptionsBuilder<Database>();
        // A pooled connection to SQLite would keep the file open.
        StorageSetup.Use(options, new StorageSettings { ConnectionString = server is null ? $"{Connection};Pooling=False" : Connection });
        return new Database(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is null)
        {
            using var pooled = new SqliteConnection(Connection);
            SqliteConnection.ClearPool(pooled);
        }
        else
        {
            await DropAsync(server);
        }

        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>On PostgreSQL: a database with nothing in it, to put a backup into. The bot makes its own.</summary>
    public Task CreateEmptyAsync() => AtServerAsync(server!, $"CREATE DATABASE \"{server!.Database}\"");

    private static async Task DropAsync(NpgsqlConnectionStringBuilder server)
    {
        await using (var pooled = new NpgsqlConnection(server.ConnectionString))
            NpgsqlConnection.ClearPool(pooled);
        await AtServerAsync(server, $"DROP DATABASE IF EXISTS \"{server.Database}\" WITH (FORCE)");
    }

    private static async Task AtServerAsync(NpgsqlConnectionStringBuilder server, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using VpBot.Storage;

namespace VpBot.Bench.Limit;

/// <summary>One row, read and written in one transaction, without anything between the statement and the engine.</summary>
internal sealed class OneRow : IAsyncDisposable
{
    private const string Manners = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000;";
    private readonly Func<DbConnection> connect;
    private int next;

    private OneRow(Func<DbConnection> connect) => this.connect = connect;

    public static async Task<OneRow> OpenAsync(string connection)
    {
        var isPostgreSql = new StorageSettings { ConnectionString = connection }.IsPostgreSql;
        var row = new OneRow(() => isPostgreSql ? new NpgsqlConnection(connection) : new SqliteConnection(connection));
        await using var db = row.connect();
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        var bytes = isPostgreSql ? "bytea" : "blob";
        command.CommandText = $"{(isPostgreSql ? "" : Manners)} CREATE TABLE IF NOT EXISTS limit_rows (id integer PRIMARY KEY, sealed {bytes}, until bigint)";
        await command.ExecuteNonQueryAsync();
        for (var id = 0; id < 64; id++)
        {
            command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"INSERT INTO limit_rows VALUES ({id}, NULL, 0) ON CONFLICT DO NOTHING");
            await command.ExecuteNonQueryAsync();
        }

        return row;
    }

    public async Task ReadAndWriteAsync()
    {
        var id = Interlocked.Increment(ref next) & 63;
        await using var db = connect();
        await db.OpenAsync();
        if (db is SqliteConnection)
        {
            await using var manners = db.CreateCommand();
            manners.CommandText = Manners;
            await manners.ExecuteNonQueryAsync();
        }

        await using (var read = db.CreateCommand())
        {
            read.CommandText = "SELECT sealed, until FROM limit_rows WHERE id = @id";
            Add(read, "@id", id);
            await using var reader = await read.ExecuteReaderAsync();
            await reader.ReadAsync();
        }

        await using var write = db.CreateCommand();
        write.CommandText = "UPDATE limit_rows SET sealed = @sealed, until = @until WHERE id = @id";
        Add(write, "@sealed", new byte[600]);
        Add(write, "@until", 1L);
        Add(write, "@id", id);
        await write.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

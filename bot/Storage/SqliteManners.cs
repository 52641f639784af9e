using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VpBot.Storage;

/// <summary>
/// How every SQLite connection behaves: readers do not block the writer, a commit is on disk before it is believed,
/// and deleted bytes are overwritten, because forgetting is a promise.
/// </summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    private const string Patience = "PRAGMA busy_timeout=10000;";
    private const string Manners = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; {Patience} PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a database is there is asked with a connection that may not write; one that was put back from a backup keeps no log yet.</summary>
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Patience : Manners;
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VpBot.Storage;

/// <summary>
/// How every SQLite connection behaves: readers do not block the writer, a commit is on disk before it is believed,
/// and deleted bytes are overwritten, because forgetting is a promise.
/// </summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    private const string Manners =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Manners;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Manners;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VpBot.Storage;

/// <summary>
/// How every SQLite connection behaves: readers do not block the writer, a commit is on disk before it is believed,
/// and deleted bytes are overwritten, because forgetting is a promise. A connection from the pool has learned them already.
/// </summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    private const string Patience = "PRAGMA busy_timeout=10000;";
    public const string Lasting = $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; {Patience} PRAGMA foreign_keys=ON;";

    /// <summary>For what may be lost with the power of the machine. The order stays: what is on disk of it is what came first.</summary>
    public const string Fleeting = $"{Lasting} PRAGMA synchronous=NORMAL;";

    private readonly ConditionalWeakTable<object, object> _taught = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (HandleOf(connection) is not { } handle || _taught.TryGetValue(handle, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        command.ExecuteNonQuery();
        _taught.TryAdd(handle, handle);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (HandleOf(connection) is not { } handle || _taught.TryGetValue(handle, out _))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = For(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        _taught.TryAdd(handle, handle);
    }

    /// <summary>
    /// A connection stays open until its context is given back: opening teaches the engine some twenty functions anew, and a turn would
    /// do so for every statement. No lock stays, because every transaction has ended by then.
    /// </summary>
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());

    /// <summary>Whether a database is there is asked with a connection that may not write; one that was put back from a backup keeps no log yet.</summary>
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Patience : Lasting;

    // The engine's own connection, which the pool hands out again and again.
    private static SQLitePCL.sqlite3? HandleOf(DbConnection connection) => ((SqliteConnection)connection).Handle;
}

using System.Data.Common;

namespace VpBot.Storage.Direct;

/// <summary>
/// The database without anything between a statement and its engine, for the few statements of nearly every turn and of every start.
/// Whatever else a turn saves goes through <see cref="Database"/>.
/// </summary>
internal interface IEngine : IAsyncDisposable
{
    /// <summary>Executes all chains in one transaction. When it throws, nothing of them stands. One caller at a time.</summary>
    Task WriteAsync(IReadOnlyList<Chain> chains);

    /// <summary>True when the engine refused what one chain asked, so that the others of its group can still be written. Not when it is away, full or busy.</summary>
    bool Refused(Exception fault);

    /// <summary>The first row, or null.</summary>
    ValueTask<TRow?> FindAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) where TRow : class;

    ValueTask<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping);
}

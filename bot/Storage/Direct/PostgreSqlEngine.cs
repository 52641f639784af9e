using System.Data.Common;
using Npgsql;

namespace VpBot.Storage.Direct;

/// <summary>PostgreSQL: a group goes over the line at once, and what depends on its answer once more.</summary>
internal sealed class PostgreSqlEngine(string connectionString) : IEngine
{
    /// <summary>Beside those of Entity Framework: one writes, the others read for a moment.</summary>
    private const int MostConnections = 8;

    /// <summary>Seconds. Whoever waits behind a database that does not answer hears of it while they still look at their page.</summary>
    private const int Patience = 10;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxPoolSize = MostConnections,
        MinPoolSize = 0,
        Timeout = Patience,
        CommandTimeout = Patience,
    });

    public async Task WriteAsync(IReadOnlyList<Chain> chains)
    {
        await using var connection = await _source.OpenConnectionAsync();
        // A batch alone is a transaction of its own.
        if (chains.All(chain => chain.Statements.Count == 1))
        {
            await ExecuteAsync(connection, chains, 0);
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        for (var executed = 0; await ExecuteAsync(connection, chains, executed); executed++)
        {
            // The next statement of every chain whose last one changed a row.
        }

        await transaction.CommitAsync();
    }

    // Data, a constraint, or a lock that two groups of two instances wanted in another order. Source: PostgreSQL, appendix A, "Error Codes".
    public bool Refused(Exception fault) =>
        fault is PostgresException { SqlState: { } state } && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal));

    public async ValueTask<TRow?> FindAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) where TRow : class =>
        (await ReadAsync(statement, read, 1, stopping)) is [var row] ? row : null;

    public async ValueTask<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) =>
        await ReadAsync(statement, read, int.MaxValue, stopping);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async ValueTask<List<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, int most, CancellationToken stopping)
    {
        await using var connection = await _source.OpenConnectionAsync(stopping);
#pragma warning disable CA2100 // A statement is written in the program.
        await using var command = new NpgsqlCommand(statement.Sql, connection);
#pragma warning restore CA2100
        AddTo(command.Parameters, statement);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var rows = new List<TRow>();
        while (rows.Count < most && await reader.ReadAsync(stopping))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>False when no chain goes on.</summary>
    private static async Task<bool> ExecuteAsync(NpgsqlConnection connection, IReadOnlyList<Chain> chains, int executed)
    {
        await using var batch = new NpgsqlBatch(connection);
        var going = new List<Chain>();
        foreach (var chain in chains)
        {
            chain.Changed = executed == 0 ? 0 : chain.Changed;
            if (chain.After(executed) is not { } statement)
                continue;
            var command = new NpgsqlBatchCommand(statement.Sql);
            AddTo(command.Parameters, statement);
            batch.BatchCommands.Add(command);
            going.Add(chain);
        }

        if (going.Count == 0)
            return false;
        await batch.ExecuteNonQueryAsync();
        for (var which = 0; which < going.Count; which++)
            going[which].Changed += Math.Min(1, batch.BatchCommands[which].RecordsAffected);
        return true;
    }

    private static void AddTo(NpgsqlParameterCollection parameters, Statement statement)
    {
        foreach (var value in statement.Values)
            parameters.Add(new NpgsqlParameter { Value = value });
    }
}

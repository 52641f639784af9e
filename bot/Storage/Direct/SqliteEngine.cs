using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace VpBot.Storage.Direct;

/// <summary>SQLite: one line that writes and waits for the disk, one that writes and does not, and as many that read as there are readers at a time. What a line has prepared, it keeps.</summary>
internal sealed class SqliteEngine(string connectionString) : IEngine
{
    private static readonly Statement Begin = new("BEGIN IMMEDIATE"), Commit = new("COMMIT"), Rollback = new("ROLLBACK");

    // Source: "Result and Error Codes", sqlite.org.
    private const int Constraint = 19, TooBig = 18, Mismatch = 20;

    private readonly ConcurrentBag<Line> _readers = [];
    private Line? _lasting, _fleeting;

    public Task WriteAsync(IReadOnlyList<Chain> chains)
    {
        var line = chains.Any(chain => chain.IsLasting)
            ? _lasting ??= new(connectionString, SqliteManners.Lasting)
            : _fleeting ??= new(connectionString, SqliteManners.Fleeting);
        try
        {
            // A statement alone is a transaction of its own.
            if (chains is [{ Statements: [var only] } alone])
            {
                alone.Changed = Math.Min(1, line.Execute(only));
                return Task.CompletedTask;
            }

            line.Execute(Begin);
            foreach (var chain in chains)
            {
                chain.Changed = 0;
                for (var executed = 0; chain.After(executed) is { } statement; executed++)
                    chain.Changed += Math.Min(1, line.Execute(statement));
            }

            line.Execute(Commit);
        }
        catch
        {
            Forget(line);
            throw;
        }

        return Task.CompletedTask;
    }

    public bool Refused(Exception fault) => fault is SqliteException { SqliteErrorCode: Constraint or TooBig or Mismatch };

    public ValueTask<TRow?> FindAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) where TRow : class =>
        new(Ask(line => line.Find(statement, read)));

    public ValueTask<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) =>
        new(Ask(line => line.Read(statement, read)));

    public ValueTask DisposeAsync()
    {
        _lasting?.Dispose();
        _fleeting?.Dispose();
        while (_readers.TryTake(out var line))
            line.Dispose();
        return ValueTask.CompletedTask;
    }

    private TAnswer Ask<TAnswer>(Func<Line, TAnswer> ask)
    {
        if (!_readers.TryTake(out var line))
            line = new(connectionString, SqliteManners.Lasting);
        try
        {
            var answer = ask(line);
            _readers.Add(line);
            return answer;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>What went wrong on a line may have left it in the middle of something: it is undone, and the next group gets another line.</summary>
    private void Forget(Line line)
    {
        (_lasting, _fleeting) = (line == _lasting ? null : _lasting, line == _fleeting ? null : _fleeting);
        try
        {
            line.Execute(Rollback);
        }
        catch (SqliteException)
        {
            // Nothing was begun, or it was undone already.
        }

        line.Dispose();
    }

    /// <summary>An open connection with the statements that it has prepared.</summary>
    private sealed class Line : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<object, SqliteCommand> _prepared = new(ReferenceEqualityComparer.Instance);

        public Line(string connectionString, string manners)
        {
            // Its manners are its own: nobody else may get it from a pool.
            _connection = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
            _connection.Open();
            using var learn = _connection.CreateCommand();
#pragma warning disable CA2100 // Written in the program.
            learn.CommandText = manners;
#pragma warning restore CA2100
            learn.ExecuteNonQuery();
        }

        public int Execute(Statement statement) => Prepared(statement).ExecuteNonQuery();

        public TRow? Find<TRow>(Statement statement, Func<DbDataReader, TRow> read) where TRow : class
        {
            using var reader = Prepared(statement).ExecuteReader();
            return reader.Read() ? read(reader) : null;
        }

        public IReadOnlyList<TRow> Read<TRow>(Statement statement, Func<DbDataReader, TRow> read)
        {
            using var reader = Prepared(statement).ExecuteReader();
            var rows = new List<TRow>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }

        public void Dispose()
        {
            foreach (var command in _prepared.Values)
                command.Dispose();
            _connection.Dispose();
        }

        private SqliteCommand Prepared(Statement statement)
        {
            if (!_prepared.TryGetValue(statement.Sql, out var command))
                _prepared[statement.Sql] = command = Prepare(statement);
            for (var which = 0; which < statement.Values.Length; which++)
                command.Parameters[which].Value = statement.Values[which];
            return command;
        }

        private SqliteCommand Prepare(Statement statement)
        {
            var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A statement is written in the program.
            command.CommandText = statement.Sql;
#pragma warning restore CA2100
            for (var which = 1; which <= statement.Values.Length; which++)
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${which}") });
            return command;
        }
    }
}

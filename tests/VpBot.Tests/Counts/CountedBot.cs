using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Counts;

/// <summary>Counts what goes to the database. A gate in CI is a count: it is the same on a slow machine.</summary>
internal sealed class CommandCount : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> statements = new();

    public IReadOnlyCollection<string> Statements => statements;

    public async Task<int> DuringAsync(Func<Task> act)
    {
        statements.Clear();
        await act();
        return statements.Count;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        statements.Enqueue(command.CommandText);
        return new(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        statements.Enqueue(command.CommandText);
        return new(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        statements.Enqueue(command.CommandText);
        return new(result);
    }

    /// <summary>The bot, without what runs beside the turns.</summary>
    public Task<BotInside> StartAsync() => BotInside.StartAsync(also: services => services
        .ConfigureDbContext<Database>(options => options.AddInterceptors(this))
        .AddSingleton<IEngine>(provider => new CountedEngine(new SqliteEngine(provider.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!), statements)));

    private sealed class CountedEngine(SqliteEngine engine, ConcurrentQueue<string> statements) : IEngine
    {
        public async Task WriteAsync(IReadOnlyList<Chain> chains)
        {
            await engine.WriteAsync(chains);
            foreach (var chain in chains)
            {
                foreach (var statement in chain.Statements.Take(chain.Changed + 1))
                    statements.Enqueue(statement.Sql);
            }
        }

        public ValueTask<TRow?> FindAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping) where TRow : class
        {
            statements.Enqueue(statement.Sql);
            return engine.FindAsync(statement, read, stopping);
        }

        public ValueTask<IReadOnlyList<TRow>> ReadAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken stopping)
        {
            statements.Enqueue(statement.Sql);
            return engine.ReadAsync(statement, read, stopping);
        }

        public bool Refused(Exception fault) => engine.Refused(fault);

        public ValueTask DisposeAsync() => engine.DisposeAsync();
    }
}

using System.Globalization;
using Npgsql;

namespace VpBot.Bench.Load;

/// <summary>A database of its own on the PostgreSQL that <c>VPBOT_TEST_POSTGRES</c> names; it goes when the measurement ends.</summary>
internal sealed class ServerDatabase(NpgsqlConnectionStringBuilder named) : IAsyncDisposable
{
    public const string Variable = "VPBOT_TEST_POSTGRES";
    private static int number;

    public static bool IsNamed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    public string Connection => named.ConnectionString;

    /// <summary>Null when no server is named.</summary>
    public static ServerDatabase? Named() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? new(new(server) { Database = string.Create(CultureInfo.InvariantCulture, $"vpbot_bench_{Environment.ProcessId}_{Interlocked.Increment(ref number)}") })
        : null;

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(named.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is our own.
        command.CommandText = $"DROP DATABASE IF EXISTS \"{named.Database}\" WITH (FORCE)";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

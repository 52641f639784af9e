using System.Globalization;
using Microsoft.Data.Sqlite;

namespace VpBot.Bench.Load;

/// <summary>
/// A year of use, in the database of a bot that runs. Whatever a year leaves is there for every employer: its counts and its
/// report. Of the talks, a hundred for every advisor are not forgotten yet, which is more than the clock of forgetting leaves.
/// </summary>
internal static class History
{
    private const int TalksPerAdvisor = 100;

    /// <summary>Needs one talk that was booked: the others are made like it.</summary>
    public static async Task WriteAsync(string file, Town town)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await RunAsync(connection, "PRAGMA busy_timeout=30000");
        var now = TimeProvider.System.GetUtcNow();
        var (employers, advisors) = (town.EmployerCount, town.AdvisorCount);
        var start = $"({now.ToUnixTimeMilliseconds()} - 900000 * (1 + n / {advisors}) * 2)";
        var later = now.AddDays(30).ToUnixTimeMilliseconds();
        await CopyAsync(connection, "Appointments", TalksPerAdvisor * advisors, new()
        {
            ["Id"] = "'jaar' || n",
            ["Employer"] = $"'werkgever' || (n % {employers})",
            ["Advisor"] = $"'adviseur' || (n % {advisors})",
            ["Person"] = "hex(randomblob(16))",
            ["CodeHash"] = "randomblob(32)",
            ["StartsAt"] = start,
            ["RemindAt"] = "NULL",
            ["AnswerBy"] = "NULL",
            ["LookAgainAt"] = "NULL",
            ["ForgetAt"] = $"{later}",
        });
        await CopyAsync(connection, "TimeCells", TalksPerAdvisor * advisors, new()
        {
            ["Advisor"] = $"'adviseur' || (n % {advisors})",
            ["Cell"] = $"{start} / 900000",
            ["Appointment"] = "'jaar' || n",
            ["StartsAt"] = start,
            ["HeldUntil"] = "NULL",
        });
        await RunAsync(connection, $"{Numbers(employers)} INSERT INTO Register (Employer, Year, Sealed) SELECT 'werkgever' || n, {now.Year}, randomblob(1500) FROM numbers");
        await RunAsync(connection, $"{Numbers(employers)} INSERT INTO YearlyReports (Employer, Year, Sealed, ForgetAt) SELECT 'werkgever' || n, {now.Year - 1}, randomblob(6000), {later} FROM numbers");
        // A year does not come in one transaction: nobody reads it out of a log of hundreds of megabytes.
        await RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task CopyAsync(SqliteConnection connection, string table, int count, Dictionary<string, string> changed)
    {
        var columns = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM pragma_table_info($table)";
            command.Parameters.AddWithValue("$table", table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        }

        var values = columns.Select(column => changed.GetValueOrDefault(column, $"one.\"{column}\""));
        await RunAsync(connection, $"{Numbers(count)} INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) SELECT {string.Join(", ", values)} FROM numbers, (SELECT * FROM {table} LIMIT 1) one");
    }

    private static string Numbers(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count - 1})");

    private static async Task RunAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 300;
#pragma warning disable CA2100 // Every part of it is our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

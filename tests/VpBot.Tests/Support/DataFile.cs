using Microsoft.Data.Sqlite;

namespace VpBot.Tests.Support;

/// <summary>The bot's database as somebody finds it who took the disk: its rows, and its raw bytes with the write-ahead log.</summary>
public sealed class DataFile(string folder)
{
    private static readonly string[] Tables =
        ["Outbox", "SeenActivities", "AdvisorConversations", "Tickets", "Sessions", "Appointments", "TimeCells", "ConsultationPlaces", "Correspondence", "Nudges", "Register", "YearlyReports", "LeavingEmployers"];

    public long Rows(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "vpbot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>How much is stored of everything, as one line to compare.</summary>
    public string Count() => string.Join(' ', Tables.Select(table => $"{table}={Rows(table)}"));

    public IEnumerable<(string Name, byte[] Bytes)> Files() =>
        Directory.EnumerateFiles(folder, "vpbot.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(file), Read(file)));

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}

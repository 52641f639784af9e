using Microsoft.Data.Sqlite;

namespace VpBot.Storage;

public sealed class StorageSettings
{
    /// <summary>
    /// "Data Source=vpbot.db" is an SQLite file for one instance; "Host=…;Database=…" is PostgreSQL, for more than one.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>A file of SQLite that is made at this start. Whether a server has the database is not known before it is asked.</summary>
    internal bool IsNewFile => !IsPostgreSql && !File.Exists(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    public bool IsPostgreSql => ConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

namespace VpBot.Storage;

public sealed class StorageSettings
{
    /// <summary>
    /// "Data Source=vpbot.db" is an SQLite file for one instance; "Host=…;Database=…" is PostgreSQL, for more than one.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    public bool IsPostgreSql => ConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

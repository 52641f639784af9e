using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace VpBot.Storage;

public static class UniqueRows
{
    /// <summary>True when a row with this key was there already: somebody was first.</summary>
    public static bool WasTaken(this DbUpdateException fault) => fault.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == 19,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}

using System.Text;
using Microsoft.EntityFrameworkCore;

namespace VpBot.Tests.Support;

/// <summary>Everything that a database holds, as who took it away would read it: the files, or a dump and the files under the tables.</summary>
internal static class DatabaseBytes
{
    /// <summary>The SQLite file with its write-ahead log and free pages, or a dump of PostgreSQL.</summary>
    public static Task<byte[]> OfAsync(TestDatabase data, Engine engine) => engine == Engine.Sqlite ? FilesAsync(data.Folder) : DumpAsync(data.Connection);

    /// <summary>The pages of every table of PostgreSQL, with their free space.</summary>
    public static async Task<byte[]> PagesAsync(TestDatabase data)
    {
        await using var db = data.Open();
        await db.Database.ExecuteSqlRawAsync("CHECKPOINT");
        var pages = await db.Database.SqlQueryRaw<byte[]>(
            """
            SELECT pg_read_binary_file(pg_relation_filepath(oid::regclass)) AS "Value" FROM pg_class
            WHERE relkind IN ('r', 'i', 't') AND (relnamespace = 'public'::regnamespace OR oid IN
              (SELECT reltoastrelid FROM pg_class WHERE relnamespace = 'public'::regnamespace))
            """).ToListAsync();
        return [.. pages.SelectMany(page => page)];
    }

    public static bool Holds(byte[] all, byte[] piece) =>
        all.AsSpan().IndexOf(piece) >= 0
        || all.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(piece))) >= 0;

    private static async Task<byte[]> FilesAsync(string folder)
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(folder, "vpbot.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await stream.CopyToAsync(all);
        }

        return all.ToArray();
    }

    private static Task<byte[]> DumpAsync(string connection) => PostgreSqlTool.RunAsync("pg_dump", connection);
}

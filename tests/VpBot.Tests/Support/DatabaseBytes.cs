using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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

    private static async Task<byte[]> DumpAsync(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(PgDump(), ["-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, "-d", server.Database!])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (server.Password is { } password)
            start.Environment["PGPASSWORD"] = password;
        using var dump = Process.Start(start)!;
        using var all = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(all);
        await dump.WaitForExitAsync();
        Assert.Equal(0, dump.ExitCode);
        return all.ToArray();
    }

    private static string PgDump()
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        var installed = root.Exists ? root.GetDirectories().Select(version => Path.Combine(version.FullName, "bin", "pg_dump")) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "pg_dump"));
        var found = installed.OrderDescending().Concat(onPath).FirstOrDefault(File.Exists);
        Assert.True(found is not null, "pg_dump is not installed, and without it nothing is proven about PostgreSQL. Install the package postgresql-client.");
        return found!;
    }
}

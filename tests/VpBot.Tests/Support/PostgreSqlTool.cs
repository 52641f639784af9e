using System.Diagnostics;
using Npgsql;

namespace VpBot.Tests.Support;

/// <summary>The tools with which an operator makes a backup of PostgreSQL and puts it back.</summary>
internal static class PostgreSqlTool
{
    /// <summary>Runs it on one database and returns what it wrote.</summary>
    public static async Task<byte[]> RunAsync(string tool, string connection, params string[] more)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Find(tool), ["-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, "-d", server.Database!, .. more])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (server.Password is { } password)
            start.Environment["PGPASSWORD"] = password;
        using var run = Process.Start(start)!;
        using var all = new MemoryStream();
        await run.StandardOutput.BaseStream.CopyToAsync(all);
        await run.WaitForExitAsync();
        Assert.Equal(0, run.ExitCode);
        return all.ToArray();
    }

    private static string Find(string tool)
    {
        var root = new DirectoryInfo("/usr/lib/postgresql");
        var installed = root.Exists ? root.GetDirectories().Select(version => Path.Combine(version.FullName, "bin", tool)) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool));
        var found = installed.OrderDescending().Concat(onPath).FirstOrDefault(File.Exists);
        Assert.True(found is not null, $"{tool} is not installed, and without it nothing is proven about PostgreSQL. Install the package postgresql-client.");
        return found!;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>A PostgreSQL server of this test alone, which can be killed and started again.</summary>
internal sealed class OwnPostgreSql : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-server-").FullName;
    private readonly string tools;
    private readonly int port = FreePort();

    private OwnPostgreSql(string tools) => this.tools = tools;

    public string Connection => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=20");

    private string Data => Path.Combine(folder, "db");

    /// <summary>Skips the test where tests on PostgreSQL are not asked for, or its tools are missing.</summary>
    public static async Task<OwnPostgreSql> StartAsync()
    {
        var found = Tools();
        Assert.SkipUnless(Environment.GetEnvironmentVariable("VPBOT_TEST_POSTGRES") is { Length: > 0 } && found is not null, "VPBOT_TEST_POSTGRES names no server, or its tools are missing.");
        var server = new OwnPostgreSql(found!);
        if (IsRoot)
            await RunAsync("chown", ["postgres", server.folder]);
        await server.ServerToolAsync("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        await server.ControlAsync("start");
        return server;
    }

    public Database Open()
    {
        var options = new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<Database>();
        StorageSetup.Use(options, new StorageSettings { ConnectionString = Connection + ";Pooling=false" });
        return new Database(options.Options);
    }

    /// <summary>It dies without a word, and reads its log when it comes back.</summary>
    public async Task CrashAndStartAsync()
    {
        await StopAsync();
        await ControlAsync("start");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private Task StopAsync() => ServerToolAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    private Task ControlAsync(string verb) => ServerToolAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}", verb);

    /// <summary>The server does not run as root.</summary>
    private Task ServerToolAsync(string tool, params string[] arguments) => IsRoot
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(tools, tool), .. arguments])
        : RunAsync(Path.Combine(tools, tool), arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        // The server inherits what is open: nothing of it is redirected, or its end would never be read.
        using var run = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {run.ExitCode}.");
    }

    private static string? Tools() => !Directory.Exists("/usr/lib/postgresql")
        ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private static int FreePort()
    {
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        return ((IPEndPoint)door.LocalEndpoint).Port;
    }
}

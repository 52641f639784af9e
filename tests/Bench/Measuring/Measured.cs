using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace VpBot.Bench.Measuring;

/// <summary>Where a measured process runs.</summary>
public enum Cores
{
    /// <summary>On the first core from its start on.</summary>
    First,

    /// <summary>On the first core as soon as it answers: several of them start beside each other. It counts one core all the same.</summary>
    FirstOnceStarted,

    Every,
}

/// <summary>A process that is measured, compiled fully at once, with the probe inside.</summary>
public sealed class Measured : IAsyncDisposable
{
    private readonly Process process;
    private readonly Probe probe;

    private Measured(Process process, Uri address, string folder, Probe probe, TimeSpan started) =>
        (this.process, Address, Folder, this.probe, Started) = (process, address, folder, probe, started);

    public Uri Address { get; }

    public string Folder { get; }

    /// <summary>From the start of the process until it answered.</summary>
    public TimeSpan Started { get; }

    /// <summary>Takes it instead of ending it, when whoever used it disposes of it: others may use it after them.</summary>
    public Action<Measured>? GiveBack { get; set; }

    /// <summary>What it stands on, and goes after it.</summary>
    public IAsyncDisposable? Ground { get; init; }

    public bool HasEnded => process.HasExited;

    /// <summary>Files and lines that are open now.</summary>
    public int OpenFiles => Directory.GetFiles($"/proc/{process.Id}/fd").Length;

    public Used Used() => probe.Ask();

    /// <summary>After a collection: what is held on to.</summary>
    public Used Held() => probe.Ask(collect: true);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="more">Gets the address and the folder of the process.</param>
    /// <param name="runtime">What runs the program; one that has no startup hooks must answer the probe itself.</param>
    /// <param name="ready">The page that answers 200 as soon as it can be used.</param>
    public static async Task<Measured> StartAsync(
        string program, IReadOnlyList<string> arguments, Func<Uri, string, IEnumerable<KeyValuePair<string, string>>> more, string ready, Cores cores = Cores.First, bool tiered = false, string runtime = "dotnet", IAsyncDisposable? ground = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var folder = Directory.CreateTempSubdirectory("vpbot-bench-").FullName;
        var socket = Path.Combine(folder, "probe");
        var start = new ProcessStartInfo("taskset", ["-c", cores == Cores.First ? "0" : "0-63", runtime, program, .. arguments, "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is "PATH" or "HOME" or "LANG" || variable.Key is string name && name.StartsWith("DOTNET_", StringComparison.Ordinal))
                start.Environment[(string)variable.Key] = (string?)variable.Value;
        }

        foreach (var (setting, value) in more(address, folder))
            start.Environment[setting] = value;
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.SocketVariable] = socket;
        start.Environment["DOTNET_TieredCompilation"] = tiered ? "1" : "0";
        if (cores == Cores.FirstOnceStarted)
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        var output = new List<string>();
        var since = Stopwatch.GetTimestamp();
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, line) => Keep(output, line.Data);
        started.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        try
        {
            await ReadyAsync(started, new Uri(address, ready));
        }
        catch (InvalidOperationException fault)
        {
            if (!started.HasExited)
                started.Kill();
            Directory.Delete(folder, recursive: true);
            throw new InvalidOperationException($"{program} did not start:\n{string.Join('\n', output)}", fault);
        }

        if (cores == Cores.FirstOnceStarted)
        {
            using var pin = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", "0", started.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            await pin.WaitForExitAsync();
        }

        return new(started, address, folder, new Probe(socket), Stopwatch.GetElapsedTime(since)) { Ground = ground };
    }

    public async ValueTask DisposeAsync()
    {
        if (GiveBack is { } giveBack)
        {
            giveBack(this);
            return;
        }

        probe.Dispose();
        if (!process.HasExited)
        {
            // What is started is taskset, which becomes the program itself: one process.
            using var signal = Process.Start("/bin/kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            if (!process.WaitForExit(15_000))
                process.Kill();
        }

        process.Dispose();
        Directory.Delete(Folder, recursive: true);
        if (Ground is { } ground)
            await ground.DisposeAsync();
    }

    private static async Task ReadyAsync(Process process, Uri page)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(5))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException();
            try
            {
                using var answer = await http.GetAsync(page);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private static void Keep(List<string> output, string? line)
    {
        lock (output)
        {
            if (line is not null && output.Count < 200)
                output.Add(line);
        }
    }
}

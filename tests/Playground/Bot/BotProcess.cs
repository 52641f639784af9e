using System.Diagnostics;
using System.Globalization;

namespace VpBot.Playground;

/// <summary>The bot as its own process, with its data in a fresh temporary folder that outlives restarts.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly string program;
    private readonly Func<BotProcess, IReadOnlyDictionary<string, string>> environment;
    private readonly TimeSpan budget;
    private readonly TimeProvider time;
    private readonly HttpClient health = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly string data = Directory.CreateTempSubdirectory("vpbot-playground-").FullName;
    private Process? process;
    private Lifeline? lifeline;

    internal BotProcess(string program, Func<BotProcess, IReadOnlyDictionary<string, string>> environment, TimeSpan budget, TimeProvider time)
    {
        (this.program, this.environment, this.budget, this.time) = (program, environment, budget, time);
        AppDomain.CurrentDomain.ProcessExit += KillNow;
    }

    /// <summary>The same over restarts, as a domain name is.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{LoopbackPort.Free()}");

    /// <summary>Working directory and database of the bot.</summary>
    public string DataFolder => data;

    public BotOutput Output { get; } = new();

    public bool IsRunning => process is { HasExited: false };

    public int? ProcessId => IsRunning ? process?.Id : null;

    /// <summary>Returns when <c>/health/ready</c> answers 200.</summary>
    /// <exception cref="BotDidNotStartException">It ended, or was not ready in time.</exception>
    public async Task StartAsync()
    {
        if (IsRunning) return;
        if (!File.Exists(program)) throw BotDidNotStartException.Because($"there is no {program}. Build it: dotnet build bot.", Output);
        Directory.CreateDirectory(data);
        process = Process.Start(StartInfo()) ?? throw BotDidNotStartException.Because("the system started no process.", Output);
        lifeline = new(process);
        process.OutputDataReceived += (_, line) => Output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => Output.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ReadyAsync();
        }
        catch (BotDidNotStartException)
        {
            await KillAsync();
            throw;
        }
    }

    /// <summary>SIGKILL: the bot can say and save nothing any more.</summary>
    public async Task KillAsync()
    {
        KillNow(this, EventArgs.Empty);
        await GoneAsync();
    }

    /// <summary>SIGTERM, as a host does before it takes an instance away; SIGKILL when that takes longer than ten seconds.</summary>
    public async Task StopAsync()
    {
        if (IsRunning && !OperatingSystem.IsWindows())
        {
            using var signal = Process.Start("/bin/kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10), time);
            await process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        await KillAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public void DeleteData()
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= KillNow;
        await StopAsync();
        health.Dispose();
        DeleteData();
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.GetLeftPart(UriPartial.Authority)])
        {
            UseShellExecute = false,
            WorkingDirectory = data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        BotEnvironment.RemoveInherited(start.Environment);
        foreach (var (name, value) in environment(this)) start.Environment[name] = value;
        return start;
    }

    private async Task ReadyAsync()
    {
        var start = time.GetTimestamp();
        var last = "it never answered";
        while (time.GetElapsedTime(start) < budget)
        {
            if (!IsRunning)
            {
                await process!.WaitForExitAsync();
                throw BotDidNotStartException.Because($"it ended with code {process.ExitCode}.", Output);
            }
            try
            {
                using var answer = await health.GetAsync(new Uri(Address, "/health/ready"));
                if (answer.IsSuccessStatusCode) return;
                last = $"it answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}";
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                last = fault is TaskCanceledException ? "it answered too slowly" : "it did not listen";
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        }
        throw BotDidNotStartException.Because($"/health/ready did not say 200 within {budget.TotalSeconds:0} seconds; {last}.", Output);
    }

    private void KillNow(object? sender, EventArgs e)
    {
        try
        {
            process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    private async Task GoneAsync()
    {
        if (process is null) return;
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        lifeline?.Dispose();
        lifeline = null;
    }
}

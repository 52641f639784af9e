using System.Diagnostics;
using System.Globalization;

namespace VpBot.Playground;

/// <summary>The bot as its own process, with its data in a fresh temporary folder that outlives restarts.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly string program;
    private readonly Func<BotProcess, IReadOnlyDictionary<string, string>> environment;
    private readonly TimeProvider time;
    private readonly Readiness readiness;
    private readonly string data = Directory.CreateTempSubdirectory("vpbot-playground-").FullName;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Process? process;
    private volatile bool ending;
    private Lifeline? lifeline;

    internal BotProcess(string program, Func<BotProcess, IReadOnlyDictionary<string, string>> environment, TimeSpan budget, TimeProvider time)
    {
        (this.program, this.environment, this.time) = (program, environment, time);
        readiness = new(budget, time);
        AppDomain.CurrentDomain.ProcessExit += KillNow;
    }

    /// <summary>The same over restarts, as a domain name is.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{LoopbackPort.Free()}");

    /// <summary>Working directory and database of the bot.</summary>
    public string DataFolder => data;

    public BotOutput Output { get; } = new();

    /// <summary>False from the moment that an end is asked for.</summary>
    public bool IsRunning => !ending && process is { HasExited: false };

    public int? ProcessId => IsRunning ? process?.Id : null;

    /// <summary>Returns when <c>/health/ready</c> answers 200; does nothing while the bot runs.</summary>
    /// <exception cref="BotDidNotStartException">It ended, or was not ready in time.</exception>
    public Task StartAsync() => InTurnAsync(async () =>
    {
        if (IsRunning) return;
        await EndAsync();
        if (!File.Exists(program)) throw BotDidNotStartException.Because($"there is no {program}. Build it: dotnet build bot.", Output);
        Directory.CreateDirectory(data);
        Launch();
        try
        {
            if (await readiness.WhyNotAsync(Address, process!) is { } why) throw BotDidNotStartException.Because(why, Output);
        }
        catch (BotDidNotStartException)
        {
            await EndAsync();
            throw;
        }
    });

    /// <summary>SIGKILL: the bot can say and save nothing any more.</summary>
    public Task KillAsync() => InTurnAsync(EndAsync);

    /// <summary>SIGTERM, as a host does before it takes an instance away; SIGKILL when that takes longer than ten seconds.</summary>
    public Task StopAsync() => InTurnAsync(async () =>
    {
        if (IsRunning && !OperatingSystem.IsWindows()) await AskToEndAsync(process!);
        await EndAsync();
    });

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
        readiness.Dispose();
        turn.Dispose();
        DeleteData();
    }

    private async Task InTurnAsync(Func<Task> act)
    {
        await turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            turn.Release();
        }
    }

    private void Launch()
    {
        var started = Process.Start(StartInfo()) ?? throw BotDidNotStartException.Because("the system started no process.", Output);
        lifeline = new(started);
        started.OutputDataReceived += (_, line) => Output.Add(line.Data);
        started.ErrorDataReceived += (_, line) => Output.Add(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        (process, ending) = (started, false);
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

    private async Task AskToEndAsync(Process bot)
    {
        using var signal = Process.Start("/bin/kill", ["-TERM", bot.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        try
        {
            await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10), time);
        }
        catch (TimeoutException)
        {
            Output.Add("(The bot did not end on SIGTERM within ten seconds; it is killed.)");
        }
    }

    private async Task EndAsync()
    {
        KillNow(this, EventArgs.Empty);
        if (process is not { } ended) return;
        await ended.WaitForExitAsync();
        ended.Dispose();
        process = null;
        lifeline?.Dispose();
    }

    private void KillNow(object? sender, EventArgs e)
    {
        ending = true;
        try
        {
            process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }
}

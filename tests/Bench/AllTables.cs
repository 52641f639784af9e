using System.Diagnostics;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>Every table after the other.</summary>
internal static class AllTables
{
    public static readonly string[] Names = ["turns", "intake", "peer", "search", "burst", "size", "growth", "hostile", "fuzz"];

    /// <summary>Each in a process of its own, so that none warms up another. Gives how many failed.</summary>
    public static Task<int> RunInProcessesAsync(TextWriter output, string[] args) => RunAsync(output, async name =>
    {
        using var table = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [name, .. args]) { UseShellExecute = false })!;
        await table.WaitForExitAsync();
        return table.ExitCode;
    });

    /// <summary>Gives how many failed.</summary>
    public static async Task<int> RunAsync(TextWriter output, Func<string, Task<int>> run)
    {
        var (failed, start) = (0, Stopwatch.GetTimestamp());
        foreach (var name in Names)
        {
            await output.WriteLineAsync($"## {name}\n");
            await output.FlushAsync();
            var since = Stopwatch.GetTimestamp();
            var code = await run(name);
            failed += code == 0 ? 0 : 1;
            await output.WriteLineAsync($"\n`{name}` took {Figures.Show(Stopwatch.GetElapsedTime(since).TotalSeconds)} s{(code == 0 ? "" : $" and ended with {code}")}.\n");
        }

        await output.WriteLineAsync($"All of it took {Figures.Show(Stopwatch.GetElapsedTime(start).TotalSeconds)} s.");
        return failed;
    }
}

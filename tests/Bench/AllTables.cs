using System.Diagnostics;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>Every table after the other, each in a process of its own, so that none warms up another.</summary>
internal static class AllTables
{
    public static readonly string[] Names = ["turns", "intake", "peer", "search", "burst", "size", "growth", "hostile", "fuzz"];

    /// <summary>How many tables failed.</summary>
    public static async Task<int> RunAsync(TextWriter output, string[] args)
    {
        var (failed, start) = (0, Stopwatch.GetTimestamp());
        foreach (var name in Names)
        {
            await output.WriteLineAsync($"## {name}\n");
            await output.FlushAsync();
            var since = Stopwatch.GetTimestamp();
            using var table = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [name, .. args]) { UseShellExecute = false })!;
            await table.WaitForExitAsync();
            failed += table.ExitCode == 0 ? 0 : 1;
            await output.WriteLineAsync($"\n`{name}` took {Figures.Show(Stopwatch.GetElapsedTime(since).TotalSeconds)} s{(table.ExitCode == 0 ? "" : $" and ended with {table.ExitCode}")}.\n");
        }

        await output.WriteLineAsync($"All of it took {Figures.Show(Stopwatch.GetElapsedTime(start).TotalSeconds)} s.");
        return failed;
    }
}

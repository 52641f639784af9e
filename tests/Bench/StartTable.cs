using System.Diagnostics;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench;

/// <summary>How soon the program serves somebody after it started, with an empty database and with one that was there.</summary>
internal static class StartTable
{
    public static async Task RunAsync(TextWriter output, Street street, bool quick)
    {
        await output.WriteLineAsync("\n| program | first start to first turn, ms | later start, ms | goal, ms | processor of a later start, ms |\n|---|--:|--:|--:|--:|");
        if (quick)
        {
            await output.WriteLineAsync(await StartsAsync(street, "as built", Repository.BotProgram, 1));
            return;
        }

        foreach (var (name, arguments) in new (string, string[])[] { ("published", []), ("published for this machine, compiled ahead", ["-r", "linux-x64", "--self-contained", "false"]) })
            await output.WriteLineAsync(await PublishedAsync(street, name, arguments));
    }

    /// <summary>Programs that were built already, in turns, so that a busy machine hits all of them.</summary>
    public static async Task RunAsync(TextWriter output, string[] programs, int rounds)
    {
        await using var street = await Street.OpenAsync(1, 1);
        await using var memory = new MemoryFolder();
        var starts = programs.Select(_ => new List<(double Milliseconds, double Processor)>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var which = 0; which < programs.Length; which++)
            {
                var start = await StartAsync(street, programs[which], memory.File);
                if (round >= 0)
                    starts[which].Add(start);
            }
        }

        await output.WriteLineAsync("| program | later start, ms | goal, ms | processor, ms | : the first |\n|---|--:|--:|--:|--:|");
        for (var which = 0; which < programs.Length; which++)
            await output.WriteLineAsync($"| {programs[which]} | {Figures.Of(starts[which], start => start.Milliseconds)} | 1,000 | {Figures.Of(starts[which], start => start.Processor)} | {Figures.Of(starts[which].Zip(starts[0]), pair => pair.First.Processor / pair.Second.Processor)} |");
    }

    private static async Task<string> PublishedAsync(Street street, string name, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-bench-publish-").FullName;
        var program = Path.Combine(folder, "out");
        try
        {
            // It takes every core, and leaves the lock files and the built bot as they are.
            using var publish = Process.Start(new ProcessStartInfo("taskset",
            [
                "-c", "0-63", "dotnet", "publish", Path.Combine(Repository.Root, "bot"), "-c", "Release", "-o", program, "--artifacts-path", Path.Combine(folder, "built"), "-p:RestoreLockedMode=true", .. arguments,
            ])
            { RedirectStandardOutput = true, UseShellExecute = false })!;
            var said = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            return publish.ExitCode == 0
                ? await StartsAsync(street, name, Path.Combine(program, "VpBot.dll"), 7)
                : $"| {name}: `dotnet publish` ended with {publish.ExitCode}. {said.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal))} | | | | |";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> StartsAsync(Street street, string name, string program, int times)
    {
        await using var memory = new MemoryFolder();
        var (first, later, processor) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < times; round++)
        {
            // The first makes the database that the later ones know.
            first.Add((await StartAsync(street, program, round == 0 ? memory.File : null)).Milliseconds);
            var again = await StartAsync(street, program, memory.File);
            later.Add(again.Milliseconds);
            processor.Add(again.Processor);
        }

        return $"| {name} | {new Figures(first)} | {new Figures(later)} | 1,000 | {new Figures(processor)} |";
    }

    private static async Task<(double Milliseconds, double Processor)> StartAsync(Street street, string program, string? file)
    {
        await using var bot = await street.WideBotAsync(program, tiered: true, file);
        using var driver = new Driver(street, bot.Address);
        var since = Stopwatch.GetTimestamp();
        await driver.FetchAsync(1);
        return ((bot.Started + Stopwatch.GetElapsedTime(since)).TotalMilliseconds, bot.Used().Cpu / 1000);
    }
}

using System.Diagnostics;
using System.Globalization;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench;

/// <summary>What open rooms take of memory and disk, and how soon the program serves somebody after it started.</summary>
internal static class SizeTable
{
    public static async Task RunAsync(TextWriter output, int[] sessions)
    {
        await using var street = await Street.OpenAsync(1, 1);
        await using (var bot = await street.BotAsync())
        {
            using var http = new HttpClient { BaseAddress = bot.Address };
            await output.WriteLineAsync("| open rooms | objects alive, MB | memory, MB | database, MB |\n|--:|--:|--:|--:|");
            var open = 0;
            await OpenAsync(http, -50, 0);
            foreach (var many in sessions)
            {
                await OpenAsync(http, open, many);
                open = many;
                var held = bot.Held();
                var file = Directory.GetFiles(bot.Folder, "vpbot.db*").Sum(name => new FileInfo(name).Length);
                await output.WriteLineAsync($"| {many} | {Figures.Show(held.Alive / 1048576)} | {Figures.Show(held.Memory / 1048576)} | {Figures.Show(file / 1048576.0)} |");
            }
        }

        await output.WriteLineAsync($"\n| start of the published program | ms |\n|---|--:|\n| from the start to the first answered turn | {await StartsAsync(street)} |");
    }

    /// <summary>Each from another address, as phones do.</summary>
    private static Task OpenAsync(HttpClient http, int from, int until) => Driver.EachAsync(until - from, async which =>
    {
        var door = from + which + 10_000;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/room")
        {
            Content = new FormUrlEncodedContent([new("act", "begin"), new("employer", Town.EmployerKey(0)), new("tongue", "nl")]),
        };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{door >> 16}.{(door >> 8) & 255}.{door & 255}"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    });

    private static async Task<Figures> StartsAsync(Street street)
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-bench-publish-").FullName;
        try
        {
            using (var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "bot"), "-c", "Release", "--no-build", "-o", folder]) { RedirectStandardOutput = true, UseShellExecute = false })!)
                await publish.WaitForExitAsync();
            var rounds = new List<double>();
            for (var round = 0; round < 5; round++)
            {
                await using var bot = await street.BotAsync(everyCore: true, program: Path.Combine(folder, "VpBot.dll"), tiered: true);
                using var driver = new Driver(street, bot.Address);
                var since = Stopwatch.GetTimestamp();
                await driver.FetchAsync(round);
                rounds.Add((bot.Started + Stopwatch.GetElapsedTime(since)).TotalMilliseconds);
            }

            return new(rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Tests.Support;

namespace VpBot.Bench;

/// <summary>HR announces the bot in a meeting: everyone presses the button within a minute, and many go on to a talk.</summary>
internal static class Burst
{
    private const int Advisors = 2;

    public static async Task RunAsync(TextWriter output, Streets streets, int people)
    {
        var goOn = people / 5;
        // A street that is shared has more talks than there are people.
        await using var street = streets.AreShared
            ? await streets.OpenAsync(1, Advisors)
            : await Street.OpenAsync(1, Advisors, Advisors, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3));
        await using var bot = streets.AreShared ? await street.BotAsync() : await street.WideBotAsync();
        using var driver = new Driver(street, bot.Address);
        await driver.AdvisorsComeAsync(Advisors);
        var before = bot.Used();
        await driver.FetchesAsync(200);

        var (took, faults, doors) = (new ConcurrentBag<double>(), new ConcurrentDictionary<string, int>(), new ConcurrentBag<Uri>());
        var window = TimeSpan.FromSeconds(60.0 * people / 10_000);
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, people).Select(async person =>
        {
            await Task.Delay(window * ((double)person / people));
            var pressed = Stopwatch.GetTimestamp();
            try
            {
                doors.Add(await driver.FetchAsync(person));
                took.Add(Stopwatch.GetElapsedTime(pressed).TotalMilliseconds);
            }
            catch (Exception fault)
            {
                faults.AddOrUpdate(fault.Message, 1, (_, before) => before + 1);
            }
        }));
        var ordered = took.Order().ToArray();
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await output.WriteLineAsync($"| {people} doors in {window.TotalSeconds:F0} s | |\n|---|--:|");
        await output.WriteLineAsync($"| opened | {doors.Select(door => door.Fragment).Distinct().Count()} |\n| lost or refused | {faults.Values.Sum()} |\n| took, s | {Figures.Show(seconds)} |");
        await output.WriteLineAsync($"| half within, ms | {Figures.Show(ordered[ordered.Length / 2])} |\n| p99, ms | {Figures.Show(ordered[ordered.Length * 99 / 100])} |\n| slowest, ms | {Figures.Show(ordered[^1])} |");
        foreach (var (fault, times) in faults)
            await output.WriteLineAsync($"| {fault} | {times} |");

        var (sold, told, other) = (0, 0, 0);
        since = Stopwatch.GetTimestamp();
        await Driver.EachAsync(goOn, async which =>
        {
            using var visitor = new RoomVisitor(bot.Address);
            await visitor.EnterAsync(await driver.FetchAsync(which));
            switch (await ToTheEndAsync(visitor, street.Town.AdvisorsOf(which % street.Town.EmployerCount, Advisors)[which % Advisors], which))
            {
                case true:
                    Interlocked.Increment(ref sold);
                    break;
                case false:
                    Interlocked.Increment(ref told);
                    break;
                default:
                    Interlocked.Increment(ref other);
                    break;
            }
        }, 48);
        await output.WriteLineAsync($"\n| {goOn} go on{(streets.AreShared ? "" : ", for 200 talks")} | |\n|---|--:|\n| sold | {sold} |\n| told that nothing is free | {told} |\n| anything else | {other} |\n| took, s | {Figures.Show(Stopwatch.GetElapsedTime(since).TotalSeconds)} |");
        await output.WriteLineAsync($"| processor of the bot, s | {Figures.Show((bot.Used() - before).Cpu / 1e6)} |\n| memory of the bot, MB | {Figures.Show(bot.Used().Memory / 1048576)} |");
    }

    /// <summary>True with a return code, false when the room said that nothing is free, null otherwise.</summary>
    private static async Task<bool?> ToTheEndAsync(RoomVisitor visitor, string advisor, int which)
    {
        for (var turns = 0; turns < 400 && visitor.Page.Hidden.ContainsKey("step"); turns++)
        {
            if (visitor.Page.Step == "NoteCode")
                return visitor.Page.Code is not null;
            if (visitor.Page.Step == "When" && visitor.Page.Values.Contains("other"))
                return false;
            await visitor.GoOnceAsync(advisor, time: visitor.Page.Step == "When" ? (which + turns) * 7919 % visitor.Page.Values.Count : 0);
        }

        return null;
    }
}

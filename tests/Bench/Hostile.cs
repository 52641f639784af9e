using System.Collections.Concurrent;
using System.Diagnostics;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>How long ordinary turns wait, in turns without and with an attack on the same process.</summary>
internal static class Hostile
{
    private const int PerSecond = 25;

    public static async Task RunAsync(TextWriter output, Streets streets, bool quick)
    {
        var (rounds, seconds) = quick ? (1, 2) : (5, 20);
        await using var street = await streets.OpenAsync(20, 6);
        await using var bot = await street.BotAsync();
        using var driver = new Driver(street, bot.Address);
        await driver.AdvisorsComeAsync(6);
        await driver.LinesAsync(200);
        var seats = await driver.SeatsAsync();
        await driver.TurnsAsync(seats, 160);
        var (held, open) = (bot.Held(), bot.OpenFiles);
        var seen = new List<(Waits Calm, Waits Attacked)>();
        var done = new Attack.Done();
        for (var round = 0; round < rounds; round++)
        {
            var calm = await MeasureAsync(street, driver, seats, seconds);
            await using var attack = await Attack.StartAsync(bot.Address, done);
            seen.Add((calm, await MeasureAsync(street, driver, seats, seconds)));
        }

        await output.WriteLineAsync("| p99, ms | calm | attacked | attacked : calm |\n|---|--:|--:|--:|");
        foreach (var (what, p99) in new (string, Func<Waits, double>)[] { ("a chat line", waits => waits.Line), ("a turn in the room", waits => waits.Turn) })
            await output.WriteLineAsync($"| {what} | {Figures.Of(seen, round => p99(round.Calm))} | {Figures.Of(seen, round => p99(round.Attacked))} | {Figures.Of(seen, round => p99(round.Attacked) / p99(round.Calm))} |");
        await output.WriteLineAsync($"\n{rounds} rounds of {seconds} s, {PerSecond} chat lines and {PerSecond} turns a second. {done}");
        var grown = bot.Held() - held;
        await output.WriteLineAsync($"Afterwards: {Figures.Show(grown.Alive / 1048576)} MB of objects more than the {Figures.Show(held.Alive / 1048576)} before, {bot.OpenFiles} open files after {open}.");
    }

    private static async Task<Waits> MeasureAsync(Street street, Driver driver, IReadOnlyList<KeyValuePair<string, string>[]>[] seats, int seconds)
    {
        ConcurrentBag<double> lines = [], turns = [];
        var before = street.Sink.Received;
        var ending = Stopwatch.StartNew();
        var asked = new List<Task>();
        for (var turn = 0; ending.Elapsed.TotalSeconds < seconds; turn++)
        {
            asked.Add(TimedAsync(lines, driver.NextLineAsync));
            // The answer and the way back, by each of the people in turn.
            var (seat, now) = (seats[turn % seats.Length], turn / seats.Length);
            asked.Add(TimedAsync(turns, () => driver.TurnAsync(seat[now % seat.Count])));
            var wait = TimeSpan.FromSeconds((turn + 1.0) / PerSecond) - ending.Elapsed;
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
        }

        await Task.WhenAll(asked);
        await street.Sink.UntilAsync(before + lines.Count);
        return new(P99(lines), P99(turns));
    }

    private static async Task TimedAsync(ConcurrentBag<double> waits, Func<Task> act)
    {
        var since = Stopwatch.GetTimestamp();
        await act();
        waits.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    private static double P99(ConcurrentBag<double> waits) => waits.Order().ElementAt((int)(waits.Count * 0.99));

    private sealed record Waits(double Line, double Turn);
}

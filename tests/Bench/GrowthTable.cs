using System.Globalization;
using System.Text;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench;

/// <summary>Whether a turn costs more when more employers and advisors are served.</summary>
internal static class GrowthTable
{
    public static async Task RunAsync(TextWriter output, bool quick)
    {
        var turns = quick ? 160 : 600;
        var lines = new Dictionary<string, List<(string At, double Cpu)>>();
        await using var street = await Street.OpenAsync(1, 10);
        await output.WriteLineAsync("| employers | advisors | `task/fetch`, µs | room turn, µs | booking, µs per turn | memory, MB |\n|--:|--:|--:|--:|--:|--:|");
        foreach (var (employers, advisors) in quick ? [(1, 10), (100, 10)] : new[] { (1, 10), (100, 10), (10_000, 10), (10_000, 1_000) })
        {
            street.MoveTo(employers, advisors);
            await using var bot = await street.BotAsync();
            using var driver = new Driver(street, bot.Address);
            var seats = await driver.SeatsAsync();
            await driver.FetchesAsync(turns);
            await driver.TurnsAsync(seats, turns);
            await driver.BookingsAsync(5, 1_000_000);
            var fetch = await RoundsAsync(bot, () => driver.FetchesAsync(turns), turns);
            var room = await RoundsAsync(bot, () => driver.TurnsAsync(seats, turns), turns);
            var before = bot.Used();
            var taken = await driver.BookingsAsync(20, 2_000_000);
            var booking = (bot.Used() - before).Per(taken);
            await output.WriteLineAsync($"| {employers} | {advisors} | {fetch} | {room} | {Figures.Show(booking.Cpu)} | {Figures.Show(bot.Held().Memory / 1048576)} |");
            foreach (var (name, cpu) in new[] { ("task/fetch", fetch.Median), ("a turn in the room", room.Median), ("a turn of a booking", booking.Cpu) })
            {
                if (!lines.TryGetValue(name, out var points))
                    lines[name] = points = [];
                points.Add((string.Create(CultureInfo.InvariantCulture, $"{employers} / {advisors}"), cpu));
            }
        }

        if (!quick)
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "growth.svg"), Plot(lines));
    }

    private static async Task<Figures> RoundsAsync(Measured bot, Func<Task> act, int turns)
    {
        var rounds = new List<double>();
        for (var round = 0; round < 5; round++)
            rounds.Add((await TurnTable.MeasureAsync(bot, act, turns)).Cpu);
        return new(rounds);
    }

    private static string Plot(Dictionary<string, List<(string At, double Cpu)>> lines)
    {
        var most = lines.Values.SelectMany(line => line).Max(point => point.Cpu);
        var svg = new StringBuilder("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320" font-family="sans-serif" font-size="12"><rect width="640" height="320" fill="white"/>""");
        svg.Append("""<text x="20" y="20">Microseconds of processor per turn, by employers / advisors</text><line x1="60" y1="260" x2="600" y2="260" stroke="black"/>""").Append('\n');
        string[] colours = ["#1f5f8b", "#a04000", "#2e7d32"];
        foreach (var ((name, points), colour) in lines.Zip(colours))
        {
            var at = points.Select((point, which) => (X: 80 + (which * 500.0 / Math.Max(1, points.Count - 1)), Y: 260 - (point.Cpu / most * 200), point)).ToArray();
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', at.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:F0},{p.Y:F0}")))}\"/>\n");
            foreach (var (x, y, point) in at)
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:F0}\" y=\"{y - 6:F0}\" fill=\"{colour}\" text-anchor=\"middle\">{point.Cpu:F0}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{60 + (180 * Array.IndexOf(colours, colour))}\" y=\"305\" fill=\"{colour}\">{name}</text>\n");
        }

        foreach (var (point, which) in lines.Values.First().Select((point, which) => (point, which)))
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{80 + (which * 500.0 / Math.Max(1, lines.Values.First().Count - 1)):F0}\" y=\"278\" text-anchor=\"middle\">{point.At}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }
}

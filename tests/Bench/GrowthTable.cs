using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench;

/// <summary>Whether a turn costs more when more employers and advisors are served, and after a year.</summary>
internal static class GrowthTable
{
    public static async Task RunAsync(TextWriter output, Streets streets, bool quick)
    {
        var (rounds, turns, talks) = quick ? (2, 40, 4) : (5, 160, 12);
        var places = new List<Place>();
        try
        {
            foreach (var (employers, advisors, history) in Sizes(quick))
                places.Add(await Place.OpenAsync(streets, employers, advisors, history));

            var lines = new List<(string Name, Side[] Sides)>();
            foreach (var (name, act) in new (string, Func<Place, int, Task<int>>)[]
            {
                ("task/fetch", async (place, _) => await CountAsync(place.Driver.FetchesAsync(turns), turns)),
                ("a turn in the room", async (place, _) => await CountAsync(place.Driver.TurnsAsync(place.Seats, turns), turns)),
                ("a turn of a booking", (place, first) => place.Driver.BookingsAsync(talks, first)),
            })
            {
                var sides = places.Select(place => new Side(place.At, place.Bot, first => act(place, first))).ToArray();
                await Side.RoundsAsync(sides, rounds);
                lines.Add((name, sides));
            }

            await output.WriteLineAsync($"{rounds} alternated rounds of {turns} turns or {talks} talks, each place a process of its own on one core. In brackets: times the first place.\n");
            await output.WriteLineAsync("| employers, advisors | `task/fetch`, µs | room turn, µs | booking, µs per turn | start, s | memory, MB | database, MB |\n|---|--:|--:|--:|--:|--:|--:|");
            for (var which = 0; which < places.Count; which++)
            {
                var file = Directory.GetFiles(places[which].Bot.Folder, "vpbot.db*").Sum(name => new FileInfo(name).Length);
                var cells = lines.Select(line => $"{line.Sides[which].Cpu} [{Figures.Show(line.Sides[which].Over(line.Sides[0]).Median)}]");
                await output.WriteLineAsync($"| {places[which].At} | {string.Join(" | ", cells)} | {Figures.Show(places[which].Bot.Started.TotalSeconds)} | {Figures.Show(places[which].Bot.Held().Memory / 1048576)} | {Figures.Show(file / 1048576.0)} |");
            }

            if (!quick)
                await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "growth.svg"), Plot.Of("Microseconds of processor per turn", [.. places.Select(place => place.At)], [.. lines.Select(line => (line.Name, line.Sides.Select(side => side.Cpu.Median).ToArray()))]));
        }
        finally
        {
            foreach (var place in places)
                await place.DisposeAsync();
        }
    }

    private static (int Employers, int Advisors, bool History)[] Sizes(bool quick) => quick
        ? [(1, 10, false), (100, 10, true)]
        : [(1, 10, false), (1, 10, true), (100, 10, true), (10_000, 10, true), (10_000, 1_000, true)];

    private static async Task<int> CountAsync(Task act, int turns)
    {
        await act;
        return turns;
    }
}

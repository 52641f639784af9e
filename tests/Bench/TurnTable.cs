using VpBot.Bench.Load;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>The processor and the allocations of each kind of turn, beside the least that could be done.</summary>
internal static class TurnTable
{
    private const int Employers = 500;
    private const int Advisors = 24;

    public static async Task RunAsync(TextWriter output, Streets streets, int rounds, int turns, string? only)
    {
        await using var street = await streets.OpenAsync(Employers, Advisors);
        await using var a = await street.BotAsync();
        await using var b = await street.BotAsync();
        using var toA = new Driver(street, a.Address);
        using var toB = new Driver(street, b.Address);
        await toA.AdvisorsComeAsync(Advisors);
        await toB.AdvisorsComeAsync(Advisors);
        // Each employer's card is drawn once, and that belongs to no turn.
        await toA.LinesAsync(street.Town.EmployerCount);
        await toB.LinesAsync(street.Town.EmployerCount);
        var (seatsA, seatsB) = (await toA.SeatsAsync(), await toB.SeatsAsync());
        var (card, dialog, page) = (street.Sink.Last.Length, (await toA.FetchRawAsync(1)).Length, await toA.TurnsAsync(seatsA, 16));
        await using var limit = await street.LimitAsync(card, dialog, page);
        using var toLimit = new Driver(street, limit.Address);

        await output.WriteLineAsync($"{rounds} rounds of {turns} turns, one process on one core. Bodies: card {card}, dialog {dialog}, page {page} bytes.\n\n{Comparison.Heading}");
        foreach (var (what, goal, act) in new (string, double?, Func<Driver, Task>)[]
        {
            ("a chat line and its card", 1.5, driver => driver.LinesAsync(turns)),
            ("`task/fetch` and its ticket", 1.8, driver => driver.FetchesAsync(turns)),
            ("a turn in the room, SQLite", 2.0, driver => driver.TurnsAsync(driver == toB ? seatsB : seatsA, turns)),
        })
        {
            if (only is not null && !what.Contains(only, StringComparison.Ordinal))
                continue;
            foreach (var driver in (Driver[])[toLimit, toA, toB])
                await act(driver);
            var seen = new List<(Used, Used, Used)>();
            for (var round = 0; round < rounds; round++)
            {
                var ofLimit = await MeasureAsync(limit, () => act(toLimit), turns);
                var (ofA, ofB) = round % 2 == 0
                    ? (await MeasureAsync(a, () => act(toA), turns), await MeasureAsync(b, () => act(toB), turns))
                    : Swapped(await MeasureAsync(b, () => act(toB), turns), await MeasureAsync(a, () => act(toA), turns));
                seen.Add((ofLimit, ofA, ofB));
            }

            await output.WriteLineAsync(new Comparison(what, goal, seen).Row);
        }
    }

    /// <summary>What one turn used. A little rest belongs to it: what the turn left to do afterwards is its cost too.</summary>
    public static async Task<Used> MeasureAsync(Measured process, Func<Task> act, int turns)
    {
        var before = process.Used();
        await act();
        await Task.Delay(100);
        return (process.Used() - before).Per(turns);
    }

    private static (Used, Used) Swapped(Used b, Used a) => (a, b);
}

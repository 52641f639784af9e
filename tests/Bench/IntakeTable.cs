using System.Globalization;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>A whole intake, from the door to the advisor's yes, and what it costs that nothing of it is lost.</summary>
internal static class IntakeTable
{
    private const int Advisors = 24;

    public static async Task RunAsync(TextWriter output, Streets streets, bool quick)
    {
        var (rounds, talks) = quick ? (2, 6) : (7, 60);
        await using var street = await streets.OpenAsync(1, Advisors);
        await using var memory = await street.BotAsync(Keeping.Memory);
        await using var sqlite = await street.BotAsync();
        await using var postgreSql = ServerDatabase.IsNamed ? await street.BotAsync(Keeping.Server) : null;
        using var toMemory = new Driver(street, memory.Address);
        using var toSqlite = new Driver(street, sqlite.Address);
        using var toPostgreSql = postgreSql is null ? null : new Driver(street, postgreSql.Address);
        var sides = new List<(Side Side, double? Goal)>
        {
            (new("SQLite in memory", memory, first => toMemory.BookingsAsync(talks, first)), null),
            (new("SQLite on disk", sqlite, first => toSqlite.BookingsAsync(talks, first)), 1.6),
        };
        if (postgreSql is not null)
            sides.Add((new("PostgreSQL", postgreSql, first => toPostgreSql!.BookingsAsync(talks, first)), 2.2));
        foreach (var driver in new[] { toMemory, toSqlite, toPostgreSql }.OfType<Driver>())
            await driver.AdvisorsComeAsync(Advisors);

        await Side.RoundsAsync([.. sides.Select(one => one.Side)], rounds);
        var first = sides[0].Side;
        await output.WriteLineAsync($"{rounds} rounds of {talks} intakes, {first.Turns / talks} turns each, one process on one core. The server of PostgreSQL works in processes of its own, which are not counted.\n");
        await output.WriteLineAsync("| storage | µs per turn | KB allocated per turn | : memory | goal | verdict |\n|---|--:|--:|--:|--:|---|");
        foreach (var (side, goal) in sides)
        {
            var ratio = side.Over(first);
            var verdict = goal is not { } most ? "" : ratio.Median <= most ? "reached" : "not reached";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {side.Name} | {side.Cpu} | {side.Allocated} | {(goal is null ? "" : ratio)} | {goal} | {verdict} |"));
        }

        if (postgreSql is null)
            await output.WriteLineAsync($"\nPostgreSQL was not measured: {ServerDatabase.Variable} names no server.");
    }
}

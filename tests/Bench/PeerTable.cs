using VpBot.Bench.Load;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>The same conversation, from the first press to the advisor's yes, with the bot and with another way of building it.</summary>
internal static class PeerTable
{
    private const int Advisors = 24;
    private const double Goal = 20;

    public static async Task RunAsync(TextWriter output, Streets streets, bool quick)
    {
        var (rounds, talks) = quick ? (2, 6) : (7, 60);
        if (await Peer.MissingAsync() is { } why)
        {
            await output.WriteLineAsync(why);
            return;
        }

        await using var street = await streets.OpenAsync(1, Advisors);
        await using var ours = await street.BotAsync(Keeping.Memory);
        // What a disk costs is said by the intake.
        await using var durable = quick ? null : await street.BotAsync();
        await using var peer = await street.PeerAsync();
        using var toOurs = new Driver(street, ours.Address);
        using var toDurable = durable is null ? null : new Driver(street, durable.Address);
        using var toPeer = new Driver(street, peer.Address);
        foreach (var driver in new[] { toOurs, toDurable, toPeer }.OfType<Driver>())
            await driver.AdvisorsComeAsync(Advisors);

        var theirs = new Side("botbuilder 4.23.3, its memory", peer, first => toPeer.TalksAsync(talks, first));
        var sides = new List<Side> { new("VpBot, SQLite in memory", ours, first => toOurs.BookingsAsync(talks, first)) };
        if (durable is not null)
            sides.Add(new("VpBot, SQLite on disk", durable, first => toDurable!.BookingsAsync(talks, first)));
        sides.Add(theirs);
        await Side.RoundsAsync(sides, rounds);
        await output.WriteLineAsync($"{rounds} rounds of {talks} conversations of {theirs.Turns} turns (ours: {sides[0].Turns}), each process on one core.\n");
        await output.WriteLineAsync("| conversation | µs per turn | peer : this | goal | verdict | memory afterwards, MB |\n|---|--:|--:|--:|---|--:|");
        foreach (var side in sides)
        {
            var ratio = theirs.Over(side);
            var (goal, verdict) = side == theirs ? ("", "") : ($"{Goal}", ratio.Median >= Goal ? "reached" : "not reached");
            await output.WriteLineAsync($"| {side.Name} | {side.Cpu} | {(side == theirs ? "" : ratio)} | {goal} | {verdict} | {Figures.Show(side.Process.Held().Memory / 1048576)} |");
        }
    }
}

namespace VpBot.Bench.Measuring;

/// <summary>One of several processes that do the same work in turn.</summary>
/// <param name="Act">Gets the number of the first person, and gives how many turns it took.</param>
internal sealed record Side(string Name, Measured Process, Func<int, Task<int>> Act)
{
    private static int people = 1_000_000;
    private readonly List<Used> rounds = [];

    public double Turns { get; private set; }

    public Figures Cpu => Figures.Of(rounds, round => round.Cpu);

    public Figures Allocated => Figures.Of(rounds, round => round.Allocated / 1024);

    /// <summary>How many times as much as the other, round by round.</summary>
    public Figures Over(Side other) => Figures.Of(rounds.Zip(other.rounds), pair => pair.First.Cpu / pair.Second.Cpu);

    /// <summary>One round to warm up, then as many as asked; who begins changes from round to round.</summary>
    public static async Task RoundsAsync(IReadOnlyList<Side> sides, int rounds)
    {
        for (var round = -1; round < rounds; round++)
        {
            for (var which = 0; which < sides.Count; which++)
                await sides[(which + round + 1) % sides.Count].RoundAsync(round);
        }
    }

    private async Task RoundAsync(int round)
    {
        var before = Process.Used();
        // Nobody comes twice: who has talks to come is told so.
        var turns = await Act(people += 1_000);
        // A little rest belongs to it: what the turns left to do afterwards is their cost too.
        await Task.Delay(100);
        var used = (Process.Used() - before).Per(turns);
        if (round < 0)
            return;
        Turns = turns;
        rounds.Add(used);
    }
}

using System.Globalization;

namespace VpBot.Bench.Measuring;

/// <summary>One kind of turn in alternated rounds: the limit, the bot, and a second bot that is the same.</summary>
/// <param name="Goal">The most that the bot may cost, in times of the limit.</param>
public sealed record Comparison(string What, double? Goal, IReadOnlyList<(Used Limit, Used A, Used B)> Rounds)
{
    private const double SameWithin = 0.15;

    public static string Heading =>
        "| turn | limit, µs | bot, µs | bot again, µs | bot : limit | goal | A : A | verdict | bot, KB allocated | limit, KB |\n|---|--:|--:|--:|--:|--:|--:|---|--:|--:|";

    public Figures Ratio => Figures.Of(Rounds, round => (round.A.Cpu + round.B.Cpu) / 2 / round.Limit.Cpu);

    private double Same => Math.Abs(Figures.Of(Rounds, round => round.A.Cpu).Median / Figures.Of(Rounds, round => round.B.Cpu).Median - 1);

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Figures.Of(Rounds, round => round.Limit.Cpu)} | {Figures.Of(Rounds, round => round.A.Cpu)} | {Figures.Of(Rounds, round => round.B.Cpu)} | {Ratio} | {Goal} | {Same:P0} | {Verdict} | {Figures.Of(Rounds, round => (round.A.Allocated + round.B.Allocated) / 2048)} | {Figures.Of(Rounds, round => round.Limit.Allocated / 1024)} |");

    private string Verdict => Same > SameWithin ? "no verdict" : Goal is not { } most ? "" : Ratio.Median <= most ? "reached" : "not reached";
}

using System.Globalization;

namespace VpBot.Bench.Measuring;

/// <summary>The middle of some rounds, with the least and the most.</summary>
public sealed record Figures(IReadOnlyList<double> Rounds)
{
    public double Median => Rounds.Order().ElementAt(Rounds.Count / 2);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Show(Median)} ({Show(Rounds.Min())} to {Show(Rounds.Max())})");

    public static Figures Of<T>(IEnumerable<T> rounds, Func<T, double> figure) => new([.. rounds.Select(figure)]);

    public static string Show(double figure) => figure.ToString(Math.Abs(figure) >= 100 ? "N0" : Math.Abs(figure) >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);
}

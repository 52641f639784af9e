namespace VpBot.Register;

/// <summary>A figure as everybody may see it: of one answer, or of several together.</summary>
public sealed record Figure(IReadOnlyList<string> Answers, int Count)
{
    public bool IsTogether => Answers.Count > 1;
}

/// <summary>
/// What of the counts may be seen. A figure below five is never shown, and nobody can get at it by subtraction: a branch is opened
/// only when each part of it is five or more, otherwise the whole branch is one figure. So every figure is five or more, together
/// they are exactly the total, and of an answer that is not shown apart neither none nor five can be ruled out, also not by
/// somebody who knows this program. <c>docs/decisions/0005-figures-together.md</c> says why that holds.
/// </summary>
public static class Suppression
{
    public const int Least = 5;

    /// <summary>The figures of one question; null when even all of it together is too small to be shown.</summary>
    public static IReadOnlyList<Figure>? Of(Branch tree, Func<string, int> count) =>
        Sum(tree, count) < Least ? null : [.. Open(tree, count)];

    private static IEnumerable<Figure> Open(Branch branch, Func<string, int> count) =>
        branch.Below.Count > 0 && branch.Below.All(part => Sum(part, count) >= Least)
            ? branch.Below.SelectMany(part => Open(part, count))
            : [new Figure([.. branch.Answers], Sum(branch, count))];

    private static int Sum(Branch branch, Func<string, int> count) => branch.Answers.Sum(count);
}

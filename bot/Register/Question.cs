using VpBot.Employers;

namespace VpBot.Register;

/// <summary>What is counted. Each question is counted by itself: which answers belonged together is nowhere.</summary>
public enum Question
{
    Quarter,
    Side,
    Matter,
    Met,
    Followed,
    Result,
}

/// <summary>
/// Answers that lie near each other lie on one branch. A branch that is too small to be shown apart is shown together with what
/// lies nearest. The tree is fixed, and never made from the figures.
/// </summary>
public sealed record Branch(string? Answer, IReadOnlyList<Branch> Below)
{
    public IEnumerable<string> Answers => Answer is { } own ? [own] : Below.SelectMany(branch => branch.Answers);

    public static implicit operator Branch(Enum answer) => new(answer.ToString(), []);
}

public static class Questions
{
    public static IReadOnlyDictionary<Question, Branch> Trees { get; } = new Dictionary<Question, Branch>
    {
        [Question.Quarter] = Fork(Fork(Quarter.First, Quarter.Second), Fork(Quarter.Third, Quarter.Fourth)),
        [Question.Side] = Fork(Side.External, Side.Internal),
        [Question.Matter] = Fork(
            Fork(Fork(Matter.Bullying, Fork(Matter.Intimidation, Matter.Violence)), Fork(Matter.Discrimination, Matter.SexualHarassment)),
            Fork(
                Fork(Matter.Conflict, Fork(Matter.Personal, Fork(Matter.Career, Matter.SoundingBoard))),
                Fork(Fork(Matter.Integrity, Matter.Wrongdoing), Fork(Matter.SomethingElse, Fork(Matter.NotKnown, Matter.RatherNot))))),
        [Question.Met] = Fork(Fork(Met.Phone, Met.Teams), Fork(Met.InPerson, Fork(Met.NotMet, Fork(Met.NotKnown, Met.RatherNot)))),
        [Question.Followed] = Fork(
            Fork(Followed.OnlyTalk, Followed.ThinkingAlong),
            Fork(Fork(Followed.Accompanied, Followed.Referral), Fork(Fork(Followed.Report, Followed.Complaint), Fork(Followed.NotKnown, Followed.RatherNot)))),
        [Question.Result] = Fork(Fork(Result.Solved, Result.Better), Fork(Fork(Result.Ongoing, Result.Unchanged), Fork(Result.NotKnown, Result.RatherNot))),
    };

    private static Branch Fork(Branch one, Branch other) => new(null, [one, other]);
}

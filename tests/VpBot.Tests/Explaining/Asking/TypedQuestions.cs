using System.Globalization;
using VpBot.Explaining.Asking;
using VpBot.Language;
using VpBot.Playground;

namespace VpBot.Tests.Explaining.Asking;

/// <summary>A question as somebody types it, with the answers that would be right: a page, "off" for none, "danger" for help on top.</summary>
internal sealed record TypedQuestion(IReadOnlyList<string> Right, string Words)
{
    public bool IsOff => Right is ["off"];

    public bool IsDanger => Right is ["danger"];
}

/// <summary>How well a set of questions was answered.</summary>
internal sealed record Measured(int Asked, int First, int AmongThree, int Sure, int WronglySure, int Off, int OffAnswered, int Danger, int DangerShown, int HelpTooMuch)
{
    public double FirstRate => (double)First / Asked;
    public double ThreeRate => (double)AmongThree / Asked;

    /// <summary>Of everything that was answered as if we knew, what was wrong.</summary>
    public double WronglySureRate => (double)(WronglySure + OffAnswered) / (Sure + OffAnswered);
    public double OffRate => (double)OffAnswered / Off;
    public double DangerRate => (double)DangerShown / Danger;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Asked} questions: first {FirstRate:P1}, among three {ThreeRate:P1}; sure and wrong {WronglySureRate:P1} of what was answered ({WronglySure} + {OffAnswered}); off-topic answered {OffRate:P1} of {Off}; help shown {DangerRate:P1} of {Danger}; help without danger {HelpTooMuch}");
}

internal static class TypedQuestions
{
    public static IReadOnlyList<TypedQuestion> Read(string set, Tongue tongue) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "VpBot.Tests", "Explaining", "Asking", $"{set}.{tongue.Code}.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Select(pair => new TypedQuestion(pair[0].Split('|'), pair[1])),
    ];

    public static Measured Measure(IReadOnlyList<TypedQuestion> questions, Tongue tongue)
    {
        var answered = questions.Select(question => (Question: question, Answer: Answering.To(question.Words, tongue))).ToList();
        var on = answered.Where(one => one.Question is { IsOff: false, IsDanger: false }).ToList();
        var off = answered.Where(one => one.Question.IsOff).ToList();
        var danger = answered.Where(one => one.Question.IsDanger).ToList();
        return new(
            on.Count,
            on.Count(one => IsRight(one.Question, Shown(one.Answer).Take(1))),
            on.Count(one => IsRight(one.Question, Shown(one.Answer))),
            on.Count(one => one.Answer.Best is not null),
            on.Count(one => one.Answer.Best is not null && !IsRight(one.Question, Shown(one.Answer).Take(1))),
            off.Count,
            off.Count(one => one.Answer.Best is not null),
            danger.Count,
            danger.Count(one => one.Answer.HelpFirst),
            answered.Count(one => one.Answer.HelpFirst && !one.Question.IsDanger));
    }

    /// <summary>What stands on the page, in order.</summary>
    public static IEnumerable<string> Shown(Answered answer) => answer.Near.Prepend(answer.Best).OfType<QuestionPage>().Select(page => page.Id);

    private static bool IsRight(TypedQuestion question, IEnumerable<string> shown) => shown.Any(question.Right.Contains);
}

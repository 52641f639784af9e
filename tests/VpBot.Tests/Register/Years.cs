using VpBot.Employers;
using VpBot.Language;
using VpBot.Register;
using VpBot.Register.Yearly;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Register;

/// <summary>Years as a test makes them up, and how they would be published.</summary>
internal static class Years
{
    /// <summary>How often each answer comes in a year of many, in thousandths: as in reports of such advisors, a few often and most seldom.</summary>
    private static readonly Dictionary<Question, int[]> Usual = new()
    {
        [Question.Quarter] = [260, 230, 210, 300],
        [Question.Side] = [620, 380],
        [Question.Matter] = [150, 170, 30, 60, 60, 200, 90, 60, 60, 40, 20, 30, 10, 20],
        [Question.Met] = [420, 210, 270, 50, 30, 20],
        [Question.Followed] = [340, 280, 120, 110, 30, 20, 70, 30],
        [Question.Result] = [190, 260, 210, 120, 170, 50],
    };

    public static Dictionary<Question, Dictionary<string, int>> OfUsual(int closings, Random random) => Questions.Trees.ToDictionary(
        tree => tree.Key, tree => Draw([.. tree.Value.Answers], Usual[tree.Key], closings, random));

    /// <summary>Any weights: often most of a year lies on one or two answers, and many are none.</summary>
    public static Dictionary<Question, Dictionary<string, int>> OfAnything(int closings, Random random) => Questions.Trees.ToDictionary(
        tree => tree.Key,
        tree =>
        {
            string[] answers = [.. tree.Value.Answers];
            var power = random.Next(1, 6);
            return Draw(answers, [.. answers.Select(_ => 1 + (int)(1000 * Math.Pow(random.NextDouble(), power)))], closings, random);
        });

    public static string Sheet(Dictionary<Question, Dictionary<string, int>> year) => ReportSheet.Draw(
        YearlyReport.Of(Template.Duinrand, 2026, Figures(year), new RegisterSettings()), Tongue.Dutch);

    public static Dictionary<Question, IReadOnlyList<Figure>>? Figures(Dictionary<Question, Dictionary<string, int>> year)
    {
        var figures = Questions.Trees.ToDictionary(tree => tree.Key, tree => Suppression.Of(tree.Value, answer => year[tree.Key][answer]));
        return figures.Values.Any(shown => shown is null) ? null : figures.ToDictionary(shown => shown.Key, shown => shown.Value!);
    }

    /// <summary>As it would be with numbers below five left out and nothing more: the breach that every attack must find.</summary>
    public static string SheetWithoutComplement(Dictionary<Question, Dictionary<string, int>> year)
    {
        var labels = Tongue.Dutch.Words<RegisterPhrases>();
        var rows = year.SelectMany(table => table.Value
            .Select(count => $"\"{table.Key}\";\"{labels.Of(table.Key, count.Key)}\";\"{(count.Value < Suppression.Least ? "" : count.Value)}\"")
            .Append($"\"{table.Key}\";\"Totaal\";\"{table.Value.Values.Sum()}\""));
        return $"kop\r\n{string.Join("\r\n", rows)}\r\n";
    }

    private static Dictionary<string, int> Draw(string[] answers, int[] weights, int closings, Random random)
    {
        var counts = answers.ToDictionary(answer => answer, _ => 0);
        for (var closing = 0; closing < closings; closing++)
        {
            var point = random.Next(weights.Sum());
            var index = 0;
            while (point >= weights[index])
                point -= weights[index++];
            counts[answers[index]]++;
        }

        return counts;
    }
}

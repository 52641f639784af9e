using System.Globalization;
using System.Text.RegularExpressions;

namespace VpBot.Tests.Register;

/// <summary>One published line: an answer, or several together, with their number; null where the number was left out.</summary>
internal sealed record PublishedLine(string Question, IReadOnlyList<string> Answers, int? Count);

/// <summary>Somebody who has the spreadsheet of a report and nothing else, and works out what can be worked out.</summary>
internal sealed partial class Attacker(IReadOnlyList<PublishedLine> lines, IReadOnlyDictionary<string, int> totals)
{
    private const int Least = 5;

    public static Attacker Reading(string sheet)
    {
        var rows = sheet.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(row => Cell().Matches(row).Select(cell => cell.Groups[1].Value).ToArray()).Where(row => row[2].Length > 0 || row[1].Length > 0).ToList();
        int? Number(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
        return new(
            [.. rows.Where(row => row[1] != "Totaal").Select(row => new PublishedLine(row[0], row[1].Split(" + "), Number(row[2])))],
            rows.Where(row => row[1] == "Totaal").ToDictionary(row => row[0], row => Number(row[2])!.Value));
    }

    public IReadOnlyList<PublishedLine> Lines => lines;

    /// <summary>What each answer that does not stand apart can be, from everything published about its question.</summary>
    public IEnumerable<(string Question, string Answer, Fraction Least, Fraction Most)> Ranges()
    {
        foreach (var question in lines.GroupBy(line => line.Question))
        {
            var answers = question.SelectMany(line => line.Answers).ToList();
            var program = new LinearProgram(answers.Count);
            foreach (var line in question.Where(line => line.Count is not null))
                program.Add(line.Answers.Select(answer => answers.IndexOf(answer)), line.Count!.Value);
            program.Add(Enumerable.Range(0, answers.Count), totals[question.Key]);
            foreach (var answer in Hidden(question))
            {
                var (least, most) = program.Range(answers.IndexOf(answer));
                yield return (question.Key, answer, least, most);
            }
        }
    }

    /// <summary>The same, from two questions at once: the unknowns are all pairs of answers, of which nothing was published.</summary>
    public IEnumerable<(string Question, string Answer, Fraction Least, Fraction Most)> RangesOfPairs(string one, string other)
    {
        var (ones, others) = (AnswersOf(one), AnswersOf(other));
        foreach (var (question, mine) in new[] { (one, ones), (other, others) })
            foreach (var answer in Hidden(lines.Where(line => line.Question == question)))
            {
                // One more unknown stands for the answer itself: with the rest of its question it is the total.
                var program = new LinearProgram((ones.Count * others.Count) + 1);
                foreach (var line in lines.Where(line => line.Count is not null && (line.Question == one || line.Question == other)))
                    program.Add(line.Answers.SelectMany(each => Pairs(line.Question == one, each)), line.Count!.Value);
                program.Add(Enumerable.Range(0, ones.Count * others.Count), totals[question]);
                program.Add([.. mine.Where(each => each != answer).SelectMany(each => Pairs(question == one, each)), ones.Count * others.Count], totals[question]);
                var (least, most) = program.Range(ones.Count * others.Count);
                yield return (question, answer, least, most);
            }

        IEnumerable<int> Pairs(bool isOne, string answer) => isOne
            ? Enumerable.Range(0, others.Count).Select(index => (ones.IndexOf(answer) * others.Count) + index)
            : Enumerable.Range(0, ones.Count).Select(index => (index * others.Count) + others.IndexOf(answer));
    }

    /// <summary>
    /// What can be had by adding and subtracting published numbers, as far as it was not to be known: a number below five, or of
    /// one answer that does not stand apart. The lines of a question do not overlap, so that every sum which can be had at all is
    /// made of lines and of what is left when all of them are taken from the total.
    /// </summary>
    public IEnumerable<(string Question, IReadOnlyList<string> Answers, int Sum)> Differences()
    {
        foreach (var question in lines.GroupBy(line => line.Question))
        {
            List<string> left = [.. question.Where(line => line.Count is null).SelectMany(line => line.Answers)];
            var rest = totals[question.Key] - question.Sum(line => line.Count ?? 0);
            if (left.Count > 0 && (rest < Least || left.Count == 1))
                yield return (question.Key, left, rest);
            foreach (var line in question.Where(line => line.Count < Least))
                yield return (question.Key, line.Answers, line.Count!.Value);
        }
    }

    private List<string> AnswersOf(string question) => [.. lines.Where(line => line.Question == question).SelectMany(line => line.Answers)];

    private static IEnumerable<string> Hidden(IEnumerable<PublishedLine> lines) =>
        lines.Where(line => line.Answers.Count > 1 || line.Count is null).SelectMany(line => line.Answers);

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Cell();
}

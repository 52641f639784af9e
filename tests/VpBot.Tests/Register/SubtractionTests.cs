using VpBot.Register;

namespace VpBot.Tests.Register;

/// <summary>
/// Yearly figures are suppressed below five, also against subtraction. The rule that every attack tries to break: of an answer that
/// does not stand apart, neither none nor five or more can be ruled out. So nobody learns that there was one, that there was
/// none, or even that there were few.
/// </summary>
public sealed class SubtractionTests(ITestOutputHelper output)
{
    private static readonly int[] Sizes = [5, 6, 8, 12, 20, 33, 50, 75, 100, 150, 200, 350, 500];

    [Fact]
    public void Yearly_figures_are_suppressed_below_five_also_against_subtraction()
    {
        var (tables, hidden, found, narrowest) = (0, 0, 0, int.MaxValue);
        foreach (var year in Made(520))
        {
            var attacker = Attacker.Reading(Years.Sheet(year));
            tables += Questions.Trees.Count;
            foreach (var (question, answer, least, most) in attacker.Ranges())
            {
                hidden++;
                narrowest = Math.Min(narrowest, int.Parse($"{most - least}", System.Globalization.CultureInfo.InvariantCulture));
                found += least.Sign != 0 || most < Suppression.Least ? 1 : 0;
            }

            Assert.Empty(attacker.Differences());
            Assert.All(attacker.Lines, line => Assert.True(line.Count >= Suppression.Least));
        }

        output.WriteLine($"Linear programming and differences: {tables} tables attacked, {hidden} answers not apart, narrowest interval {narrowest} wide, {found} attacks succeeded.");
        Assert.Equal(0, found);
        Assert.True(narrowest >= Suppression.Least);
        Assert.True(tables >= 3_000 && hidden > 3_000);
    }

    [Fact]
    public void Two_questions_at_once_tell_no_more()
    {
        var (pairs, hidden) = (0, 0);
        foreach (var year in Made(26))
        {
            var attacker = Attacker.Reading(Years.Sheet(year));
            var questions = attacker.Lines.Select(line => line.Question).Distinct().ToList();
            var alone = attacker.Ranges().ToDictionary(range => (range.Question, range.Answer));
            foreach (var (one, other) in new[] { (0, 1), (1, 5), (0, 3) })
            {
                pairs++;
                foreach (var range in attacker.RangesOfPairs(questions[one], questions[other]))
                {
                    hidden++;
                    Assert.Equal(alone[(range.Question, range.Answer)], range);
                }
            }
        }

        output.WriteLine($"Linear programming over {pairs} pairs of questions: {hidden} answers, none known better than from its own question.");
        Assert.True(hidden > 100);
    }

    /// <summary>Here the attacker also has this program: only years that it would publish in exactly this way are possible.</summary>
    [Fact]
    public void Who_knows_the_program_and_tries_every_year_learns_no_more()
    {
        var (years, publications, hidden) = (0, 0, 0);
        foreach (var (tree, most) in new[] { (Questions.Trees[Question.Side], 60), (Questions.Trees[Question.Quarter], 26), (Questions.Trees[Question.Result], 16), (Questions.Trees[Question.Met], 16) })
        {
            for (var total = Suppression.Least; total <= most; total++)
            {
                var possible = new Dictionary<string, (IReadOnlyList<Figure> Shown, int[] Least, int[] Most)>();
                foreach (var counts in Every([.. tree.Answers], total))
                {
                    years++;
                    var each = tree.Answers.Zip(counts).ToDictionary();
                    var shown = Suppression.Of(tree, answer => each[answer])!;
                    var published = string.Join('|', shown.Select(figure => $"{string.Join('+', figure.Answers)}={figure.Count}"));
                    if (!possible.TryGetValue(published, out var seen))
                        possible[published] = seen = (shown, [.. counts], [.. counts]);
                    for (var index = 0; index < counts.Length; index++)
                        (seen.Least[index], seen.Most[index]) = (Math.Min(seen.Least[index], counts[index]), Math.Max(seen.Most[index], counts[index]));
                }

                publications += possible.Count;
                foreach (var (shown, least, largest) in possible.Values)
                    foreach (var index in tree.Answers.Select((answer, index) => (answer, index)).Where(each => shown.Single(figure => figure.Answers.Contains(each.answer)).IsTogether).Select(each => each.index))
                    {
                        hidden++;
                        Assert.True(least[index] == 0 && largest[index] >= Suppression.Least, $"An answer lies between {least[index]} and {largest[index]}.");
                    }
            }
        }

        output.WriteLine($"Every year tried: {years} years, {publications} ways to publish them, {hidden} answers not apart, 0 attacks succeeded.");
        Assert.True(years > 100_000);
    }

    [Fact]
    public void Without_what_is_taken_along_every_attack_finds_what_was_left_out()
    {
        var (byProgram, byDifference) = (0, 0);
        foreach (var year in Made(60))
        {
            var attacker = Attacker.Reading(Years.SheetWithoutComplement(year));
            byProgram += attacker.Ranges().Count(range => range.Least.Sign != 0 || range.Most < Suppression.Least);
            byDifference += attacker.Differences().Count();
        }

        output.WriteLine($"With numbers below five only left out: linear programming finds {byProgram} of them, subtraction {byDifference}.");
        Assert.True(byProgram > 100 && byDifference > 50);
        Assert.True(TriedWithoutComplement() > 100);
    }

    /// <summary>Why a year is released once: with one closing more, the same year published again says where that one lies.</summary>
    [Fact]
    public void Two_versions_of_one_year_would_give_a_closing_away()
    {
        var random = new Random(3);
        var told = 0;
        for (var round = 0; round < 100; round++)
        {
            var year = Years.OfUsual(random.Next(20, 300), random);
            var before = Attacker.Reading(Years.Sheet(year)).Lines;
            foreach (var table in year.Values)
                table[table.Keys.First()]++;
            var after = Attacker.Reading(Years.Sheet(year)).Lines;
            told += after.Count(line => before.Any(older => older.Answers.SequenceEqual(line.Answers) && older.Question == line.Question && older.Count + 1 == line.Count));
        }

        Assert.True(told > 100);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(500)]
    public void How_much_stands_apart(int closings)
    {
        var random = new Random(closings);
        var (apart, answers, shown, counted) = (0, 0, 0, 0);
        for (var round = 0; round < 400; round++)
        {
            foreach (var figures in Years.Figures(Years.OfUsual(closings, random))!.Values)
            {
                answers += figures.Sum(figure => figure.Answers.Count);
                apart += figures.Count(figure => !figure.IsTogether);
                counted += figures.Sum(figure => figure.Count);
                shown += figures.Where(figure => !figure.IsTogether).Sum(figure => figure.Count);
            }
        }

        output.WriteLine($"{closings} closings: {100.0 * apart / answers:0} % of the answers stand apart, with {100.0 * shown / counted:0} % of what was noted.");
        Assert.True(apart > 0);
    }

    private static IEnumerable<Dictionary<Question, Dictionary<string, int>>> Made(int rounds)
    {
        var random = new Random(20270111);
        for (var round = 0; round < rounds; round++)
        {
            var closings = Sizes[round % Sizes.Length];
            yield return round % 3 == 0 ? Years.OfUsual(closings, random) : Years.OfAnything(closings, random);
        }
    }

    /// <summary>The same trying of every year, against numbers that are only left out.</summary>
    private static int TriedWithoutComplement()
    {
        var (found, answers) = (0, Questions.Trees[Question.Quarter].Answers.ToArray());
        foreach (var counts in Every(answers, 16).GroupBy(counts => string.Join(' ', counts.Select(count => count < Suppression.Least ? "." : $"{count}"))))
            found += Enumerable.Range(0, answers.Length).Count(index => counts.Key.Split(' ')[index] == "." && counts.Max(count => count[index]) < Suppression.Least);
        return found;
    }

    /// <summary>Every way to spread a total over answers.</summary>
    private static IEnumerable<int[]> Every(string[] answers, int total)
    {
        if (answers.Length == 1)
        {
            yield return [total];
            yield break;
        }

        for (var first = 0; first <= total; first++)
            foreach (var rest in Every(answers[1..], total - first))
                yield return [first, .. rest];
    }
}

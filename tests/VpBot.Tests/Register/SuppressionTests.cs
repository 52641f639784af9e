using VpBot.Register;

namespace VpBot.Tests.Register;

/// <summary>What of the counts may be seen.</summary>
public sealed class SuppressionTests
{
    private static readonly Branch Result = Questions.Trees[Question.Result];

    [Fact]
    public void Every_answer_that_can_be_noted_has_its_place_in_the_tree_once()
    {
        Assert.Equal(Enum.GetValues<Question>().Order(), Questions.Trees.Keys.Order());
        foreach (var (question, names) in new (Question, string[])[]
        {
            (Question.Quarter, Enum.GetNames<Quarter>()), (Question.Side, Enum.GetNames<VpBot.Employers.Side>()), (Question.Matter, Enum.GetNames<Matter>()),
            (Question.Met, Enum.GetNames<Met>()), (Question.Followed, Enum.GetNames<Followed>()), (Question.Result, Enum.GetNames<VpBot.Register.Result>()),
        })
            Assert.Equal(names.Order(StringComparer.Ordinal), Questions.Trees[question].Answers.Order(StringComparer.Ordinal));
        Assert.All(Questions.Trees.Values.SelectMany(Forks), fork => Assert.True(fork.Below.Count > 1, "With one part, what is taken together would stand apart."));
    }

    [Theory]
    [InlineData("9 8 7 6 5 5", "9 8 7 6 5 5")]
    [InlineData("9 8 7 6 5 4", "9 8 7 6 9*")]
    [InlineData("9 8 7 6 0 0", "9 8 13*")]
    [InlineData("9 4 7 6 5 5", "13* 7 6 5 5")]
    [InlineData("20 0 0 0 0 0", "20*")]
    [InlineData("2 2 9 9 9 9", "40*")]
    [InlineData("1 1 1 1 1 0", "5*")]
    [InlineData("1 1 1 1 0 0", "-")]
    [InlineData("0 0 0 0 0 0", "-")]
    public void A_number_below_five_is_taken_together_with_what_lies_nearest(string counts, string shown)
    {
        var each = Result.Answers.Zip(counts.Split(' ').Select(int.Parse)).ToDictionary();
        var figures = Suppression.Of(Result, answer => each[answer]);
        Assert.Equal(shown, figures is null ? "-" : string.Join(' ', figures.Select(figure => $"{figure.Count}{(figure.IsTogether ? "*" : "")}")));
    }

    [Fact]
    public void The_same_counts_are_always_shown_in_the_same_way_and_add_up()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var year = Years.OfAnything(random.Next(5, 400), random);
            foreach (var (question, tree) in Questions.Trees)
            {
                var figures = Suppression.Of(tree, answer => year[question][answer])!;
                Assert.All(figures, figure => Assert.True(figure.Count >= Suppression.Least));
                Assert.Equal(year[question].Values.Sum(), figures.Sum(figure => figure.Count));
                Assert.Equal(tree.Answers, figures.SelectMany(figure => figure.Answers));
                Assert.All(figures, figure => Assert.Equal(figure.Answers.Sum(answer => year[question][answer]), figure.Count));
            }
        }
    }

    private static IEnumerable<Branch> Forks(Branch branch) =>
        branch.Answer is null ? branch.Below.SelectMany(Forks).Prepend(branch) : [];
}

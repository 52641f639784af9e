using VpBot.Conversation;
using VpBot.Language;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Conversation;

/// <summary>The rules of a waterfall dialog, on a cup of tea.</summary>
public sealed class WaterfallDialogTests
{
    private static readonly Setting Here = new(Template.Duinrand, Tongue.Dutch, new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero), InTeams: true);
    private static readonly WaterfallDialog<Cup> Tea = TeaDialog.Dialog;
    private static readonly Cup Coffee = new("coffee", "yes", "Robin");

    [Fact]
    public void The_first_step_that_applies_and_is_not_answered_is_asked()
    {
        Assert.Equal("Drink", Asked(new Cup()));
        Assert.Equal("Name", Asked(new Cup("tea")));
        Assert.Equal("Milk", Asked(new Cup("coffee")));
        Assert.Equal("Drink", Asked(new Cup(Name: "Robin")));
        Assert.Equal("Pour", Asked(Coffee));
        Assert.Null(Asked(Coffee with { Poured = true }));
    }

    [Fact]
    public void Reordering_the_steps_keeps_a_draft_going()
    {
        var reordered = new WaterfallDialog<Cup>("tea", [TeaDialog.Name, TeaDialog.Drink, TeaDialog.Milk, TeaDialog.Pour]);
        var draft = Take(new Cup(), "Drink", "coffee");

        Assert.Equal("Name", reordered.Next(draft, Here)?.Name);
        draft = ((Taken<Cup>.Accepted)reordered.Take(draft, "Name", Reply.Of("Robin"), Here)).Draft;
        Assert.Equal("Milk", reordered.Next(draft, Here)?.Name);
        Assert.Equal(new Cup("coffee", null, "Robin"), draft);
    }

    [Fact]
    public void Back_clears_one_answer_and_then_the_one_before_it()
    {
        Assert.Equal(Coffee with { Name = null }, Back(Coffee));
        Assert.Equal(new Cup("coffee"), Back(Back(Coffee)));
        Assert.Equal(new Cup(), Back(Back(Back(Coffee))));
        Assert.Null(Tea.Back(new Cup(), Here));
    }

    [Fact]
    public void A_double_press_changes_nothing()
    {
        var once = Take(Coffee with { Name = null }, "Name", "Robin");

        Assert.Same(once, Take(once, "Name", "Robin"));
        Assert.Same(once, Take(once, "Drink", "coffee"));
    }

    [Fact]
    public void A_changed_answer_clears_what_hangs_on_it_and_nothing_else()
    {
        Assert.Equal(new Cup("tea", null, "Robin"), Take(Coffee, "Drink", "tea"));
        Assert.Equal(Coffee with { Milk = "no" }, Take(Coffee, "Milk", "no"));
        Assert.Equal(new Cup(Name: "Robin"), Tea.Change(Coffee, "Drink"));
    }

    [Fact]
    public void A_changed_answer_that_does_not_fit_leaves_the_old_one() =>
        Assert.Equal("Choose tea or coffee.", Assert.IsType<Taken<Cup>.Rejected>(Tea.Take(Coffee, "Drink", Reply.Of("soup"), Here)).Sentence);

    [Fact]
    public void An_answer_that_had_its_effect_cannot_be_changed()
    {
        var poured = Coffee with { Poured = true };

        Assert.Same(poured, Take(poured, "Drink", "tea"));
        Assert.Same(poured, Tea.Change(poured, "Name"));
        Assert.Null(Tea.Back(poured, Here));
        Assert.All(Tea.Said(poured, Here), exchange => Assert.False(exchange.CanChange));
    }

    [Theory]
    [InlineData("Milk", "yes")]
    [InlineData("Soup", "yes")]
    [InlineData("", "tea")]
    public void A_reply_to_a_step_that_does_not_apply_or_is_not_there_changes_nothing(string step, string answer)
    {
        var tea = new Cup("tea");
        Assert.Same(tea, Take(tea, step, answer));
    }

    [Fact]
    public void A_reply_to_a_step_whose_turn_has_not_come_changes_nothing()
    {
        var begun = new Cup("coffee");

        Assert.Same(begun, Take(begun, "Pour", "yes"));
        Assert.Same(begun, Take(begun, "Name", "Robin"));
    }

    [Fact]
    public void The_version_is_the_step_names() => Assert.Equal("Drink Milk Name Pour", Tea.Version);

    [Theory]
    [InlineData("Drink Milk Name Pour", true)]
    [InlineData("Pour Name Milk Drink", true)]
    [InlineData("Drink Milk Name", false)]
    [InlineData("Drink Milk Name Pour Stir", false)]
    [InlineData("Drink Milk Pour Pour", false)]
    [InlineData("", false)]
    public void A_draft_of_the_same_steps_is_gone_on_with_in_whatever_order_they_stood(string version, bool goesOn) =>
        Assert.Equal(goesOn, Tea.GoesOnWith(version));

    [Fact]
    public void Nothing_is_asked_any_more_before_a_step_that_had_its_effect()
    {
        var later = new WaterfallDialog<Cup>("tea", [TeaDialog.Drink, TeaDialog.Name, TeaDialog.Pour, TeaDialog.Drink with { Name = "Next" }]);

        Assert.Equal("Name", later.Next(new Cup("tea"), Here)?.Name);
        Assert.Equal("Next", later.Next(new Cup(Poured: true), Here)?.Name);
    }

    [Fact]
    public void What_was_said_stays_readable_in_order() =>
        Assert.Equal(
            ["What would you like? coffee", "With milk? yes", "For whom is it? Robin"],
            Tea.Said(Coffee, Here).Select(exchange => $"{exchange.Question} {exchange.Answer}"));

    [Fact]
    public void Whatever_is_replied_the_dialog_goes_on_or_is_done()
    {
        var random = new Random(20261123);
        string[] steps = ["Drink", "Milk", "Name", "Pour", "Soup", ""];
        string[] answers = ["tea", "coffee", "yes", "no", "Robin", "", "far too long a name", "0", "\u202E", "${Name}"];
        for (var dialog = 0; dialog < 2_000; dialog++)
        {
            var draft = new Cup();
            for (var turn = 0; turn < 25; turn++)
            {
                var before = draft;
                var step = steps[random.Next(steps.Length)];
                draft = random.Next(6) switch
                {
                    0 => Tea.Change(before, step),
                    1 => Back(before),
                    _ => Tea.Take(before, step, new Reply([.. Enumerable.Range(0, random.Next(3)).Select(_ => answers[random.Next(answers.Length)])]), Here)
                        is Taken<Cup>.Accepted accepted ? accepted.Draft : before,
                };
                var touched = Differing(before, draft).ToList();
                Assert.True(touched.Count <= 2, "One turn changes one answer, and what hangs on it.");
                Assert.DoesNotContain("Name", touched.Count == 2 ? touched : []);
                Assert.True(draft.Poured || Asked(draft) is not null, "It asks something, or it is done.");
                Assert.False(draft.Poured && (draft.Drink is null || draft.Name is null), "Nothing is poured before everything is answered.");
                Assert.False(before.Poured && touched.Count > 0, "What had its effect stays.");
            }
        }
    }

    private static string? Asked(Cup draft) => Tea.Next(draft, Here)?.Name;

    private static Cup Take(Cup draft, string step, string answer) =>
        Assert.IsType<Taken<Cup>.Accepted>(Tea.Take(draft, step, Reply.Of(answer), Here)).Draft;

    private static Cup Back(Cup draft) => Tea.Back(draft, Here)?.Clear(draft) ?? draft;

    private static IEnumerable<string> Differing(Cup one, Cup other)
    {
        if (one.Drink != other.Drink)
            yield return "Drink";
        if (one.Milk != other.Milk)
            yield return "Milk";
        if (one.Name != other.Name)
            yield return "Name";
        if (one.Poured != other.Poured)
            yield return "Pour";
    }
}

using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Tests.Conversation;

/// <summary>A cup, as small as a conversation can be and still have every kind of step.</summary>
internal sealed record Cup(string? Drink = null, string? Milk = null, string? Name = null, bool Poured = false);

/// <summary>A sample dialog: a choice, a step that hangs on it, a free text, and a step that has its effect.</summary>
internal static class TeaDialog
{
    public static readonly Step<Cup> Drink = new("Drink")
    {
        Question = (_, _) => "What would you like?",
        Ask = (_, _) => new Prompt.Choose("What would you like?", null, [new("tea", "Tea"), new("coffee", "Coffee")], "On"),
        Take = (cup, reply, _) => reply.Only is "tea" or "coffee" ? Accepted(cup with { Drink = reply.Only }) : Rejected("Choose tea or coffee."),
        Touches = (_, _) => [Surface.Answers],
        Answered = cup => cup.Drink is not null,
        Said = (cup, _) => cup.Drink!,
        Clear = cup => cup with { Drink = null, Milk = null },
        Settled = cup => cup.Poured,
    };

    public static readonly Step<Cup> Milk = new("Milk")
    {
        Question = (_, _) => "With milk?",
        Ask = (_, _) => new Prompt.Choose("With milk?", null, [new("yes", "Yes"), new("no", "No")], "On"),
        Take = (cup, reply, _) => reply.Only is "yes" or "no" ? Accepted(cup with { Milk = reply.Only }) : Rejected("Choose yes or no."),
        Applies = (cup, _) => cup.Drink == "coffee",
        Touches = (_, _) => [Surface.Answers],
        Answered = cup => cup.Milk is not null,
        Said = (cup, _) => cup.Milk!,
        Clear = cup => cup with { Milk = null },
        Settled = cup => cup.Poured,
    };

    public static readonly Step<Cup> Name = new("Name")
    {
        Question = (_, _) => "For whom is it?",
        Ask = (_, _) => new Prompt.Write("For whom is it?", null, "Name", null, 10, WritingKind.Words, "On", "Rather not"),
        Take = (cup, reply, _) => reply.Only.Length <= 10 ? Accepted(cup with { Name = reply.Only }) : Rejected("Use at most ten letters."),
        Touches = (_, _) => [Surface.Answers],
        Answered = cup => cup.Name is not null,
        Said = (cup, _) => cup.Name!,
        Clear = cup => cup with { Name = null },
        Settled = cup => cup.Poured,
    };

    public static readonly Step<Cup> Pour = new("Pour")
    {
        Question = (_, _) => "Shall we pour?",
        Ask = (_, _) => new Prompt.Confirm("Shall we pour?", null, [], null, "Yes"),
        Take = (cup, reply, _) => Accepted(reply.Only == "yes" ? cup with { Poured = true } : cup),
        Touches = (_, _) => [Surface.Answers],
        Answered = cup => cup.Poured,
        Said = (_, _) => "Yes",
        Clear = cup => cup,
        Settled = cup => cup.Poured,
    };

    public static readonly WaterfallDialog<Cup> Dialog = new("tea", [Drink, Milk, Name, Pour]);

    private static Taken<Cup>.Accepted Accepted(Cup cup) => new(cup);

    private static Taken<Cup>.Rejected Rejected(string sentence) => new(sentence);
}

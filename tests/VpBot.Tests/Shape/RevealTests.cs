using System.Reflection;
using VpBot.Privacy;

namespace VpBot.Tests.Shape;

/// <summary>A person's words are unmasked in a few places, each of which shows them to that person or to the advisor they chose.</summary>
public sealed class RevealTests
{
    private static readonly string[] MayReveal =
    [
        "Aftercare/DeskAftercare.cs",
        "Appointments/SureStep.cs",
        "Handoffs/DeskSteps.cs",
        "Handoffs/HandoffView.cs",
        "Intake/Receipt.cs",
        "Intake/TalkEndSteps.cs",
        "Intake/TalkSteps.cs",
        "Intake/TalkTimeSteps.cs",
        "Messages/MessagesPage.cs",
        "Messages/MessagesSteps.cs",
        "Privacy/Confidential.cs",
        "SoundingBoard/AskSteps.cs",
        "SoundingBoard/DeskSparringSteps.cs",
        "Teams/Outgoing/EmployeeChat.cs",
    ];

    private static readonly MethodInfo Reveal = typeof(Confidential).GetMethod(nameof(Confidential.Reveal))!;

    [Fact]
    public void A_persons_words_are_revealed_only_where_this_list_says() =>
        Assert.Equal(MayReveal.Select(TypeName).Order(), Revealing(typeof(Confidential).Assembly.GetTypes()).Order());

    [Fact]
    public void Every_file_of_the_list_is_there() => Assert.Empty(MayReveal.Except(Sources.Code.Select(source => source.Path)));

    [Fact]
    public void A_planted_reveal_is_found() => Assert.Equal([nameof(RevealTests)], Revealing([typeof(Planted)]));

    [Fact]
    public void Confidential_words_print_as_a_mask()
    {
        var words = new Confidential("Robin, 06 12 34 56 78");

        Assert.Equal("[confidential]", words.ToString());
        Assert.Equal("[confidential]", $"{words}");
    }

    /// <summary>The outermost types whose code unmasks, lambdas included.</summary>
    private static IEnumerable<string> Revealing(IEnumerable<Type> types) =>
        types.Where(type => Bodies.Methods(type).SelectMany(Bodies.MembersOf).Any(member => member == Reveal))
            .Select(type => Outermost(type).Name.Replace("TextConverter", "", StringComparison.Ordinal)).Distinct();

    private static string TypeName(string path) => Path.GetFileNameWithoutExtension(path);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static class Planted
    {
        public static string Shout(Confidential words) => words.Reveal();
    }
}

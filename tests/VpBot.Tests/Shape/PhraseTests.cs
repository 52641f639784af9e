using System.Reflection;
using VpBot.Cards;
using VpBot.Language;

namespace VpBot.Tests.Shape;

/// <summary>Phrases are members: each has its words in every language, and each is said somewhere.</summary>
public sealed class PhraseTests
{
    public static TheoryData<string> Types => [.. PhraseWalk.Types.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_member_has_words_with_its_arguments_in_every_language_and_no_words_are_left_over(string name)
    {
        foreach (var tongue in Tongue.All)
            Assert.Empty(PhraseWalk.Faults(Named(name), Phrases.Load(Named(name), tongue)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_phrase_can_be_said_and_says_all_its_arguments(string name)
    {
        foreach (var tongue in Tongue.All)
            foreach (var (key, text) in PhraseWalk.Say(Named(name), tongue))
                Assert.False(string.IsNullOrWhiteSpace(text) || PhraseWalk.Placeholders(text).Count > 0, $"{name}.{key} in {tongue}: {text}");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_phrase_is_said_somewhere(string name) =>
        Assert.Empty(Unsaid(Named(name), typeof(Phrases).Assembly));

    [Fact]
    public void A_planted_phrase_that_nobody_says_is_found() => Assert.Equal(["NeverSaid"], Unsaid(typeof(PlantedPhrases), typeof(PhraseTests).Assembly));

    [Theory]
    [MemberData(nameof(Types))]
    public void Phrases_are_calm_and_claim_nothing(string name)
    {
        foreach (var tongue in Tongue.All)
            foreach (var (key, text) in Phrases.Load(Named(name), tongue))
                Assert.True(PhraseWalk.Tone(text) is null, $"{name}.{key} in {tongue} has {PhraseWalk.Tone(text)}: {text}");
    }

    [Theory]
    [InlineData("Gelukt!")]
    [InlineData("Fijn \U0001F600")]
    [InlineData("Als slachtoffer van pesten")]
    [InlineData("De dader ziet dit niet.")]
    [InlineData("Je blijft anoniem.")]
    [InlineData("You stay anonymous.")]
    [InlineData("100% vertrouwelijk")]
    [InlineData("Dit is onzichtbaar voor je werkgever.")]
    [InlineData("The advisor is neutral.")]
    public void A_planted_word_that_is_not_ours_is_found(string text) => Assert.NotNull(PhraseWalk.Tone(text));

    [Theory]
    [InlineData("Slachtofferhulp Nederland")]
    [InlineData("Je hoeft niet zeker te weten of het erg genoeg is.")]
    public void A_proper_name_and_a_plain_sentence_are_no_fault(string text) => Assert.Null(PhraseWalk.Tone(text));

    [Fact]
    public void Planted_words_that_are_missing_left_over_or_without_their_argument_are_found()
    {
        var texts = new Dictionary<string, string> { ["SaidOnce"] = "Hallo {naam}", ["Greeting"] = "Hallo", ["ToneCalm"] = "Rustig", ["Old"] = "Oud" };

        Assert.Equal(
            ["Greeting does not say {name}", "NeverSaid has no words", "Old is nobody's", "SaidOnce does not know {naam}", "ToneWarm has no words"],
            PhraseWalk.Faults(typeof(PlantedPhrases), texts).Order(StringComparer.Ordinal));
    }

    /// <summary>The members that no code calls and no card template names.</summary>
    private static IReadOnlyList<string> Unsaid(Type phrases, Assembly assembly)
    {
        var called = assembly.GetTypes().Where(type => type != phrases).SelectMany(Bodies.Methods).SelectMany(Bodies.MembersOf)
            .Where(member => member.DeclaringType == phrases).Select(member => member.Name).ToHashSet();
        var drawn = typeof(ICard).Assembly.GetTypes()
            .Where(type => typeof(ICard).IsAssignableFrom(type) && type is { IsInterface: false } && type.GetProperties().Any(property => property.PropertyType == phrases))
            .SelectMany(card => CardWalk.Leaves(CardTemplate.Of(card))).Select(CardWalk.Text).OfType<string>()
            .Where(text => text.StartsWith("${", StringComparison.Ordinal)).Select(text => text[2..^1].Split('.')[^1]).ToHashSet();
        return [.. PhraseWalk.Members(phrases).Select(member => member.Name).Where(name => !called.Contains(name) && !called.Contains($"get_{name}") && !drawn.Contains(name))];
    }

    private static Type Named(string name) => typeof(Phrases).Assembly.GetType(name, throwOnError: true)!;

    private enum PlantedTone
    {
        Calm,
        Warm,
    }

    private sealed class PlantedPhrases : Phrases
    {
        public string SaidOnce => Say();

        public string NeverSaid => Say();

        public string Greeting(string name) => With(name);

        public string Tone(PlantedTone tone) => Each(tone);
    }

    private static string[] SayPlanted(PlantedPhrases words) => [words.SaidOnce, words.Greeting("Robin"), words.Tone(PlantedTone.Calm)];
}

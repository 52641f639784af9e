using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Handoffs;
using VpBot.Teams.Catalogue;

namespace VpBot.Tests.Shape;

/// <summary>A card is a record and a template of the same name beside it.</summary>
public sealed class CardTests
{
    /// <summary>Teams refuses a message with its card above 28 KB. Source: "Format your bot messages", size limits.</summary>
    private const int LargestMessage = 28 * 1024;

    private static readonly Type[] Cards =
        [.. typeof(ICard).Assembly.GetTypes().Where(type => typeof(ICard).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false })];

    public static TheoryData<string> Names => [.. Cards.Select(card => card.FullName!)];

    public static TheoryData<CatalogueCard> Catalogue => [.. Enum.GetValues<CatalogueCard>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_card_has_a_template_that_resolves_and_holds_no_words(string card) =>
        Assert.Empty(CardWalk.Faults(CardTemplate.Of(Card(card)), Card(card)));

    [Fact]
    public void Every_template_belongs_to_a_card() =>
        Assert.Equal(
            Cards.Select(card => $"{card.FullName}.card.json").Order(),
            typeof(ICard).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".card.json", StringComparison.Ordinal)).Order());

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","fallbackText":"${Fallback}","body":[{"type":"TextBlock","text":"Hallo"}]}""", "Words in the JSON")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","fallbackText":"${Fallback}","body":[{"type":"TextBlock","text":"Hallo ${Title}"}]}""", "Words in the JSON")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","fallbackText":"${Fallback}","body":[{"type":"TextBlock","text":"${Tilte}"}]}""", "does not resolve")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","fallbackText":"${Fallback}","body":[{"$each":"${Lines}","text":"${Title}"}]}""", "does not resolve on HandoffCardLine")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","fallbackText":"${Fallback}"}""", "version")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5"}""", "fallbackText")]
    public void A_planted_fault_in_a_template_is_found(string template, string fault) =>
        Assert.Contains(CardWalk.Faults(JsonNode.Parse(template)!, typeof(HandoffCard)), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_persons_words_stand_in_a_run_of_plain_text()
    {
        var template = CardTemplate.Of(typeof(HandoffCard));

        Assert.Contains(CardWalk.Leaves(template), leaf => CardWalk.Text(leaf) == "${Text}");
        Assert.Empty(CardWalk.MarkupFaults(template, "${Text}"));
    }

    [Fact]
    public void A_planted_text_block_for_a_persons_words_is_found() =>
        Assert.Single(CardWalk.MarkupFaults(JsonNode.Parse("""{"body":[{"type":"TextBlock","text":"${Text}"}]}""")!, "${Text}"));

    [Fact]
    public void Markup_in_a_persons_words_stays_words()
    {
        var card = CardTemplate.Fill(new HandoffCard("id", "1", CardState.Waiting, [new("Naam", "**Robin** ${Title} \"}]")], "29:x"));

        Assert.Contains(CardWalk.Leaves(card), leaf => CardWalk.Text(leaf) == "**Robin** ${Title} \"}]");
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void An_employers_tenant_sees_only_toggles_and_the_button_that_opens_a_dialog(CatalogueCard card) =>
        Assert.Empty(CardWalk.CatalogueFaults(CardTemplate.Of(TypeOf(card))));

    [Theory]
    [InlineData("""{"actions":[{"type":"Action.Execute","verb":"x"}]}""")]
    [InlineData("""{"actions":[{"type":"Action.OpenUrl","url":"${Address}"}]}""")]
    [InlineData("""{"actions":[{"type":"Action.Submit","data":{"who":"x"}}]}""")]
    [InlineData("""{"actions":[{"type":"Action.Submit","data":{"msteams":{"type":"task/fetch"},"who":"${Person}"}}]}""")]
    [InlineData("""{"body":[{"type":"Input.Text","id":"story"}]}""")]
    [InlineData("""{"body":[{"type":"Container","selectAction":{"type":"Action.ToggleVisibility"}}]}""")]
    public void A_planted_action_that_tells_the_employer_something_is_found(string template) =>
        Assert.NotEmpty(CardWalk.CatalogueFaults(JsonNode.Parse(template)!));

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void A_message_with_its_card_fits_into_Teams(CatalogueCard card) => Assert.InRange(Page(card).Length, 1, LargestMessage - 1);

    [Fact]
    public void A_handoff_with_the_longest_answers_fits_into_Teams()
    {
        HandoffCardLine[] lines = [.. Enumerable.Range(0, 10).Select(line => new HandoffCardLine($"Regel {line}", string.Concat(Enumerable.Repeat("\U0001F600", 160))))];
        var message = CardMessage.Of(new HandoffCard(new string('0', 32), "1", CardState.Waiting, lines, new string('x', 200)), "x");

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(message).Length, 1, LargestMessage - 1);
    }

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void A_language_that_takes_almost_half_more_room_still_fits(CatalogueCard card)
    {
        var message = JsonNode.Parse(Page(card).Span)!;
        foreach (var leaf in CardWalk.Leaves(message).Where(CardWalk.IsWordLeaf).ToList())
            leaf.ReplaceWith(PseudoLocale.Stretch(CardWalk.Text(leaf)!));

        var bytes = Encoding.UTF8.GetBytes(message.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        Assert.InRange(bytes.Length, 1, LargestMessage - 1);
        Assert.Empty(CardWalk.CatalogueFaults(JsonNode.Parse(bytes)!));
    }

    [Fact]
    public void The_front_door_with_the_second_way_in_fits_too_also_in_a_language_that_takes_more_room()
    {
        var with = Template.Duinrand with { CardDialogs = true };
        var message = JsonNode.Parse(Book.Page(with, CatalogueCard.FrontDoor).Span)!;
        foreach (var leaf in CardWalk.Leaves(message).Where(CardWalk.IsWordLeaf).ToList())
            leaf.ReplaceWith(PseudoLocale.Stretch(CardWalk.Text(leaf)!));

        Assert.InRange(Encoding.UTF8.GetByteCount(message.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })), 1, LargestMessage - 1);
        Assert.Equal(2, CardWalk.Elements(message).Count(element => CardWalk.Text(element["open"]) == "cards"));
        Assert.DoesNotContain("\"cards\"", Encoding.UTF8.GetString(Page(CatalogueCard.FrontDoor).Span), StringComparison.Ordinal);
    }

    private static CatalogueBook Book => new(employer => new Uri($"https://spreekkamer.example/open/{employer.Key}"));

    private static ReadOnlyMemory<byte> Page(CatalogueCard card) => Book.Page(Template.Duinrand, card);

    private static Type Card(string name) => typeof(ICard).Assembly.GetType(name, throwOnError: true)!;

    private static Type TypeOf(CatalogueCard card) => Card($"VpBot.Teams.Catalogue.{card}");
}

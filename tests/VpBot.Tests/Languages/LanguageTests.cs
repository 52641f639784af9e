using System.Text;
using System.Text.Json.Nodes;
using VpBot.Language;
using VpBot.Room;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Languages;

/// <summary>A language is a folder of files and a review. One that was not reviewed is off until the provider switches it on.</summary>
public sealed class LanguageTests
{
    /// <summary>What an employee meets. The desk, the kit and the announcements are in the reviewed languages only.</summary>
    private static readonly string[] OfEmployees =
    [
        "Language/Time", "Room/Room", "Room/Hall", "Teams/FrontDoor", "Privacy/Exposure", "Explaining/Explaining", "Explaining/Asking/Asking", "Intake/Intake", "Intake/Accused",
        "Appointments/Appointments", "Appointments/ConsultationHours/ConsultationHours", "Messages/Messages", "Aftercare/Aftercare", "Aftercare/Nudges/Nudges",
    ];

    private static readonly Dictionary<string, string?> Polish = new() { ["Language:Unreviewed:0"] = "pl" };

    private static Tongue Pl => FoundLanguages.Within.Single(tongue => tongue.Code == "pl");

    [Fact]
    public void A_language_that_nobody_reviewed_is_off_until_the_provider_switches_it_on()
    {
        Assert.DoesNotContain(Read(new()).All, tongue => tongue.Code == "pl");
        Assert.Equal(Tongue.Dutch, Read(new()).Of("pl"));
        Assert.Equal("pl", Read(new() { Unreviewed = ["pl"] }).Of("pl-PL").Code);
    }

    [Fact]
    public void Every_phrase_of_a_found_language_has_its_arguments_and_none_is_missing() => Assert.All(FoundLanguages.Within, tongue => Assert.Empty(TextFaults.Of(tongue)));

    [Fact]
    public void Everything_that_an_employee_meets_is_there_in_Polish() =>
        Assert.All(OfEmployees, name => Assert.NotNull(Pl.Wordings.Phrases(TextFaults.TypeOf($"{name}.json")!)));

    [Fact]
    public void No_file_of_a_found_language_is_without_a_reviewed_one()
    {
        var names = typeof(Phrases).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("language/", StringComparison.Ordinal)).Select(name => name.Split('/', 3)[2]).Where(name => name != "language.json");
        Assert.All(names, name => Assert.True(name.EndsWith(".json", StringComparison.Ordinal) ? TextFaults.TypeOf(name) is not null : Tongue.Dutch.Wordings.Page(name) is not null, name));
    }

    [Fact]
    public void A_planted_language_with_a_missing_phrase_a_lost_argument_and_markup_is_refused_in_sentences()
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-language").FullName;
        try
        {
            PseudoLanguage.WriteTo(folder);
            var file = Path.Combine(folder, "xx", "Room", "Room.json");
            var room = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            room.Remove("Back");
            room["AtMost"] = "zonder";
            room["Busy"] = "<b>druk</b>";
            File.WriteAllText(file, room.ToJsonString());

            var reading = new LanguageReading(new() { Folder = folder, Unreviewed = ["xx", "qq"] }, folder);
            reading.Read();

            Assert.Equal(
                [
                    "Language xx, Room/Room.json has no words for Back. Write them, or leave out the whole file.",
                    "Language xx, Room/Room.json: AtMost does not say {longest}.",
                    "Language xx, Room/Room.json: Busy has markup, and none may be there: <b",
                    "Language:Unreviewed names \"qq\", and there is no such language. Choose from: pl, xr, xx.",
                ],
                reading.Faults.Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Every_page_of_it_says_in_it_and_in_Dutch_that_a_machine_made_it_and_offers_Dutch_and_English()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(tongue: "pl");
        await visitor.GoToAsync("Consent");
        foreach (var page in new[] { visitor.Page, await visitor.ActAsync("back"), await visitor.ActAsync("change", "For") })
        {
            Assert.Contains("<html lang=\"pl\"", page.Html, StringComparison.Ordinal);
            Assert.Contains(Pl.NotReviewed, page.Text, StringComparison.Ordinal);
            Assert.Contains(Tongue.Dutch.Words<RoomPhrases>().NotReviewed, page.Text, StringComparison.Ordinal);
            Assert.All(Tongue.All, tongue => Assert.Contains($"name=\"answer\" value=\"{tongue.Code}\" lang=\"{tongue.Code}\"", page.Html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Where_it_has_no_words_the_whole_page_is_in_a_reviewed_language_and_says_so()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(tongue: "pl");
        var asking = await visitor.AnswerAsync("ask");
        Assert.Contains("<html lang=\"en\"", asking.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"pl\" lang=\"pl\"", asking.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Pl.NotReviewed, asking.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"pl\"", (await visitor.ActAsync("back")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_file_is_missing_the_whole_page_falls_back_and_no_line_is_empty()
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-language").FullName;
        try
        {
            PseudoLanguage.WriteTo(folder);
            File.Delete(Path.Combine(folder, "xx", "Intake", "Intake.json"));
            File.Delete(Path.Combine(folder, "xx", "Explaining", "Content", "what-an-advisor-does.md"));
            await using var bot = await BotInside.StartAsync(settings: new() { ["Language:Unreviewed:0"] = "xx", ["Language:Folder"] = folder }, listen: true);
            using var visitor = new RoomVisitor(bot.Address);
            await visitor.BeginAsync(tongue: "xx");
            Assert.Contains("<html lang=\"xx\"", visitor.Page.Html, StringComparison.Ordinal);
            foreach (var goal in new[] { "talk", "explain" })
            {
                var page = await visitor.AnswerAsync(goal);
                Assert.Contains("<html lang=\"nl\"", page.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("⟦", page.Title, StringComparison.Ordinal);
                await visitor.ActAsync("back");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_the_settings_say_in_the_reviewed_languages_only_is_no_empty_line_in_it()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(tongue: "pl");
        Assert.Contains("The director", (await visitor.GoToAsync("MustNotKnow")).Text, StringComparison.Ordinal);
        Assert.Contains("Civil Affairs", (await visitor.GoToAsync("WithWhom")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_to_an_advisor_is_in_a_reviewed_language_and_is_shown_word_for_word()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(tongue: "pl");
        await visitor.GoToAsync("Consent");
        Assert.Contains("<div lang=\"en\">", visitor.Page.Html, StringComparison.Ordinal);
        Assert.Contains("Language Polski", visitor.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_it_is_offered_nowhere_and_an_old_address_is_Dutch()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(tongue: "pl");
        Assert.Contains("<html lang=\"nl\"", visitor.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Polski", visitor.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Polski", bot.Get<EmployerVisible>().DocumentFor(Template.Duinrand), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_it_on_every_byte_of_the_cards_stands_in_the_employer_visible_list_and_fits_a_message()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish);
        var (book, list) = (bot.Get<CatalogueBook>(), bot.Get<EmployerVisible>().DocumentFor(Template.Duinrand));
        Assert.Contains("nobody reviewed: Polski", list, StringComparison.Ordinal);
        foreach (var card in Enum.GetValues<CatalogueCard>())
        {
            var bytes = book.Page(Template.Duinrand, card);
            Assert.InRange(bytes.Length, 1, 28 * 1024);
            var sent = JsonNode.Parse(bytes.Span)!;
            Assert.Contains(Listed(list, card.ToString()), listed => JsonNode.DeepEquals(listed, sent));
            Assert.Equal(card != CatalogueCard.AdvisorCalled, Encoding.UTF8.GetString(bytes.Span).Contains(Pl.NotReviewed, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_card_with_three_languages_shows_one_and_reaches_each_of_the_others_with_one_press()
    {
        await using var bot = await BotInside.StartAsync(settings: Polish);
        var blocks = JsonNode.Parse(bot.Get<CatalogueBook>().Page(Template.Duinrand, CatalogueCard.FrontDoor).Span)!["attachments"]![0]!["content"]!["body"]!.AsArray();
        Assert.Equal(["nl", "en", "pl"], blocks.Select(block => block!["id"]!.GetValue<string>()));
        Assert.Equal([true, false, false], blocks.Select(block => block!["isVisible"]?.GetValue<bool>() ?? true));
        Assert.All(blocks, block =>
        {
            var others = block!["items"]!.AsArray().Select(item => item!["actions"]).OfType<JsonArray>().Single(actions => actions.Count == 2 && actions[0]!["targetElements"] is JsonArray { Count: 3 });
            Assert.All(others, press => Assert.Single(press!["targetElements"]!.AsArray(), target => target!["isVisible"]!.GetValue<bool>()));
        });
        Assert.DoesNotContain("\"en-", blocks[2]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"lang\":\"pl\"", blocks[2]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_on_a_card_is_written_into_code()
    {
        var folder = Directory.CreateTempSubdirectory("vpbot-language").FullName;
        try
        {
            PseudoLanguage.WriteTo(folder);
            var book = new CatalogueBook(_ => new Uri("https://b.cd/e"), Read(new() { Folder = folder, Unreviewed = ["xx"] }));
            foreach (var card in new[] { CatalogueCard.FrontDoor, CatalogueCard.DoNotType, CatalogueCard.RoomThere })
            {
                var block = JsonNode.Parse(book.Page(Template.Duinrand, card).Span)!["attachments"]![0]!["content"]!["body"]![2]!;
                var texts = CardWalk.Leaves(block).Where(leaf => leaf.Parent is JsonObject && (leaf.GetPropertyName() is "text" or "title")).Select(CardWalk.Text).OfType<string>();
                var known = PseudoLanguage.WordsOf(Tongue.Dutch.Words<RoomPhrases>().NotReviewed, "Nederlands English https");
                Assert.Empty(PseudoLanguage.Foreign(string.Join('\n', texts), known));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Spoken Read(LanguageSettings settings)
    {
        var reading = new LanguageReading(settings, AppContext.BaseDirectory);
        var spoken = reading.Read();
        Assert.Empty(reading.Faults);
        return spoken;
    }

    private static IEnumerable<JsonNode?> Listed(string list, string card) =>
        list.Split($"\n## {card}\n")[1].Split("```json\n").Skip(1).Take(1).Select(part => JsonNode.Parse(part.Split("\n```")[0]));
}

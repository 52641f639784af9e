using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpBot.Explaining;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Teams;
using VpBot.Teams.Catalogue;
using VpBot.Tests.Profiles;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Languages;

/// <summary>A provider can say a text in other words for one employer. The promises stay as they are.</summary>
public sealed class OwnTextTests : IDisposable
{
    private const string Question = "Waar kunnen wij je mee helpen?";

    private readonly string _folder = Directory.CreateTempSubdirectory("vpbot-own").FullName;

    private Dictionary<string, string?> Settings => new() { ["Language:OwnTexts"] = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_changed_phrase_is_said_to_the_people_of_that_employer_only_with_who_changed_it_and_its_review_date()
    {
        Write("duinrand/Room/Hall.nl.json", $$$"""{"reviewed":"2026-11-20","phrases":{"Question":"{{{Question}}}"}}""");
        await using var bot = await BotInside.StartAsync(settings: Settings, listen: true);
        using var visitor = new RoomVisitor(bot.Address);

        var own = await visitor.BeginAsync();
        Assert.Equal(Question, own.Title);
        Assert.Contains("Aangepast door Luwte, bekeken op 20 november 2026.", own.Text.Replace(Template.Duinrand.Provider.Name, "Luwte", StringComparison.Ordinal), StringComparison.Ordinal);

        var ours = await visitor.AnswerAsync("talk");
        Assert.DoesNotContain("Aangepast door", ours.Text, StringComparison.Ordinal);
        Assert.Equal(Tongue.Dutch.Words<HallPhrases>().Question, (await visitor.BeginAsync("windhoek")).Title);
        Assert.Equal(Tongue.English.Words<HallPhrases>().Question, (await visitor.BeginAsync(tongue: "en")).Title);
    }

    [Fact]
    public async Task A_changed_phrase_that_stands_on_every_page_is_said_to_be_changed_on_every_page_and_at_the_door()
    {
        Write("duinrand/Room/Room.nl.json", """{"reviewed":"2026-11-20","phrases":{"HelpNow":"Hulp, nu"}}""");
        await using var bot = await BotInside.StartAsync(settings: Settings, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        using var http = new HttpClient { BaseAddress = bot.Address };
        foreach (var page in new[] { (await visitor.BeginAsync()).Text, (await visitor.AnswerAsync("talk")).Text, await http.GetStringAsync(new Uri("/open/duinrand", UriKind.Relative), TestContext.Current.CancellationToken) })
            Assert.Contains("bekeken op 20 november 2026.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_page_is_shown_with_its_review_date()
    {
        Write("duinrand/Explaining/Content/nl/what-an-advisor-does.md", Page("what-an-advisor-does", "Wij luisteren naar jou.\n"));
        await using var bot = await BotInside.StartAsync(settings: Settings, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        var page = await visitor.AnswerAsync("explain");
        Assert.Contains("Wij luisteren naar jou.", page.Text, StringComparison.Ordinal);
        Assert.Contains("bekeken op 31 januari 2027.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij luisteren naar jou.", (await visitor.AnswerAsync("next")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cards_stay_constant_and_the_employer_visible_list_follows()
    {
        Write("duinrand/Teams/FrontDoor.nl.json", """{"reviewed":"2026-11-20","phrases":{"Title":"Praat met ons"}}""");
        await using var bot = await BotInside.StartAsync(settings: Settings);
        var (book, list) = (bot.Get<CatalogueBook>(), bot.Get<EmployerVisible>());
        Assert.Contains("Praat met ons", Encoding.UTF8.GetString(book.Page(Template.Duinrand, CatalogueCard.FrontDoor).Span), StringComparison.Ordinal);
        Assert.True(book.Page(Template.Duinrand, CatalogueCard.FrontDoor).Span.SequenceEqual(book.Page(Template.Duinrand, CatalogueCard.FrontDoor).Span));
        Assert.Contains("Praat met ons", list.DocumentFor(Template.Duinrand), StringComparison.Ordinal);
        Assert.DoesNotContain("Praat met ons", list.DocumentFor(Template.Directory.ByKey("windhoek")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_own_texts_would_make_larger_than_Teams_takes_is_sent_in_our_words_and_the_log_says_so()
    {
        var endless = string.Concat(Enumerable.Repeat("Praat met ons. ", 2_000));
        Write("duinrand/Teams/FrontDoor.nl.json", $$$"""{"reviewed":"2026-11-20","phrases":{"Title":"{{{endless}}}"}}""");
        using var log = new LogLines();
        await using var bot = await BotInside.StartAsync(settings: Settings, also: services => services.AddSingleton<ILoggerProvider>(log));
        var book = bot.Get<CatalogueBook>();
        Assert.Equal(
            new CatalogueBook(bot.Get<RoomAddresses>().ShortLink).Page(Template.Duinrand, CatalogueCard.FrontDoor).ToArray(),
            book.Page(Template.Duinrand, CatalogueCard.FrontDoor).ToArray());
        Assert.DoesNotContain("Praat met ons", bot.Get<EmployerVisible>().DocumentFor(Template.Duinrand), StringComparison.Ordinal);
        Assert.Contains((202, "The provider's own texts make a card larger than Teams takes, and it is sent in our words: FrontDoor"), log.Lines);
    }

    [Theory]
    [InlineData("duinrand/Room/Hall.nl.json", """{"reviewed":"2026-11-20","phrases":{"Nothing":"x"}}""", "there is no phrase Nothing.")]
    [InlineData("duinrand/Room/Room.nl.json", """{"reviewed":"2026-11-20","phrases":{"AtMost":"Kort."}}""", "AtMost does not say {longest}.")]
    [InlineData("duinrand/Room/Room.nl.json", """{"reviewed":"2026-11-20","phrases":{"AtMost":"{longest} van {name}"}}""", "AtMost does not know {name}.")]
    [InlineData("duinrand/Room/Hall.nl.json", """{"reviewed":"2026-11-20","phrases":{"Question":"<b>Ja</b>"}}""", "Question has markup, and none may be there: <b")]
    [InlineData("duinrand/Room/Hall.nl.json", """{"reviewed":"2026-11-20","phrases":{"Question":"[hier](https://x.example)"}}""", "Question has markup, and none may be there")]
    [InlineData("duinrand/Room/Hall.nl.json", """{"reviewed":"gisteren","phrases":{"Question":"Ja?"}}""", "with the day of the review.")]
    [InlineData("duinrand/Room/Hall.nl.json", "nee", "with the day of the review.")]
    [InlineData("duinrand/Room/Hall.nl.json", """{"reviewed":"2026-11-20","phrases":{"Question":null}}""", "with the day of the review.")]
    [InlineData("duinrand/Room/Hal.nl.json", """{"reviewed":"2026-11-20","phrases":{}}""", "is no text of ours.")]
    [InlineData("duinrand/Room/Hall.de.json", """{"reviewed":"2026-11-20","phrases":{}}""", "in one of these languages: nl, en.")]
    [InlineData("duinrand/Privacy/Exposure.nl.json", """{"reviewed":"2026-11-20","phrases":{"HoldsScreen":"Niets."}}""", "HoldsScreen is a promise")]
    [InlineData("duinrand/Intake/Intake.en.json", """{"reviewed":"2026-11-20","phrases":{"ConsentAfter":"Fine."}}""", "ConsentAfter is a promise")]
    [InlineData("duinrand/Appointments/Appointments.nl.json", """{"reviewed":"2026-11-20","phrases":{"StateWhyDelivered":"Het is gelezen."}}""", "StateWhyDelivered is a promise")]
    [InlineData("duinrand/Explaining/Content/nl/confidential-and-its-limits.md", "", "It cannot be changed")]
    [InlineData("duinrand/Explaining/Content/nl/topics.md", "Zomaar.", "does not say title.")]
    [InlineData("duinrand/Explaining/Content/nl/nothing.md", "", "is no text of ours.")]
    public void A_fault_in_a_changed_text_stops_the_start_with_a_sentence(string name, string text, string sentence)
    {
        Write(name, text);
        Assert.Contains(Faults(), fault => fault.StartsWith($"Language:OwnTexts, {name}", StringComparison.Ordinal) && fault.Contains(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: ", "title:")]
    [InlineData("title: ", "title: Eerst\ntitle: ")]
    [InlineData("title: ", "een regel zonder meer\ntitle: ")]
    public void A_changed_page_that_is_taken_can_be_shown_however_its_head_is_written(string ours, string written)
    {
        var own = Page("glossary", "Onze woorden.\n");
        Write("duinrand/Explaining/Content/nl/glossary.md", own.Replace(ours, written, StringComparison.Ordinal));
        var reading = new LanguageReading(new() { OwnTexts = _folder }, _folder);
        var spoken = reading.Read();
        Assert.Empty(reading.Faults);
        Assert.Contains("Onze woorden.", ContentBook.Page("glossary", spoken.At("duinrand", "nl")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_changed_page_stops_the_start()
    {
        Write("duinrand/Explaining/Content/nl/topics.md", Page("topics", "<img src=x>\n"));
        Assert.Contains(Faults(), fault => fault.EndsWith("has markup, and none may be there: <i", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("> ")]
    public void A_changed_page_with_more_marks_within_marks_than_can_be_shown_stops_the_start(string mark)
    {
        Write("duinrand/Explaining/Content/nl/topics.md", Page("topics", string.Concat(Enumerable.Repeat(mark, 500)) + "\n"));
        Assert.Contains(Faults(), fault => fault.EndsWith("topics.md has more marks within marks than can be shown. Write it more simply.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n")]
    [InlineData("[niets]: tel:1\n")]
    public void A_changed_page_that_shows_nothing_stops_the_start(string text)
    {
        Write("duinrand/Explaining/Content/nl/topics.md", Page("topics", text));
        Assert.Contains(Faults(), fault => fault.EndsWith("topics.md says nothing below its first lines. Write the text there, or take the file out.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start() =>
        Assert.Equal(
            ["Language:OwnTexts names the folder nowhere, and it is not there."],
            Doors.FaultsOf(builder => builder.AddLanguage(), new Dictionary<string, string?> { ["Language:OwnTexts"] = "nowhere" }));

    [Fact]
    public void Promises_what_can_be_seen_and_the_limits_of_confidentiality_cannot_be_changed()
    {
        Assert.All(Phrases.Load(typeof(ExposurePhrases), Tongue.Dutch).Keys, key => Assert.True(Marks.IsFixed(typeof(ExposurePhrases), key), key));
        Assert.All(["DoNotType", "ConfidentialText", "EmployerSeesMore", "TypedText"], key => Assert.True(Marks.IsFixed(typeof(FrontDoorPhrases), key), key));
        Assert.All(["confidential-and-its-limits", "what-my-employer-sees", "help-right-now"], subject =>
            Assert.Contains("\nfixed: yes\n", Tongue.Dutch.Wordings.Page($"Explaining/Content/{subject}.md"), StringComparison.Ordinal));
    }

    private static string Page(string subject, string body)
    {
        var ours = Tongue.Dutch.Wordings.Page($"Explaining/Content/{subject}.md")!.Split("---\n", 3);
        return $"---\n{ours[1].Replace("reviewed: 2026-11-23", "reviewed: 2027-01-31", StringComparison.Ordinal)}---\n{body}";
    }

    private IReadOnlyList<string> Faults()
    {
        var reading = new LanguageReading(new() { OwnTexts = _folder }, _folder);
        reading.Read();
        return reading.Faults;
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}

namespace VpBot.Browser;

/// <summary>What is true of every page: the room, the desk and the pages without a session.</summary>
public sealed class EveryPageTests(House house, Walks walks) : Visit(house), IClassFixture<Walks>
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_on_any_page_of_the_room_and_the_desk(string language) =>
        FoundNothing((await walks.PastAsync(House, language)).SelectMany(page => page.FoundByAxe));

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task No_page_scrolls_sideways_at_320_pixels_or_with_text_of_twice_the_size(string language) =>
        FoundNothing((await walks.PastAsync(House, language)).SelectMany(page => page.TooWide));

    [Theory]
    [InlineData("nl", "Spreekkamer", "Werktafel")]
    [InlineData("en", "The room", "Desk")]
    public async Task Every_step_has_its_own_title_and_language_and_begins_at_its_question(string language, string roomName, string deskName)
    {
        var wrong = new List<string>();
        foreach (var page in (await walks.PastAsync(House, language)).Where(page => page.IsStep))
        {
            var place = page.Name.StartsWith("desk", StringComparison.Ordinal) ? deskName : roomName;
            if (page.Headings is not [var heading])
                wrong.Add($"{page.Name}: not one heading of the first level");
            else if (page.Title != $"{heading} · {place}")
                wrong.Add($"{page.Name}: titled \"{page.Title}\"");
            if (page.Language != language)
                wrong.Add($"{page.Name}: not in {language}");
            if (page.Focus != (page.Name.EndsWith("-sentence", StringComparison.Ordinal) ? "sentence" : "question"))
                wrong.Add($"{page.Name}: the focus is on \"{page.Focus}\"");
        }

        FoundNothing(wrong);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Screenshots(string language)
    {
        var pages = await walks.PastAsync(House, language);
        var folder = Walks.FolderOf(language);
        await CardsAsync(language, folder);
        var files = Directory.GetFiles(folder, "*.png");
        Assert.True(files.Length >= (pages.Count + 4) * Pictures.PerThing, $"There are {files.Length} pictures of {pages.Count} pages.");
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 0));
    }

    private static void FoundNothing(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    private async Task CardsAsync(string language, string folder)
    {
        var playground = await House.PlaygroundPageAsync();
        await playground.Page.Locator("#language").SelectOptionAsync(language);
        await playground.ShowAsync(House.Playground.People.Marijke);
        await playground.ShowAsync(House.Playground.People.Wietske);
        // The chats scroll; a picture of a card shows the whole of it.
        await playground.Page.Locator(".talk").EvaluateAllAsync<object?>("chats => chats.forEach(chat => { chat.style.maxHeight = 'none' })");
        var employee = playground.Card(playground.Employee);
        var root = playground.Page.Locator("html");
        if (language == "en")
            await playground.PressAsync(playground.Employee, "English");
        await Pictures.TakeAsync(playground.Page, root, employee, folder, "card-front-door");
        var first = language == "nl" ? "Wat doet een vertrouwenspersoon?" : "What does an advisor do?";
        await playground.PressAsync(playground.Employee, first);
        await Pictures.TakeAsync(playground.Page, root, employee, folder, "card-front-door-open");
        await Pictures.TakeAsync(playground.Page, root, null, folder, "playground");
        await playground.ShowAsync(House.Playground.People.Sanne);
        var cards = playground.Advisor.Locator("[data-message] .card");
        await Expect(cards.Filter(new() { HasText = "Je hebt ja gezegd" }).Last).ToBeVisibleAsync();
        await Pictures.TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Je hebt ja gezegd" }).Last, folder, "card-handoff");
        await Pictures.TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Er is nieuws van een collega" }).Last, folder, "card-colleague");
        await Pictures.TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Er is een bericht voor je" }).Last, folder, "card-message");
    }
}

using System.Globalization;

namespace VpBot.Browser;

/// <summary>HR announces a session in a meeting's chat, and somebody who reads along there goes on alone.</summary>
public sealed class AnnouncingTests(House house) : Visit(house)
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task HR_announces_a_session_in_a_meeting_and_an_employee_presses_its_button_and_opens_the_room(string language)
    {
        var (people, teams, page) = (House.Playground.People, House.Playground.Teams, await House.PlaygroundPageAsync());
        await page.Page.Locator("#language").SelectOptionAsync(language);
        await Expect(page.Card(page.Employee)).ToBeVisibleAsync();
        var asked = House.Playground.Connector.Received.Count;
        var meeting = page.Page.Locator("#hr");
        var held = teams.Archive(people.Hilde).Held.Count;
        var posted = await meeting.Locator("[data-from=card]").CountAsync();

        await meeting.Locator("#hr-compose").ClickAsync();
        await page.Dialog.GetByLabel("Een bijeenkomst met uitleg").CheckAsync();
        await page.Dialog.GetByLabel(language == "nl" ? "Nederlands" : "English").CheckAsync();
        await PressAsync(page, "Verder");
        await Field(page, "Dag").FillAsync("2020-01-06");
        await Field(page, "Begin").FillAsync("14:30");
        await Field(page, "Plaats").FillAsync("Zaal 3");
        await PressAsync(page, "Zet in mijn bericht");
        await Expect(page.Dialog).ToContainTextAsync("Dit moment is al voorbij");
        await Expect(Field(page, "Plaats")).ToHaveValueAsync("Zaal 3");
        await Expect(Field(page, "Begin")).ToHaveValueAsync("14:30");
        var day = InAMonth();
        await Field(page, "Dag").FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await PressAsync(page, "Zet in mijn bericht");

        await Expect(page.Dialog).ToBeHiddenAsync();
        await Expect(page.Page.Locator("#hr-draft")).ToContainTextAsync("Zaal 3");
        Assert.Equal(held, teams.Archive(people.Hilde).Held.Count);
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator("#hr-draft")).ToBeHiddenAsync();
        var card = meeting.Locator("[data-from=card]");
        await Expect(card).ToHaveCountAsync(posted + 1);
        await Expect(card.Last).ToContainTextAsync(Title(language));
        await Expect(card.Last).ToContainTextAsync(day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB")));
        await Expect(page.Tenant.Locator("#held [data-kind=postedCard]").First).ToContainTextAsync("Hilde Ontwerp");

        await card.Last.GetByRole(AriaRole.Link, new() { Name = language == "nl" ? "Open mijn eigen chat met de app" : "Open my own chat with the app" }).ClickAsync();
        await Expect(page.Employee.Locator(".talk")).ToBeFocusedAsync();
        await Expect(page.Tenant.Locator("#not-held")).ToContainTextAsync(language == "nl" ? "Link op een kaart gevolgd" : "Link on a card followed");
        var room = await page.OpenAsync(page.Employee, "Open de spreekkamer");
        await Expect(room.Heading).ToBeVisibleAsync();

        // The bot sent nothing for all of it.
        Assert.Equal(asked, House.Playground.Connector.Received.Count);
    }

    [Fact]
    public async Task A_card_can_be_taken_out_again_before_anybody_saw_it()
    {
        var page = await House.PlaygroundPageAsync();
        await page.Page.Locator("#hr-compose").ClickAsync();
        await page.Dialog.GetByLabel("Een herinnering").CheckAsync();
        await PressAsync(page, "Verder");
        await Expect(page.Page.Locator("#hr-draft")).ToContainTextAsync("De vertrouwenspersoon is er nog steeds voor je");
        var held = House.Playground.Teams.Archive(House.Playground.People.Hilde).Held.Count;

        await page.Page.Locator("#hr-take-out").ClickAsync();

        await Expect(page.Page.Locator("#hr-draft")).ToBeHiddenAsync();
        Assert.Equal(held, House.Playground.Teams.Archive(House.Playground.People.Hilde).Held.Count);
    }

    [Fact]
    public async Task The_form_asks_for_what_is_missing_before_it_goes_anywhere()
    {
        var page = await House.PlaygroundPageAsync();
        await page.Page.Locator("#hr-compose").ClickAsync();
        await Expect(page.Dialog).ToContainTextAsync("Wat wil je aankondigen?");
        var sent = House.Playground.Teams.Sent.Count;
        await PressAsync(page, "Verder");
        await Expect(page.Dialog).ToContainTextAsync("Kies een aankondiging en een taal.");
        Assert.Equal(sent, House.Playground.Teams.Sent.Count);
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Reminder")]
    [InlineData("Session")]
    [InlineData("Elsewhere")]
    public async Task Every_announcement_is_drawn_whole_by_the_official_renderer_and_nothing_in_it_is_markup(string what)
    {
        var (page, hilde) = (await House.PlaygroundPageAsync(new() { ViewportSize = new() { Width = 320, Height = 900 } }), House.Playground.People.Hilde);
        foreach (var language in new[] { "nl", "en" })
        {
            await House.Playground.Teams.SubmitComposeAsync(hilde, new System.Text.Json.Nodes.JsonObject
            {
                ["step"] = what == "Session" ? "session" : "choose",
                ["announcement"] = what,
                ["tongue"] = language,
                ["day"] = InAMonth().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["time"] = "09:00",
                ["place"] = "Zaal 1 - 'De Vergaderruimte' - (+ 2, 3) & entree buiten",
            });
            House.Playground.Teams.Meeting.Post(hilde);
            House.Playground.Changes.Announce();
            var card = page.Page.Locator("#hr [data-from=card] .card").Last;
            await Expect(card).ToContainTextAsync(language == "nl" ? "Bij direct gevaar" : "In direct danger");
            Assert.Equal(0, await card.EvaluateAsync<int>("card => card.scrollWidth - card.clientWidth"));
            Assert.Equal(0, await card.Locator("a, input, em, strong").CountAsync());
            Assert.Equal(1, await card.Locator("button").CountAsync());
            await ScreenAsync(page.Page, card, $"announcement-{what}-{language}");
        }
    }

    private static string Title(string language) => language == "nl" ? "Kom luisteren: wat doet een vertrouwenspersoon?" : "Come and listen: what does a confidential advisor do?";

    private static DateOnly InAMonth() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);

    private static Task PressAsync(PlaygroundPage page, string name) => page.Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static ILocator Field(PlaygroundPage page, string label) => page.Dialog.GetByLabel(label);

    private static async Task ScreenAsync(IPage page, ILocator part, string name)
    {
        await page.Locator(".talk").EvaluateAllAsync<object?>("chats => chats.forEach(chat => { chat.style.maxHeight = 'none' })");
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "announcing")).FullName;
        await part.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}

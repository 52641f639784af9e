using System.Collections.Concurrent;

namespace VpBot.Browser;

/// <summary>The constant cards, drawn by the official renderer.</summary>
public sealed class CardTests(House house) : Visit(house)
{
    private static readonly (string Button, string Inside)[] Dutch =
    [
        ("Wat doet een vertrouwenspersoon?", "Meegaan naar dat gesprek"),
        ("Wat doet die niet?", "Geen juridisch advies"),
        ("Is het vertrouwelijk?", "Een rechter roept"),
        ("Intern of extern?", "Wisselen mag altijd"),
        ("Wat ziet mijn werkgever?", "Iedereen hier heeft deze app"),
        ("Nu meteen hulp", "112 bij direct gevaar"),
    ];

    private static readonly (string Button, string Inside)[] English =
    [
        ("What does an advisor do?", "Come along to that talk"),
        ("What do they not do?", "No legal advice"),
        ("Is it confidential?", "A judge calls"),
        ("Internal or external?", "You may always switch"),
        ("What does my employer see?", "Everyone here has this app"),
        ("Help right now", "112 in direct danger"),
    ];

    [Fact]
    public async Task Every_section_of_the_front_door_opens_and_closes_and_the_language_switches_without_anyone_knowing()
    {
        var playground = await House.PlaygroundPageAsync();
        var card = playground.Card(playground.Employee);
        await Expect(card.GetByText("Een vertrouwenspersoon spreken")).ToBeVisibleAsync();
        var (sent, held) = (House.Playground.Teams.Sent.Count, House.Playground.Teams.Archive(House.Playground.People.Noor).RawText);
        var asked = new ConcurrentQueue<Uri>();
        playground.Page.Context.Request += (_, request) => asked.Enqueue(new(request.Url));

        await OpenAndCloseAllAsync(playground, card, Dutch);
        await playground.PressAsync(playground.Employee, "English");
        await Expect(card.GetByText("Talk to a confidential advisor")).ToBeVisibleAsync();
        await Expect(card.GetByText("Een vertrouwenspersoon spreken")).ToBeHiddenAsync();
        await OpenAndCloseAllAsync(playground, card, English);
        await playground.PressAsync(playground.Employee, "Nederlands");
        await Expect(card.GetByText("Een vertrouwenspersoon spreken")).ToBeVisibleAsync();

        // The Playground writes down that something was toggled, to show it; nothing else may leave the page.
        Assert.All(asked.ToArray(), address => Assert.Contains(address.AbsolutePath, new[] { "/page/toggled", "/page/state" }));
        Assert.Equal(sent, House.Playground.Teams.Sent.Count);
        Assert.Equal(held, House.Playground.Teams.Archive(House.Playground.People.Noor).RawText);
    }

    [Fact]
    public async Task A_typed_line_is_answered_with_the_card_that_says_not_to_type_and_shows_nothing_of_it()
    {
        var playground = await House.PlaygroundPageAsync();
        await playground.ShowAsync(House.Playground.People.Bram);
        await playground.Page.Locator("#employee-type").FillAsync("Mijn chef schreeuwt tegen mij");
        await playground.Page.Keyboard.PressAsync("Enter");
        var card = playground.Card(playground.Employee);
        await Expect(card).ToContainTextAsync("Wij lezen, gebruiken en bewaren niet wat je typt.");
        await Expect(card).Not.ToContainTextAsync("schreeuwt");
        await playground.PressAsync(playground.Employee, "English");
        await Expect(card.GetByText("Do not type personal things here")).ToBeVisibleAsync();
        await Expect(playground.Tenant.Locator("#held")).ToContainTextAsync("“Mijn chef schreeuwt tegen mij”");
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1024)]
    public async Task The_card_is_not_cut_off_at_the_side(int width)
    {
        var playground = await House.PlaygroundPageAsync(new() { ViewportSize = new() { Width = width, Height = 640 } });
        await playground.ShowAsync(House.Playground.People.Wietske);
        await Expect(playground.Card(playground.Employee)).ToBeVisibleAsync();
        Assert.Equal(0, await playground.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        foreach (var pane in new[] { playground.Employee, playground.Advisor })
        {
            var (outer, inner) = (await pane.BoundingBoxAsync(), await playground.Card(pane).BoundingBoxAsync());
            Assert.InRange(inner!.X + inner.Width, 0, outer!.X + outer.Width);
            Assert.Equal(0, await playground.Card(pane).EvaluateAsync<int>("card => card.scrollWidth - card.clientWidth"));
            Assert.Empty(await playground.Card(pane).Locator("button").EvaluateAllAsync<string[]>(
                "buttons => buttons.filter(button => [button, ...button.children].some(part => part.scrollWidth > part.clientWidth + 1) || button.getBoundingClientRect().right > button.closest('.card').getBoundingClientRect().right).map(button => button.textContent)"));
        }
    }

    private static async Task OpenAndCloseAllAsync(PlaygroundPage playground, ILocator card, IEnumerable<(string Button, string Inside)> sections)
    {
        foreach (var (button, inside) in sections)
        {
            await Expect(card.GetByText(inside)).ToBeHiddenAsync();
            await playground.PressAsync(playground.Employee, button);
            await Expect(card.GetByText(inside)).ToBeVisibleAsync();
            await playground.PressAsync(playground.Employee, button);
            await Expect(card.GetByText(inside)).ToBeHiddenAsync();
        }
    }
}

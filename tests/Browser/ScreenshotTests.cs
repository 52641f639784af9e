namespace VpBot.Browser;

/// <summary>Pictures of everything, to be looked at by people: in <c>screens</c>, beside the test program.</summary>
public sealed class ScreenshotTests(House house) : Visit(house)
{
    private static readonly string[] Themes = ["default", "dark", "contrast"];
    private static readonly int[] Widths = [320, 1024];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Screenshots(string language)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", language)).FullName;
        var number = 0;
        await new Tour(House, language).WalkAsync((name, room) => TakeAsync(room.Page, room.Root, null, folder, $"{++number:00}-{name}"));
        await CardsAsync(language, folder);
        var files = Directory.GetFiles(folder, "*.png");
        Assert.True(files.Length >= (number + 4) * Themes.Length * Widths.Length, $"There are {files.Length} pictures of {number} pages.");
        Assert.All(files, file => Assert.True(new FileInfo(file).Length > 0));
    }

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
        await TakeAsync(playground.Page, root, employee, folder, "card-front-door");
        var first = language == "nl" ? "Wat doet een vertrouwenspersoon?" : "What does an advisor do?";
        await playground.PressAsync(playground.Employee, first);
        await TakeAsync(playground.Page, root, employee, folder, "card-front-door-open");
        await TakeAsync(playground.Page, root, null, folder, "playground");
        await playground.ShowAsync(House.Playground.People.Sanne);
        var cards = playground.Advisor.Locator("[data-message] .card");
        await Expect(cards.Filter(new() { HasText = "Je hebt ja gezegd" }).Last).ToBeVisibleAsync();
        await TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Je hebt ja gezegd" }).Last, folder, "card-handoff");
        await TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Er is nieuws van een collega" }).Last, folder, "card-colleague");
        await TakeAsync(playground.Page, root, cards.Filter(new() { HasText = "Er is een bericht voor je" }).Last, folder, "card-message");
    }

    internal static async Task TakeAsync(IPage page, ILocator root, ILocator? part, string folder, string name)
    {
        // Asked of Chromium itself: a fraction of the time, and the page is laid out once per width.
        var chromium = await page.Context.NewCDPSessionAsync(page);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, width == 320 ? 640 : 768);
            // A window as tall as the page: nothing has to be drawn again per picture.
            await page.SetViewportSizeAsync(width, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
            var box = await BoxAsync(part ?? root);
            foreach (var theme in Themes)
            {
                await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
                var picture = await chromium.SendAsync("Page.captureScreenshot", new()
                {
                    ["format"] = "png",
                    ["optimizeForSpeed"] = true,
                    ["clip"] = new { x = box[0], y = box[1], width = box[2], height = box[3], scale = 1 },
                });
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}-{theme}-{width}.png"), picture!.Value.GetProperty("data").GetBytesFromBase64());
            }
        }

        await root.EvaluateAsync("root => { root.dataset.theme = 'default' }");
        await chromium.DetachAsync();
    }

    /// <summary>Left, top, width and height. A chat that is drawn anew at this moment has a card without a size: then the new one is asked.</summary>
    private static async Task<float[]> BoxAsync(ILocator part)
    {
        while (true)
        {
            await Expect(part).ToBeVisibleAsync();
            var box = await part.EvaluateAsync<float[]>("part => { scrollTo(0, 0); const { x, y, width, height } = part.getBoundingClientRect(); return [x, y, width, height] }");
            if (box[2] > 0 && box[3] > 0)
                return box;
        }
    }
}

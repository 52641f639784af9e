using Deque.AxeCore.Commons;

namespace VpBot.Browser;

/// <summary>The pages of the routes of their own and of asking along, as people look at and operate them.</summary>
public sealed class SparringTests(House house) : Visit(house)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_fits_at_320_pixels_and_axe_finds_nothing_in_any_theme(string language)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "routes", language)).FullName;
        var found = new List<string>();
        var number = 0;
        await new SideTour(House, language).WalkAsync(async (name, room) =>
        {
            number++;
            await room.Page.SetViewportSizeAsync(320, 640);
            if (await room.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
                found.Add($"{name} scrolls sideways.");
            await room.Page.EvaluateAsync(Axe);
            foreach (var theme in (string[])["default", "dark", "contrast"])
            {
                await room.Root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
                await room.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{number:00}-{name}-{theme}.png"), FullPage = true });
                found.AddRange((await room.Page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(rule => rule.id)")).Select(rule => $"{name} {theme}: {rule}"));
            }

            await room.Root.EvaluateAsync("root => { root.dataset.theme = 'default' }");
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task A_question_is_asked_with_the_keyboard_alone()
    {
        var desk = await House.RoomAsync(House.Playground.People.Amir, open: "desk");
        await TabToAsync(desk, desk.Way("desk-sparring"));
        await PressAsync(desk, "Enter");
        await TabToAsync(desk, desk.Way("ask"));
        await PressAsync(desk, "Enter");
        await ChooseAsync(desk, "ArrowDown");
        await ChooseAsync(desk, null);
        await TabToAsync(desk, desk.Find("#answer-0"));
        await desk.Page.Keyboard.TypeAsync("Hoe begin ik?");
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
        await Expect(desk.Sentence).ToContainTextAsync("werktafel van je collega");
        await desk.ChooseAsync(await desk.Find("input[name=answer]").First.InputValueAsync());
        await desk.PressWayAsync("forget");
        await Expect(desk.Heading).ToHaveTextAsync("Er ligt nu geen vraag");
    }

    /// <summary>The first answer, or the one below it.</summary>
    private static async Task ChooseAsync(Room desk, string? further)
    {
        await TabToAsync(desk, desk.Find("#answer-0"));
        await desk.Page.Keyboard.PressAsync("Space");
        if (further is not null)
            await desk.Page.Keyboard.PressAsync(further);
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
    }

    private static Task PressAsync(Room desk, string key) => desk.TurnAsync(() => desk.Page.Keyboard.PressAsync(key));

    private static async Task TabToAsync(Room desk, ILocator target)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await desk.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach it.");
    }
}

using Deque.AxeCore.Commons;

namespace VpBot.Browser;

/// <summary>What axe can find by itself, in both languages and all themes; every page of the room and the desk has a test of its own.</summary>
public sealed class AccessibilityTests(House house) : Visit(house)
{
    private static readonly string[] Everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>A theme changes colours and nothing else.</summary>
    private static readonly string[] Colours = ["color-contrast"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("default")]
    [InlineData("dark")]
    [InlineData("contrast")]
    public async Task Axe_finds_nothing_in_the_dialog_of_Teams_in_its_theme(string theme)
    {
        var room = await House.RoomAsync(theme: theme);
        await Expect(room.Root).ToHaveAttributeAsync("data-theme", theme);
        await room.GoToAsync("When");
        await Expect(room.Root).ToHaveAttributeAsync("data-theme", theme);
        await room.Find("details").EvaluateAllAsync<object?>("all => all.forEach(one => { one.open = true })");
        var found = await RunAsync(room.Page, Everything, theme);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_Playground()
    {
        var playground = await House.PlaygroundPageAsync();
        await Expect(playground.Card(playground.Employee)).ToBeVisibleAsync();
        var found = new List<string>();
        foreach (var language in new[] { "nl", "en" })
        {
            await playground.Page.Locator("#language").SelectOptionAsync(language);
            await Expect(playground.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Expect(playground.Card(playground.Employee)).ToBeVisibleAsync();
            found.AddRange(await FindAsync(playground.Page, $"Playground {language}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    internal static async Task<IEnumerable<string>> FindAsync(IPage page, string name)
    {
        var found = new List<string>(await RunAsync(page, Everything, name));
        var root = page.Locator("html");
        // Colours do not depend on the language.
        if (await root.GetAttributeAsync("lang") != "nl")
            return found;
        var theme = await root.GetAttributeAsync("data-theme");
        foreach (var other in new[] { "dark", "contrast" })
        {
            await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", other);
            found.AddRange(await RunAsync(page, Colours, $"{name}, {other}"));
        }

        await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
        return found;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(IPage page, string[] rules, string where)
    {
        // The room changes in place, so that axe stays from page to page.
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            async rules => {
              // From its top: what was scrolled under the bar that stays in sight is not there to be pressed.
              scrollTo(0, 0);
              const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
              return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id} (${help}) at ${node.target}: ${node.failureSummary}`));
            }
            """,
            rules);
        return [.. found.Select(each => $"{where}: {each}")];
    }
}

using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace VpBot.Browser;

/// <summary>What axe can find by itself, on every page, in both languages and all themes.</summary>
public sealed class AccessibilityTests(House house) : Visit(house)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>A theme changes colours and nothing else.</summary>
    private static readonly AxeRunOptions Colours = new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] }, ResultTypes = [ResultType.Violations] };

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Axe_finds_nothing_on_any_page_of_the_room_and_the_desk(string language)
    {
        var found = new List<string>();
        await new Tour(House, language).WalkAsync(async (name, room) => found.AddRange(await FindAsync(room.Page, name)));
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

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
        await room.Page.EvaluateAsync("scrollTo(0, 0)");
        var found = Said(await room.Page.RunAxe(Everything), theme).ToList();
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

    private static async Task<IEnumerable<string>> FindAsync(IPage page, string name)
    {
        // From its top: what was scrolled under the bar that stays in sight is not there to be pressed.
        await page.EvaluateAsync("scrollTo(0, 0)");
        var found = new List<string>(Said(await page.RunAxe(Everything), name));
        var root = page.Locator("html");
        // Colours do not depend on the language.
        if (await root.GetAttributeAsync("lang") != "nl")
            return found;
        var theme = await root.GetAttributeAsync("data-theme");
        foreach (var other in new[] { "dark", "contrast" })
        {
            await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", other);
            found.AddRange(Said(await page.RunAxe(Colours), $"{name}, {other}"));
        }

        await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
        return found;
    }

    private static IEnumerable<string> Said(AxeResult result, string where) =>
        result.Violations.SelectMany(violation => violation.Nodes.Select(node =>
            $"{where}: {violation.Id} ({violation.Help}) at {node.Target}: {JsonSerializer.Serialize(node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
}

using Deque.AxeCore.Commons;

namespace VpBot.Browser;

/// <summary>An advisor closes a request and releases yearly figures, with the keyboard; and the report on a small screen, in every theme and on paper.</summary>
public sealed class RegisterTests(House house) : Visit(house)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_advisor_closes_and_releases_with_the_keyboard(string language)
    {
        var employee = await House.OwnPhoneAsync(language);
        await employee.GoToAsync("Status", new() { Advisor = "sanne", CalledAs = "Sterre" });
        var desk = await House.RoomAsync(House.Playground.People.Sanne, language, open: "desk", options: new() { ViewportSize = new() { Width = 320, Height = 640 } });
        var when = await employee.Find("dl.lines dd").First.InnerTextAsync();
        var request = await desk.Find($".choice:has-text('{when}') input").First.InputValueAsync();
        await ChooseByKeyAsync(desk, request);
        await PressByKeyAsync(desk, "close");
        await LookAsync(desk, $"{language}-close-met");
        await ChooseByKeyAsync(desk, "NotMet");
        await LookAsync(desk, $"{language}-close-sure");
        await desk.TurnAsync(async () =>
        {
            await desk.Go.FocusAsync();
            await desk.Page.Keyboard.PressAsync("Enter");
        });
        await LookAsync(desk, $"{language}-closed");
        await employee.PressWayAsync("refresh");
        await Expect(employee.Heading).ToHaveTextAsync(language == "nl" ? "De vertrouwenspersoon heeft dit afgesloten" : "The advisor has closed this");
        await LookAsync(employee, $"{language}-closed-employee");

        await PressByKeyAsync(desk, "back");
        await ChooseByKeyAsync(desk, "yearly");
        await LookAsync(desk, $"{language}-yearly-year");
        await ChooseByKeyAsync(desk, await desk.Find("input[name=answer]").Nth(language == "nl" ? 0 : 1).InputValueAsync());
        await LookAsync(desk, $"{language}-yearly-preview");
        await PressByKeyAsync(desk, "release");
        await LookAsync(desk, $"{language}-yearly-sure");
        await desk.TurnAsync(() => desk.Go.PressAsync("Enter"));
        await LookAsync(desk, $"{language}-yearly-released");
        var fetched = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Find("#file button").First.PressAsync("Enter"));
        Assert.EndsWith(".html", fetched.SuggestedFilename, StringComparison.Ordinal);

        // The figures of a larger year, where the desk shows them.
        var body = await ReportAsync(language);
        await desk.Find(".text").First.EvaluateAsync("(text, body) => { text.innerHTML = new DOMParser().parseFromString(body, 'text/html').querySelector('main').innerHTML.replace(/<h1.*?<\\/h1>/, '') }", body);
        await LookAsync(desk, $"{language}-yearly-figures");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_report_prints_on_paper_with_every_figure_and_without_a_cut_chart(string language)
    {
        var page = await House.PageAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await page.SetContentAsync(await ReportAsync(language));
        await FitsAsync(page, "the report at 320 px");
        Assert.Empty(await FindAsync(page));
        Assert.Equal(6, await page.Locator("svg[role=img] > title").CountAsync());
        Assert.Equal(6, await page.Locator("table tfoot").CountAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(794, 1123);
        Assert.Equal("avoid", await page.Locator(".chart").First.EvaluateAsync<string>("part => getComputedStyle(part).breakInside"));
        Assert.True(await page.Locator(".chart").EvaluateAllAsync<bool>("charts => charts.every(chart => chart.getBoundingClientRect().height < 960)"), "A chart is longer than a page.");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{language}-report-print.png"), FullPage = true });
        var paper = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.True(paper.Length > 10_000);
        await File.WriteAllBytesAsync(Path.Combine(Folder, $"{language}-report.pdf"), paper);
    }

    private static string Folder => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "register")).FullName;

    private static Task<string> ReportAsync(string language) =>
        File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "VpBot.Tests", "Register", $"report.{language}.html"));

    private static async Task ChooseByKeyAsync(Room room, string value)
    {
        await room.Find($"input[value='{value}']").FocusAsync();
        await room.Page.Keyboard.PressAsync("Space");
        await room.TurnAsync(() => room.Page.Keyboard.PressAsync("Enter"));
    }

    private static Task PressByKeyAsync(Room room, string value) => room.TurnAsync(() => room.Way(value).PressAsync("Enter"));

    /// <summary>What axe finds, whether it fits, and a picture, in each theme.</summary>
    private static async Task LookAsync(Room room, string name)
    {
        await FitsAsync(room.Page, name);
        foreach (var theme in new[] { "default", "dark", "contrast" })
        {
            await room.Root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
            var found = await FindAsync(room.Page);
            Assert.True(found.Length == 0, $"{name}, {theme}: {string.Join("; ", found)}");
            await room.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{theme}.png"), FullPage = true });
        }
    }

    private static async Task FitsAsync(IPage page, string name) =>
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the window.");

    private static async Task<string[]> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(fault => `${fault.id}: ${fault.nodes[0].html}`)");
    }
}

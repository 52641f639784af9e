using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;

namespace VpBot.Browser;

/// <summary>The kit as HR opens it: read, walked through with the keyboard, printed and scanned.</summary>
public sealed partial class KitTests(House house) : Visit(house)
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static TheoryData<string, string, int> Pages =>
        new(from page in new[] { "", "/poster", "/slide" } from language in new[] { "nl", "en" } from width in new[] { 320, 1280 } select (page, language, width));

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_any_theme_and_nothing_is_cut_off(string path, string language, int width)
    {
        var page = await OpenAsync(path, language, width);
        var root = page.Locator("html");
        await page.EvaluateAsync(Axe);
        foreach (var theme in new[] { "default", "dark", "contrast" })
        {
            await root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            var found = await page.EvaluateAsync<string[]>(
                "async rules => (await axe.run(document, { runOnly: rules, resultTypes: ['violations'] })).violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id} (${help}) at ${node.target}: ${node.failureSummary}`))",
                Rules);
            Assert.True(found.Length == 0, $"{theme}\n{string.Join('\n', found)}");
            await ScreenAsync(page, $"kit{path.Replace('/', '-')}-{language}-{theme}-{width}");
        }
    }

    [Theory]
    [InlineData("nl", "Deze pagina in het Nederlands")]
    [InlineData("en", "This page in English")]
    public async Task The_kit_is_walked_through_with_the_keyboard_alone(string language, string there)
    {
        var page = await OpenAsync("", language == "nl" ? "en" : "nl", 1280);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync(there);
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex($"/kit/duinrand/{language}$"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(":focus")).ToHaveTextAsync("Poster");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex("/poster$"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex($"/kit/duinrand/{language}$"));
        // From the list to a text.
        for (var tab = 0; tab < 4; tab++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await ArriveAsync(page, new Regex("#how-to-announce$"));
    }

    [Theory]
    [InlineData("/poster", "nl", 210, 297)]
    [InlineData("/poster", "en", 210, 297)]
    [InlineData("/slide", "nl", 338.67, 190.5)]
    [InlineData("/slide", "en", 338.67, 190.5)]
    public async Task The_poster_prints_on_exactly_one_A4_and_the_slide_on_one_wide_page(string path, string language, double width, double height)
    {
        var page = await OpenAsync(path, language, 1280);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Path = Path.Combine(Folder, $"print{path.Replace('/', '-')}-{language}.pdf") });

        var (inches, box) = (25.4 / 72, MediaBox().Match(Encoding.Latin1.GetString(pdf)));
        Assert.Single(PdfPage().Matches(Encoding.Latin1.GetString(pdf)));
        Assert.Equal(width, Number(box, 1) * inches, 0.6);
        Assert.Equal(height, Number(box, 2) * inches, 0.6);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await page.Locator("main").EvaluateAsync<int>("main => Math.max(0, main.scrollHeight - main.clientHeight - 1)"));
        await Expect(page.Locator(".around")).ToBeHiddenAsync();
        await page.Locator("main").ScreenshotAsync(new() { Path = Path.Combine(Folder, $"print{path.Replace('/', '-')}-{language}.png") });
    }

    [Theory]
    [InlineData("/poster", 320)]
    [InlineData("/poster", 1280)]
    [InlineData("/slide", 1280)]
    public async Task The_code_on_the_poster_and_the_slide_is_the_address_of_the_room(string path, int width)
    {
        var page = await OpenAsync(path, "nl", width);
        Assert.Equal(new Uri(House.Bot, "/open/duinrand").ToString(), await QrReading.OfAsync(page.Locator(".qr")));
    }

    [Fact]
    public async Task A_code_of_another_address_is_read_as_that_address()
    {
        var page = await House.PageAsync();
        await page.GotoAsync(new Uri(House.Bot, "/kit/windhoek/nl/poster").ToString());
        Assert.Equal(new Uri(House.Bot, "/open/windhoek").ToString(), await QrReading.OfAsync(page.Locator(".qr")));
    }

    private static string Folder => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "announcing")).FullName;

    private async Task<IPage> OpenAsync(string path, string language, int width)
    {
        var page = await House.PageAsync(new() { ViewportSize = new() { Width = width, Height = 720 } });
        var answer = await page.GotoAsync(new Uri(House.Bot, $"/kit/duinrand/{language}{path}").ToString());
        Assert.Equal(200, answer!.Status);
        return page;
    }

    private static async Task ArriveAsync(IPage page, Regex address)
    {
        await Expect(page).ToHaveURLAsync(address);
        await page.WaitForLoadStateAsync();
    }

    private static Task ScreenAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")]
    private static partial Regex MediaBox();
}

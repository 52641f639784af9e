namespace VpBot.Browser.Support;

/// <summary>Pictures to be looked at by people: in <c>screens</c>, beside the test program.</summary>
internal static class Pictures
{
    private static readonly string[] Themes = ["default", "dark", "contrast"];
    private static readonly int[] Widths = [320, 1024];

    /// <summary>How many there are of each thing.</summary>
    public static int PerThing => Themes.Length * Widths.Length;

    public static async Task TakeAsync(IPage page, ILocator root, ILocator? part, string folder, string name)
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

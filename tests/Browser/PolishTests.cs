namespace VpBot.Browser;

/// <summary>The room in the language that a machine translated: off by default, and as usable as the others where it is on.</summary>
public sealed class PolishTests(PolishHouse house) : IClassFixture<PolishHouse>, IAsyncDisposable
{
    [Fact]
    public async Task Axe_finds_nothing_in_Polish_and_no_page_scrolls_sideways_at_320_pixels()
    {
        var (found, folder, number) = (new List<string>(), Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "pl")).FullName, 0);
        await new Tour(house, "pl").TalkAsync(async (name, room) =>
        {
            found.AddRange(await AccessibilityTests.FindAsync(room.Page, name));
            await Pictures.TakeAsync(room.Page, room.Root, null, folder, $"{++number:00}-{name}");
            await room.Page.SetViewportSizeAsync(320, 640);
            if (await room.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                found.Add($"{name}: {over} pixels too wide");
        });
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    public async ValueTask DisposeAsync()
    {
        await house.EverybodyLeavesAsync();
        GC.SuppressFinalize(this);
    }
}

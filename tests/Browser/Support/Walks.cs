using System.Globalization;

namespace VpBot.Browser.Support;

/// <summary>What one page was like when it was passed.</summary>
/// <param name="IsStep">Not of a page outside the room and the desk.</param>
/// <param name="Focus">The id of what has the focus.</param>
/// <param name="TooWide">What is wider than a small phone, or than twice as large a text has room for.</param>
public sealed record PageSeen(
    string Name, bool IsStep, string Title, string Language, string Focus, IReadOnlyList<string> Headings, IReadOnlyList<string> FoundByAxe, IReadOnlyList<string> TooWide);

/// <summary>One walk past every page per language, with pictures, for all tests of a class: walking takes longer than looking.</summary>
public sealed class Walks
{
    private const string Overflow =
        "() => [...document.querySelectorAll('body *')].filter(e => { const box = e.getBoundingClientRect(); return box.width > 1 && box.right > document.documentElement.clientWidth + 1 }).map(e => e.outerHTML.slice(0, 120))";

    private readonly Dictionary<string, Task<IReadOnlyList<PageSeen>>> _walks = [];

    public static string FolderOf(string language) => Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", language)).FullName;

    public Task<IReadOnlyList<PageSeen>> PastAsync(House house, string language) =>
        _walks.TryGetValue(language, out var walk) ? walk : _walks[language] = WalkAsync(new(house, language), FolderOf(language));

    private static async Task<IReadOnlyList<PageSeen>> WalkAsync(Tour tour, string folder)
    {
        var seen = new List<PageSeen>();
        await tour.WalkOutsideAsync((name, room) => LookAsync(name, room, isStep: false));
        await tour.WalkRoomAsync((name, room) => LookAsync(name, room, isStep: true));
        return seen;

        async Task LookAsync(string name, Room room, bool isStep)
        {
            var (page, size) = (room.Page, room.Page.ViewportSize!);
            // First how it is found, then what changes it.
            var facts = await page.EvaluateAsync<string[]>(
                "() => [document.title, document.documentElement.lang, document.activeElement.id, ...[...document.querySelectorAll('h1')].map(heading => heading.innerText)]");
            List<string> found = [.. await AccessibilityTests.FindAsync(page, name)];
            await Pictures.TakeAsync(page, room.Root, null, folder, string.Create(CultureInfo.InvariantCulture, $"{seen.Count + 1:00}-{name}"));
            seen.Add(new(name, isStep, facts[0], facts[1], facts[2], facts[3..], found, await TooWideAsync(page, name)));
            await page.SetViewportSizeAsync(size.Width, size.Height);
        }
    }

    private static async Task<IReadOnlyList<string>> TooWideAsync(IPage page, string name)
    {
        var wide = new List<string>();
        await page.EvaluateAsync("() => document.querySelectorAll('details:not([open])').forEach(one => { one.open = true; one.dataset.opened = '' })");
        foreach (var (size, width) in new[] { ("", 320), ("212.5%", 640) })
        {
            await page.SetViewportSizeAsync(width, 640);
            await page.EvaluateAsync("size => { document.documentElement.style.fontSize = size }", size);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                wide.Add($"{name} at {width} {size}: {over} pixels too wide: {string.Join(" | ", await page.EvaluateAsync<string[]>(Overflow))}");
        }

        await page.EvaluateAsync("() => { document.documentElement.style.fontSize = ''; document.querySelectorAll('[data-opened]').forEach(one => { one.open = false; delete one.dataset.opened }) }");
        return wide;
    }
}

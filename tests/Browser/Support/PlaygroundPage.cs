namespace VpBot.Browser.Support;

/// <summary>The Playground page, as someone operates it.</summary>
public sealed class PlaygroundPage(IPage page)
{
    public IPage Page => page;

    public ILocator Employee => page.Locator("#employee");

    public ILocator Advisor => page.Locator("#advisor");

    public ILocator Tenant => page.Locator("#tenant");

    public ILocator Dialog => page.Locator("#dialog");

    public ILocator Card(ILocator pane) => pane.Locator("[data-message] .card").Last;

    /// <summary>Presses a button on the newest card of a chat.</summary>
    public Task PressAsync(ILocator pane, string name) => ButtonOn(pane, name).Last.ClickAsync();

    public static ILocator ButtonOn(ILocator pane, string name) => pane.Locator("[data-message]").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Presses a button that opens a dialog, and goes in.</summary>
    public async Task<Room> OpenAsync(ILocator pane, string name)
    {
        await PressAsync(pane, name);
        return await Room.InAsync(page, page.FrameLocator("#dialog iframe"));
    }

    public Task CloseDialogAsync() => page.Locator("#dialog-close").ClickAsync();

    public async Task ShowAsync(Person person) =>
        await page.Locator(person.IsAdvisor ? "#advisor-person" : "#employee-person").SelectOptionAsync(person.Key);

    public async Task FaultAsync(string mode)
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator("#fault").SelectOptionAsync(mode), response => response.Url.EndsWith("/page/fault", StringComparison.Ordinal));
    }
}

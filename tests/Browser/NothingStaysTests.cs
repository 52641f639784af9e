namespace VpBot.Browser;

/// <summary>What the browser has afterwards: nothing of the visit.</summary>
public sealed class NothingStaysTests(House house) : Visit(house)
{
    private const string Kept =
        """
        async () => [
          document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(each => each.name),
          ...await caches.keys(), ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope),
        ].filter(Boolean)
        """;

    [Fact]
    public async Task The_room_in_Teams_keeps_nothing_in_the_browser_and_its_address_never_changes()
    {
        var context = await House.BrowserAsync();
        var asked = new List<IRequest>();
        context.Request += (_, request) => asked.Add(request);
        var page = await context.NewPageAsync();
        var addresses = new List<string>();
        page.FrameNavigated += (_, frame) => addresses.Add(frame.Url);
        var dialog = await House.DialogAddressAsync(House.Playground.People.Noor);
        await page.GotoAsync(dialog);
        var room = await Room.InAsync(page);
        var address = new Uri(House.Bot, "/room").ToString();
        await room.GoToAsync("NoteCode", look: _ =>
        {
            Assert.Equal(address, page.Url);
            return Task.CompletedTask;
        });
        await KeptNothingAsync(context, page);
        Assert.Equal(address, await page.EvaluateAsync<string>("location.href"));
        // The first address carries the ticket in; it is taken out before anything is loaded, and every later one is bare.
        Assert.All(addresses.SkipWhile(seen => seen == dialog), seen => Assert.Equal(address, seen));
        var ticket = new Uri(dialog).Fragment.TrimStart('#');
        var session = await room.Find("#turn [name=session]").InputValueAsync();
        Assert.All(asked, request =>
        {
            Assert.Equal("127.0.0.1", new Uri(request.Url).Host);
            Assert.DoesNotContain(session, request.Url, StringComparison.Ordinal);
            Assert.DoesNotContain(request.Headers, header => header is { Key: "cookie" or "referer", Value.Length: > 0 });
            Assert.True(request.IsNavigationRequest || !request.Url.Contains(ticket, StringComparison.Ordinal), "The ticket was in an address.");
        });
        Assert.DoesNotContain(ticket, await page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_room_on_an_own_phone_keeps_nothing_in_the_browser_with_and_without_script(bool script)
    {
        var room = await House.OwnPhoneAsync(options: new() { JavaScriptEnabled = script });
        var addresses = new List<string>();
        room.Page.FrameNavigated += (_, frame) => addresses.Add(frame.Url);
        var asked = new List<string>();
        room.Page.Context.Request += (_, request) => asked.Add(request.Url);
        await room.GoToAsync("NoteCode");
        await KeptNothingAsync(room.Page.Context, room.Page);
        Assert.All(addresses, address => Assert.Equal(room.Page.Url, address));
        Assert.Contains(room.Page.Url, new[] { new Uri(House.Bot, "/room").ToString(), new Uri(House.Bot, "/open/duinrand").ToString() });
        Assert.All(asked, address => Assert.Equal("127.0.0.1", new Uri(address).Host));
    }

    [Fact]
    public async Task The_dialog_in_the_Playground_keeps_nothing_and_asks_nobody_but_the_bot()
    {
        var playground = await House.PlaygroundPageAsync();
        var asked = new List<string>();
        playground.Page.Context.Request += (_, request) => asked.Add(request.Url);
        var room = await playground.OpenAsync(playground.Employee, "Open de spreekkamer");
        await room.GoToAsync("NoteCode");
        var frame = playground.Page.Frames.Single(frame => frame.ParentFrame is not null);
        Assert.Equal(new Uri(House.Bot, "/room").ToString(), frame.Url);
        Assert.Empty(await frame.EvaluateAsync<string[]>(Kept));
        Assert.Empty(await playground.Page.Context.CookiesAsync());
        Assert.All(asked, address => Assert.Equal("127.0.0.1", new Uri(address).Host));
    }

    private static async Task KeptNothingAsync(IBrowserContext context, IPage page)
    {
        Assert.Empty(await context.CookiesAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>(Kept));
        var stored = System.Text.Json.Nodes.JsonNode.Parse(await context.StorageStateAsync(new() { IndexedDB = true }))!;
        Assert.Empty(stored["cookies"]!.AsArray());
        Assert.Empty(stored["origins"]!.AsArray());
    }
}

namespace VpBot.Browser;

/// <summary>Going away: fast, by closing, or because the connection is gone.</summary>
public sealed class LeavingTests(House house) : Visit(house)
{
    private string RoomAddress => new Uri(House.Bot, "/room").ToString();

    private string ClosedAddress => new Uri(House.Bot, "/closed").ToString();

    [Theory]
    [InlineData("button")]
    [InlineData("shift")]
    [InlineData("keyboard")]
    public async Task Leaving_fast_empties_the_page_and_going_back_brings_nothing_back(string how)
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("CalledAs");
        await room.Find("#answer-0").FillAsync("Robin");
        var session = await room.Find("#turn [name=session]").InputValueAsync();
        var keyboard = room.Page.Keyboard;
        switch (how)
        {
            case "button":
                await room.Button("Snel weg").ClickAsync();
                break;
            case "shift":
                foreach (var _ in Enumerable.Range(0, 3))
                    await keyboard.PressAsync("Shift");
                break;
            default:
                // From the top of the page it is the first stop of the Tab key.
                await room.Page.EvaluateAsync("document.activeElement.blur(); getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus()");
                await keyboard.PressAsync("Tab");
                await Expect(room.Button("Snel weg")).ToBeFocusedAsync();
                await keyboard.PressAsync("Enter");
                break;
        }

        await Expect(room.Page).ToHaveURLAsync(ClosedAddress);
        await Expect(room.Find("body")).ToHaveTextAsync("Deze pagina is gesloten.");
        await room.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Load });
        await Expect(room.Find("body")).Not.ToContainTextAsync("Robin");
        await Expect(room.Find("#turn")).ToHaveCountAsync(0);
        await Expect(room.Find(".said")).ToHaveCountAsync(0);
        await TheSessionIsGoneAsync(session);
    }

    [Fact]
    public async Task Shift_while_typing_a_capital_does_not_leave()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("CalledAs");
        var address = room.Page.Url;
        await room.Find("#answer-0").PressSequentiallyAsync("RoBiN");
        foreach (var letter in "ABC")
            await room.Page.Keyboard.PressAsync($"Shift+{letter}");
        await Expect(room.Find("#answer-0")).ToHaveValueAsync("RoBiNABC");
        Assert.Equal(address, room.Page.Url);
    }

    [Fact]
    public async Task Closing_the_dialog_of_Teams_ends_the_session_at_once()
    {
        var playground = await House.PlaygroundPageAsync();
        var room = await playground.OpenAsync(playground.Employee, "Open de spreekkamer");
        await room.GoToAsync("About");
        var session = await room.Find("#turn [name=session]").InputValueAsync();
        var told = playground.Page.WaitForRequestAsync(request => request.Url == RoomAddress && request.Method == "POST");
        await playground.CloseDialogAsync();
        await told;
        await TheSessionIsGoneAsync(session);
    }

    [Fact]
    public async Task Closing_the_tab_after_reading_lets_go_of_a_time_that_was_held()
    {
        var (leaving, waiting) = (await House.OwnPhoneAsync(), await House.OwnPhoneAsync());
        await leaving.GoToAsync("When");
        var time = (await leaving.TimesAsync())[0];
        await leaving.ChooseAsync(time);
        await waiting.GoToAsync("When");
        Assert.DoesNotContain(time, await waiting.TimesAsync());
        await leaving.Page.CloseAsync(new() { RunBeforeUnload = true });
        await waiting.PressAsync("Terug");
        for (var look = 0; look < 20 && !(await TimesAgainAsync(waiting)).Contains(time); look++)
            await waiting.PressAsync("Terug");
        Assert.Contains(time, await waiting.TimesAsync());
    }

    [Fact]
    public async Task Without_a_connection_the_page_says_so_and_keeps_what_was_typed_until_it_is_back()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("Number");
        await room.Find("#answer-0").FillAsync("06 12 34 56 78");
        await room.Page.Context.SetOfflineAsync(true);
        await room.Go.ClickAsync();
        await Expect(room.Find("#fault")).ToContainTextAsync("Er is geen verbinding. Wat je koos, staat er nog.");
        await Expect(room.Find("#answer-0")).ToHaveValueAsync("06 12 34 56 78");
        Assert.Equal("Number", await room.StepAsync());

        await room.Page.Context.SetOfflineAsync(false);
        await room.TurnAsync(() => room.Go.ClickAsync());
        Assert.Equal("When", await room.StepAsync());
        await Expect(room.Find("#fault")).ToBeEmptyAsync();
        await Expect(room.Find(".said .answered").Last).ToHaveTextAsync("06 12 34 56 78");
    }

    [Fact]
    public async Task Without_a_connection_at_the_door_from_Teams_the_ticket_is_still_good_afterwards()
    {
        var page = await House.PageAsync();
        var address = await House.DialogAddressAsync(House.Playground.People.Noor);
        await page.RouteAsync("**/room", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.GotoAsync(address);
        await Expect(page.Locator("#fault")).ToContainTextAsync("De deur ging nog niet open.");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Probeer het opnieuw" }).ClickAsync();
        var room = await Room.InAsync(page);
        Assert.Equal("What", await room.StepAsync());
    }

    [Fact]
    public async Task Leaving_fast_without_a_connection_still_empties_the_page()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("CalledAs");
        await room.Page.Context.SetOfflineAsync(true);
        await room.Button("Snel weg").ClickAsync();
        // The browser's own page for no connection is as good: nothing of the room is left.
        await Expect(room.Page.GetByText("Hoe wil je genoemd worden?")).ToHaveCountAsync(0);
        await Expect(room.Page.Locator("#turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task When_the_bot_fails_the_page_says_so_and_what_was_chosen_is_still_there()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("For");
        await room.Page.RouteAsync("**/room", route => route.FulfillAsync(new() { Status = 503, Body = "" }));
        await room.Choice("Referral").ClickAsync();
        await room.Go.ClickAsync();
        await Expect(room.Find("#fault")).ToContainTextAsync("Er ging iets mis bij ons. Het ligt niet aan jou.");
        await Expect(room.Find("#fault")).ToContainTextAsync("088 000 00 00");
        await Expect(room.Find("input[value=Referral]")).ToBeCheckedAsync();
        await room.Page.UnrouteAllAsync();
        await room.TurnAsync(() => room.Go.ClickAsync());
        Assert.Equal("About", await room.StepAsync());
    }

    private static async Task<IReadOnlyList<string>> TimesAgainAsync(Room room)
    {
        await room.GoToAsync("When");
        return await room.TimesAsync();
    }

    /// <summary>Whoever still has the token of the session gets the empty room.</summary>
    private async Task TheSessionIsGoneAsync(string session)
    {
        using var http = new HttpClient { BaseAddress = House.Bot };
        for (var look = 0; look < 50; look++)
        {
            using var form = new FormUrlEncodedContent([new("act", "show"), new("session", session), new("goal", "talk"), new("step", "For")]);
            using var answer = await http.PostAsync(new Uri("/room", UriKind.Relative), form);
            if (answer.StatusCode == System.Net.HttpStatusCode.Gone)
                return;
        }

        Assert.Fail("The session is still open.");
    }
}

namespace VpBot.Browser;

/// <summary>Turns that come late, twice or from an older page.</summary>
public sealed class TurnTests(House house) : Visit(house)
{
    [Fact]
    public async Task A_door_from_Teams_opens_only_once()
    {
        var address = await House.DialogAddressAsync(House.Playground.People.Noor);
        var (first, second) = (await House.PageAsync(), await House.PageAsync());
        await first.GotoAsync(address);
        await Room.InAsync(first);
        await second.GotoAsync(address);
        await Expect(second.Locator("h1")).ToHaveTextAsync("Deze deur is weer dicht");
        await Expect(second).ToHaveURLAsync(new Uri(House.Bot, "/room").ToString());
    }

    [Fact]
    public async Task An_answer_from_an_older_page_changes_that_answer_and_loses_no_other()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("About");
        var older = await SecondTabAsync(room);
        await room.GoToAsync("Sides");

        await older.ChooseAsync("Conflict");
        await Expect(older.Find(".said .answered")).ToHaveTextAsync(["Meedenken over wat ik kan doen", "Een conflict", "Niemand van deze mensen"]);
        Assert.Equal("Sides", await older.StepAsync());
    }

    [Fact]
    public async Task A_page_of_something_else_that_was_left_says_where_the_person_is_now()
    {
        var room = await House.OwnPhoneAsync();
        var older = await SecondTabAsync(room);
        await room.ChooseAsync("talk");
        await older.ChooseAsync("explain");
        await Expect(older.Sentence).ToContainTextAsync("Deze pagina was niet meer de laatste.");
        Assert.Equal("For", await older.StepAsync());
    }

    [Fact]
    public async Task Back_and_forward_of_the_browser_walk_through_the_questions_and_never_out_of_the_room()
    {
        var room = await House.RoomAsync();
        await room.GoToAsync("Sides");
        await room.TurnAsync(() => room.Page.EvaluateAsync("history.back()"));
        Assert.Equal("MustNotKnow", await room.StepAsync());
        await room.TurnAsync(() => room.Page.EvaluateAsync("history.back()"));
        Assert.Equal("About", await room.StepAsync());
        await room.Page.EvaluateAsync("history.forward()");
        await room.ChooseAsync("Conflict");
        Assert.Equal("MustNotKnow", await room.StepAsync());
        Assert.Equal(new Uri(House.Bot, "/room").ToString(), room.Page.Url);
    }

    [Fact]
    public async Task Pressing_yes_twice_makes_one_appointment()
    {
        var room = await House.RoomAsync(House.Playground.People.Bram);
        await room.GoToAsync("Consent", new() { CalledAs = "Jip" });
        await room.TurnAsync(() => room.Go.DblClickAsync());
        await room.GoToAsync("Status");
        await room.LookUntilAsync(Words.In("nl").Delivered);
        Assert.Single(House.Playground.Teams.Chat(House.Playground.People.Sanne), HandsOver("Jip"));
        await room.PressWayAsync("start");
        await room.ChooseAsync("appointment");
        Assert.Equal("Status", await room.StepAsync());
    }

    [Fact]
    public async Task A_yes_from_two_tabs_at_once_makes_one_appointment()
    {
        var room = await House.RoomAsync();
        await room.GoToAsync("Consent", new() { CalledAs = "Kim" });
        var other = await SecondTabAsync(room);
        await Task.WhenAll(room.TurnAsync(() => room.Go.ClickAsync()), other.TurnAsync(() => other.Go.ClickAsync()));
        Assert.Equal(await room.Find("#code").InnerTextAsync(), await other.Find("#code").InnerTextAsync());
        await room.GoToAsync("Status");
        await room.LookUntilAsync(Words.In("nl").Delivered);
        Assert.Single(House.Playground.Teams.Chat(House.Playground.People.Sanne), HandsOver("Kim"));
    }

    [Fact]
    public async Task A_time_that_someone_else_took_meanwhile_is_told_and_nothing_else_is_lost()
    {
        var (one, other) = (await House.OwnPhoneAsync(), await House.OwnPhoneAsync());
        await one.GoToAsync("When");
        await other.GoToAsync("When");
        var time = (await one.TimesAsync())[0];
        await other.ChooseAsync(time);

        await one.ChooseAsync(time);
        await Expect(one.Sentence).ToContainTextAsync("Deze tijd is niet meer vrij. Kies een andere tijd.");
        Assert.Equal("When", await one.StepAsync());
        Assert.DoesNotContain(time, await one.TimesAsync());
        await Expect(one.Find(".said .answered")).ToHaveTextAsync(
            ["Meedenken over wat ik kan doen", "Pesten", "Niemand van deze mensen", "Maakt mij niet uit", "Sanne Voorbeeld", "Bellen", "06 12 34 56 78"]);
        await one.GoToAsync("Consent");
    }

    [Fact]
    public async Task When_the_room_was_closed_elsewhere_the_next_press_says_that_it_is_empty()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("About");
        var other = await SecondTabAsync(room);
        await other.TurnAsync(() => other.Find("button.leave").ClickAsync());
        await room.Choice("Conflict").ClickAsync();
        await room.Go.ClickAsync();
        await Expect(room.Heading).ToHaveTextAsync("Deze kamer is leeg");
        await Expect(room.Find("#turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task When_nobody_may_know_the_room_says_so_and_leads_on()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("MustNotKnow");
        await room.ChooseAsync("sanne", "amir", "marijke");
        await Expect(room.Heading).ToHaveTextAsync("Dan is er hier niemand meer om te kiezen");
        await Expect(room.Find("main")).ToContainTextAsync("088 000 00 00");
        await room.PressAsync("Mijn antwoord veranderen");
        await room.ChooseAsync("sanne", "marijke");
        Assert.Equal("How", await room.StepAsync());
    }

    [Fact]
    public async Task While_Teams_is_down_a_request_is_on_its_way_and_it_arrives_once_Teams_works_again()
    {
        var playground = await House.PlaygroundPageAsync();
        await playground.FaultAsync("down");
        var room = await House.RoomAsync();
        await room.GoToAsync("Status", new() { CalledAs = "Sam" });
        await Expect(room.Heading).ToHaveTextAsync(Words.In("nl").Sending);
        await Expect(playground.Advisor.Locator(".talk")).Not.ToContainTextAsync("Sam");
        await playground.FaultAsync("working");
        await Expect(playground.Card(playground.Advisor)).ToContainTextAsync("Sam", new() { Timeout = 30_000 });
        await room.LookUntilAsync(Words.In("nl").Seen);
    }

    private static Predicate<ChatMessage> HandsOver(string name) => message => message.Card?.ToJsonString().Contains(name, StringComparison.Ordinal) == true;

    /// <summary>The same page once more, as a browser makes it when someone duplicates a tab without script.</summary>
    private async Task<Room> SecondTabAsync(Room room)
    {
        var page = await House.PageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(House.Bot, "/closed").ToString());
        await page.SetContentAsync((await room.Page.ContentAsync()).Replace("action=\"/room\"", $"action=\"{new Uri(House.Bot, "/room")}\"", StringComparison.Ordinal));
        return await Room.InAsync(page);
    }
}

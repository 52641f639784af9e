namespace VpBot.Browser;

/// <summary>A place in the line on one's own phone, and the advisor at the desk in Teams.</summary>
public sealed class ConsultationTests(House house) : Visit(house)
{
    [Theory]
    [InlineData("nl", "Je bent hierna aan de beurt", "Je bent aan de beurt", "Je beurt is geweest")]
    [InlineData("en", "You are next", "It is your turn", "You have had your turn")]
    public async Task Someone_joins_the_advisor_calls_the_number_and_it_is_their_turn(string language, string next, string turn, string done)
    {
        var duinrand = House.Playground.People.All.Where(person => person.Tenant == House.Playground.People.Marijke.Tenant).ToList();
        foreach (var person in duinrand)
            await House.Playground.Teams.MessageAsync(person, "the constant card", _ => true);
        var before = House.Playground.Teams.Archive(House.Playground.People.Marijke).RawText;
        var room = await House.OwnPhoneAsync(language);
        await room.JoinLineAsync("marijke");
        await Expect(room.Find("#code")).ToHaveTextAsync(Words.CodePattern);
        var code = await room.Find("#code").InnerTextAsync();
        await room.PressWayAsync("go");
        // In the last hour of the day the hour of today is over, and the place is one of next week: nobody is called.
        if (!House.HoldsConsultationNow)
            return;
        await Expect(room.Heading).ToHaveTextAsync(next);

        var desk = await House.RoomAsync(House.Playground.People.Marijke, open: "desk");
        await desk.PressWayAsync("desk-hour");
        await desk.PressLineAsync("next");
        await room.PressWayAsync("refresh");
        await Expect(room.Heading).ToHaveTextAsync(turn);
        await Expect(room.Find(".receipt")).ToContainTextAsync("Duinrand");

        // The code leads back to the same place from another phone.
        var other = await House.OwnPhoneAsync(language);
        await other.ChooseAsync("consultation");
        await other.ChooseAsync("code:");
        await other.WriteAsync(code);
        await Expect(other.Heading).ToHaveTextAsync(turn);

        await desk.PressLineAsync("finished");
        await room.PressWayAsync("refresh");
        await Expect(room.Heading).ToHaveTextAsync(done);
        Assert.Equal(before, House.Playground.Teams.Archive(House.Playground.People.Marijke).RawText);
    }

    [Fact]
    public async Task Someone_joins_and_leaves_on_a_phone_without_script()
    {
        var page = await House.PageAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync(new Uri(House.Bot, "/open/duinrand").ToString());
        await page.Locator("button[name=tongue][value=nl]").ClickAsync();
        await page.Locator(".choice:has(input[value=consultation])").ClickAsync();
        await page.Locator("#turn button.go").ClickAsync();
        await page.Locator(".choice:has(input[value^='marijke/'])").First.ClickAsync();
        await page.Locator("#turn button.go").ClickAsync();
        await page.Locator("#turn button[value=go]").ClickAsync();
        await page.Locator("#turn button.go").ClickAsync();
        await page.Locator("#turn button[value=go]").ClickAsync();
        await page.Locator("#turn button[value=leave]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Je bent uit de rij");
    }
}

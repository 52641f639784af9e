namespace VpBot.Browser.Support;

/// <summary>The pages of the routes of their own, and of the questions between colleagues.</summary>
internal sealed class SideTour(House house, string language, BrowserNewContextOptions? options = null)
{
    public async Task WalkAsync(Func<string, Room, Task> look)
    {
        await AccusedAsync(look);
        await ReportAsync(look);
        await SparringAsync(look);
    }

    private async Task AccusedAsync(Func<string, Room, Task> look)
    {
        var room = await house.OwnPhoneAsync(language, Own());
        await room.GoToAsync("For");
        await room.ChooseAsync("Accused");
        await look("accused", room);
        await room.PressWayAsync("read");
        await look("accused-read", room);
        await room.PressWayAsync("go");
        await room.PressWayAsync("go");
        await look("accused-must-not-know", room);
        await room.Page.GotoAsync(new Uri(house.Bot, "/open/windhoek").ToString());
        await room.Page.Locator($"button[name=tongue][value={language}]").ClickAsync();
        var elsewhere = await Room.InAsync(room.Page);
        await elsewhere.GoToAsync("For");
        await elsewhere.ChooseAsync("Accused");
        await look("accused-nobody", elsewhere);
        await room.Page.Context.CloseAsync();
    }

    private async Task ReportAsync(Func<string, Room, Task> look)
    {
        var room = await house.OwnPhoneAsync(language, Own());
        await room.GoToAsync("For");
        await room.ChooseAsync("HelpWithComplaint");
        await look("report-difference", room);
        await room.PressWayAsync("go");
        await look("report-about", room);
        await room.ChooseAsync("NotYetClear");
        await room.ChooseAsync("Wrongdoing");
        await look("report-reins", room);
        await room.Page.Context.CloseAsync();
    }

    private async Task SparringAsync(Func<string, Room, Task> look)
    {
        var people = house.Playground.People;
        var asker = await house.RoomAsync(people.Marijke, language, open: "desk", options: Own());
        await OpenAsync(asker);
        await look("desk-sparring-empty", asker);
        await asker.PressWayAsync("ask");
        await look("desk-sparring-how", asker);
        await asker.ChooseAsync("AboutSituation");
        await look("desk-sparring-with-whom", asker);
        await asker.ChooseAsync("sanne");
        await look("desk-sparring-situation", asker);
        await asker.ChooseAsync("Conflict");
        await look("desk-sparring-tried", asker);
        await asker.ChooseAsync("Listened");
        await look("desk-sparring-want", asker);
        await asker.ChooseAsync("HowToGoOn");
        await look("desk-sparring-words", asker);
        await asker.WriteAsync("06 12 34 56 78");
        await look("desk-sparring-words-sentence", asker);
        await asker.WriteAsync("?");
        await look("desk-sparring-consent", asker);
        await asker.TurnAsync(() => asker.Go.ClickAsync());
        await look("desk-sparring-list-sentence", asker);

        var colleague = await house.RoomAsync(people.Sanne, language, open: "desk", options: Own());
        await OpenAsync(colleague);
        await colleague.ChooseAsync(await colleague.Find("input[name=answer]").First.InputValueAsync());
        await look("desk-sparring-look", colleague);
        await colleague.PressWayAsync("answer");
        await look("desk-sparring-answer", colleague);
        await colleague.WriteAsync("!?");
        await look("desk-sparring-sure", colleague);
        await colleague.TurnAsync(() => colleague.Go.ClickAsync());
        await asker.ChooseAsync(await asker.Find("input[name=answer]").First.InputValueAsync());
        await look("desk-sparring-answered", asker);
        await asker.PressWayAsync("forget");
        await colleague.PressWayAsync("refresh");
        await look("desk-sparring-gone", colleague);
        await asker.Page.Context.CloseAsync();
        await colleague.Page.Context.CloseAsync();
    }

    /// <summary>From the desk, whether requests lie on it or not.</summary>
    private static async Task OpenAsync(Room desk)
    {
        if (await desk.Way("desk-sparring").CountAsync() > 0)
            await desk.PressWayAsync("desk-sparring");
        else
            await desk.ChooseAsync("desk-sparring");
    }

    private BrowserNewContextOptions? Own() => options is null ? null : new(options);
}

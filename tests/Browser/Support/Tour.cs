namespace VpBot.Browser.Support;

/// <summary>Every page that there is, one after another, for tests that look at all of them.</summary>
public sealed partial class Tour(House house, string language, BrowserNewContextOptions? options = null)
{
    /// <summary>The questions and answers, each with its name and reached by a press on the page before it.</summary>
    public async Task WalkRoomAsync(Func<string, Room, Task> look)
    {
        await ReadingAsync(look);
        await TalkAsync(look);
        await AftercareAsync(look);
        await DeskAsync(look);
        await ConsultationAsync(look);
        await new SideTour(house, language, options).WalkAsync(look);
        await new SelfTour(house, language, options).WalkAsync(look);
        await AskingAsync(look);
    }

    /// <summary>Only the pages that somebody without a session sees.</summary>
    public async Task WalkOutsideAsync(Func<string, Room, Task> look)
    {
        var own = Options();
        own.Locale = language == "nl" ? "nl-NL" : "en-GB";
        var page = await house.PageAsync(own);
        var bare = new Room(page, page.Locator("html"));
        foreach (var (name, path) in new[] { ("door", "/open/duinrand"), ("entrance", "/room"), ("closed", "/closed"), ("not-found", "/open/nobody"), ("ticket-gone", "/room#" + new string('x', 43)) })
        {
            await page.GotoAsync(new Uri(house.Bot, path).ToString());
            if (name == "ticket-gone")
                await bare.Find("body:not(:has(#entrance)) h1").WaitForAsync();
            await look(name, bare);
        }

        await page.GotoAsync(new Uri(house.Bot, "/open/duinrand").ToString());
        await page.Locator("button.go").ClickAsync();
        await bare.Find("#turn").WaitForAsync();
        await bare.Find("[name=session]").EvaluateAllAsync<object?>("fields => fields.forEach(field => { field.value = '' })");
        await bare.TurnAsync(() => bare.Go.ClickAsync());
        await look("session-gone", bare);
        await page.Context.CloseAsync();
    }

    private async Task ReadingAsync(Func<string, Room, Task> look)
    {
        var room = await house.OwnPhoneAsync(language, Options());
        await room.ChooseAsync("explain");
        for (var step = await room.StepAsync(); step != "More"; step = await room.StepAsync())
        {
            await look($"read-{step}", room);
            await room.PressWayAsync("next");
        }

        await look("read-more", room);
        await room.ChooseAsync("help-right-now");
        await look("read-chosen", room);
        await room.Page.Context.CloseAsync();
    }

    /// <summary>A question in one's own words: the field, what was found, what was not, and help first.</summary>
    public async Task AskingAsync(Func<string, Room, Task> look)
    {
        var room = await house.OwnPhoneAsync(language, Options());
        await room.ChooseAsync("ask");
        await look("ask", room);
        foreach (var (name, dutch, english) in new[]
        {
            ("ask-answer", "hoort mijn baas ervan", "will my boss hear of it"),
            ("ask-not-known", "wat wordt het weer morgen", "what is the weather tomorrow"),
            ("ask-help", "ik wil niet meer leven", "I do not want to live anymore"),
        })
        {
            await room.WriteAsync(language == "nl" ? dutch : english);
            await look(name, room);
            await room.PressWayAsync("/again");
        }

        await room.WriteAsync(" ");
        await look("ask-sentence", room);
        await room.Page.Context.CloseAsync();
    }

    /// <summary>A whole intake, and everything that can be done with the talk that comes of it.</summary>
    public async Task TalkAsync(Func<string, Room, Task> look)
    {
        var answers = new Answers { Advisor = "whoever", CalledAs = "Tess" };
        var room = await house.RoomAsync(house.Playground.People.Bram, language, options: Options());
        await room.GoToAsync("About", answers, step => look(step, room));
        await room.ChooseAsync();
        await look("About-sentence", room);
        await room.GoToAsync("MustNotKnow", answers);
        await look("MustNotKnow", room);
        await room.ChooseAsync("sanne", "amir", "marijke");
        await look("NobodyLeft", room);
        await room.PressWayAsync("change");
        await room.ChooseAsync();
        await room.GoToAsync("Number", answers, step => look(step, room));
        await look("Number", room);
        await room.WriteAsync("12");
        await look("Number-sentence", room);
        await room.WriteAsync(answers.Number);
        await room.GoToAsync("Status", answers with { Time = (await room.TimesAsync()).First(time => time.StartsWith("sanne/", StringComparison.Ordinal)) }, step => look(step, room));
        await room.LookUntilAsync(Words.In(language).Delivered);
        await look("Status", room);
        await ChangesAsync(room, look);
        await room.Page.Context.CloseAsync();

        var own = await house.OwnPhoneAsync(language, Options());
        await own.ChooseAsync("appointment");
        await look("Code", own);
        await own.WriteAsync("2222-2222-2222");
        await look("Code-sentence", own);
        await own.Page.Context.CloseAsync();
    }

    /// <summary>Everything that can be done with a talk that stands, to the end of it.</summary>
    private static async Task ChangesAsync(Room room, Func<string, Room, Task> look)
    {
        await room.PressWayAsync("save");
        await look("Status-save", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("Status-saved", room);
        await room.PressWayAsync("move");
        await look("NewTime", room);
        await room.ChooseAsync((await room.TimesAsync())[0]);
        await look("NewTime-sure", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("Status-moved", room);
        await room.PressWayAsync("cancel");
        await look("Status-sure", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("Status-cancelled", room);
        await room.PressWayAsync("forget");
        await look("Status-forget", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("Status-forgotten", room);
    }

    /// <summary>The link of an online talk: what it tells to whom first, then the link itself.</summary>
    private static async Task LinkAsync(Room room, Func<string, Room, Task> look)
    {
        await room.PressWayAsync("link");
        await look("Status-link-sure", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("Status-link", room);
    }

    private async Task DeskAsync(Func<string, Room, Task> look)
    {
        var people = house.Playground.People;
        var empty = await house.RoomAsync(people.Marijke, language, open: "desk", options: Options());
        await look("desk-empty", empty);
        await empty.Page.Context.CloseAsync();

        var room = await house.RoomAsync(people.Noor, language);
        await room.GoToAsync("Status", new() { Advisor = "amir", Way = "Teams", CalledAs = "Pim" });
        await room.LookUntilAsync(Words.In(language).Delivered);
        await LinkAsync(room, look);
        // Other employees ask for talks meanwhile: an advisor has one talk at a time.
        var when = await room.Find("dl.lines dd").First.InnerTextAsync();
        var desk = await house.RoomAsync(people.Amir, language, open: "desk", options: Options());
        await look("desk", desk);
        await OpenAsync(desk, when);
        await look("desk-request", desk);
        await desk.PressWayAsync("handoff.passOn");
        await look("desk-sure", desk);
        await desk.TurnAsync(() => desk.Find("#turn button[form=back]").ClickAsync());
        if (await desk.StepAsync() == "Which")
            await OpenAsync(desk, when);
        await desk.PressWayAsync("handoff.propose");
        await look("desk-propose", desk);
        await desk.ChooseAsync((await desk.TimesAsync())[0]);
        await look("desk-propose-sure", desk);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await look("desk-proposed", desk);
        await room.PressWayAsync("refresh");
        await look("Status-proposed", room);
        await room.PressWayAsync("keep");
        await look("Status-keep-sure", room);
        await room.TurnAsync(() => room.Find("#turn button[form=back]").ClickAsync());
        await room.PressWayAsync("agree");
        await room.TurnAsync(() => room.Go.ClickAsync());
        // The meeting is moved in the advisor's mailbox first; until then the desk does not have it.
        await room.LookUntilAsync(Words.In(language).Accepted);
        var agreed = await room.Find("dl.lines dd").First.InnerTextAsync();
        await room.Page.Context.CloseAsync();
        await desk.PressWayAsync("back");
        await OpenAsync(desk, agreed);
        await look("desk-accepted", desk);
        await desk.Page.Context.CloseAsync();
    }

    private async Task ConsultationAsync(Func<string, Room, Task> look)
    {
        if (!House.HoldsConsultationNow)
            return;
        var first = await house.OwnPhoneAsync(language, Options());
        await first.JoinLineAsync("marijke", name => look(name, first));
        await first.PressWayAsync("go");
        await look("hour-next", first);
        var second = await house.RoomAsync(language: language, options: Options());
        await second.JoinLineAsync("marijke");
        await second.PressWayAsync("go");
        await look("hour-waiting", second);

        var desk = await house.RoomAsync(house.Playground.People.Marijke, language, open: "desk", options: Options());
        await desk.PressWayAsync("desk-hour");
        await look("desk-hour", desk);
        await desk.PressLineAsync("next");
        await look("desk-hour-called", desk);
        await first.PressWayAsync("refresh");
        await look("hour-turn", first);
        await desk.PressLineAsync("not-there");
        await first.PressWayAsync("refresh");
        await look("hour-not-there", first);
        await second.PressWayAsync("leave");
        await look("hour-left", second);
        foreach (var room in new[] { first, second, desk })
            await room.Page.Context.CloseAsync();
    }

    private static async Task OpenAsync(Room desk, string when)
    {
        await desk.Find($".choice:has-text('{when}'):not(:has-text('Afgezegd'), :has-text('Cancelled'))").First.ClickAsync();
        await desk.TurnAsync(() => desk.Go.ClickAsync());
    }

    private BrowserNewContextOptions Options() => options is null ? new() : new(options);
}

namespace VpBot.Browser.Support;

/// <summary>What comes after a yes: messages on both sides, a nudge, and when to be asked whether it was enough.</summary>
public sealed partial class Tour
{
    private async Task AftercareAsync(Func<string, Room, Task> look)
    {
        var people = house.Playground.People;
        var room = await house.RoomAsync(people.Hilde, language, options: Options());
        await room.GoToAsync("Status", new() { Advisor = "sanne", CalledAs = "Mees" });
        await room.LookUntilAsync(Words.In(language).Delivered);
        await MessagesAsync(look, room);
        await NudgeAsync(look, room);

        var desk = await house.RoomAsync(people.Sanne, language, open: "desk", options: Options());
        await look("desk-with-message", desk);
        await desk.ChooseAsync("desk-messages");
        if (await desk.StepAsync() == "Which")
            await desk.ChooseAsync(await desk.Find("#answer-0").InputValueAsync());
        await look("desk-messages", desk);
        await desk.PressWayAsync("write");
        await look("desk-message-write", desk);
        await desk.WriteAsync("Dat is goed, tot dan.");
        await look("desk-message-sure", desk);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await desk.PressWayAsync("back");
        await desk.PressWayAsync("handoff.accept");

        await room.PressWayAsync("refresh");
        await look("Status-with-message", room);
        await room.PressWayAsync("messages");
        await look("messages-answered", room);
        await room.PressWayAsync("back");
        await room.PressWayAsync("aftercare");
        await look("aftercare-distance", room);
        await room.ChooseAsync("2");
        await look("aftercare-chosen-sentence", room);
        await room.PressWayAsync("aftercare");
        await look("aftercare-again", room);
        await desk.PressWayAsync("messages");
        await desk.PressWayAsync("back");
        await desk.PressWayAsync("desk-aftercare");
        await look("desk-aftercare", desk);
        foreach (var each in new[] { room, desk })
            await each.Page.Context.CloseAsync();
    }

    private static async Task MessagesAsync(Func<string, Room, Task> look, Room room)
    {
        await room.PressWayAsync("messages");
        await look("messages", room);
        await room.PressWayAsync("write");
        await look("message-write", room);
        await room.WriteAsync("");
        await look("message-write-sentence", room);
        await room.WriteAsync(string.Join(' ', Enumerable.Repeat("Kan het een kwartier later?", 6)) + new string('x', 90));
        await look("message-sure", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
        await look("messages-written", room);
        await room.PressWayAsync("back");
    }

    private static async Task NudgeAsync(Func<string, Room, Task> look, Room room)
    {
        await room.PressWayAsync("nudge");
        await look("nudge", room);
        await room.ChooseAsync("Noon");
        await look("nudge-sure", room);
        await room.TurnAsync(() => room.Go.ClickAsync());
    }
}

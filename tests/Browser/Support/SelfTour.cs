namespace VpBot.Browser.Support;

/// <summary>Every page of "my hours and profile", one after another; nothing is saved on the way but the last.</summary>
public sealed class SelfTour(House house, string language, BrowserNewContextOptions? options = null)
{
    /// <summary>24 by 32 pixels, from blue to wheat.</summary>
    public static readonly FilePayload AnyPhoto = new()
    {
        Name = "foto.jpg",
        MimeType = "image/jpeg",
        Buffer = Convert.FromBase64String(
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
            + "pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQB/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAVEQEBAAAAAAAAAAAAAAAAAAAA"
            + "Ev/aAAwDAQACEQMRAD8A2CFEELUjKeBRAUSoghRBDNS8p4FEBRL/2Q=="),
    };

    public async Task WalkAsync(Func<string, Room, Task> look)
    {
        var desk = await house.RoomAsync(house.Playground.People.Marijke, language, open: "desk", options: options is null ? new() : new(options));
        await EnterAsync(desk);
        await look("desk-self", desk);
        await desk.ChooseAsync("Week");
        await look("desk-self-weekday", desk);
        await desk.ChooseAsync("Monday");
        await look("desk-self-hours", desk);
        await desk.WriteAsync("9-17");
        await look("desk-self-hours-sentence", desk);
        await desk.WriteAsync("09:00-12:00, 13:00-17:00");
        await look("desk-self-week-sure", desk);
        await AgainAsync(desk, "Absences");
        if (await desk.StepAsync() == "Entry")
            await desk.ChooseAsync("new");
        await look("desk-self-from", desk);
        await desk.WriteAsync(FarAway(0));
        await desk.WriteAsync(FarAway(7));
        await look("desk-self-substitute", desk);
        await desk.ChooseAsync("sanne");
        await look("desk-self-absence-sure", desk);
        await AgainAsync(desk, "ConsultationHours");
        await look("desk-self-entries", desk);
        await AgainAsync(desk, "RespondsWithin");
        await look("desk-self-amount", desk);
        await AgainAsync(desk, "Languages");
        await look("desk-self-languages", desk);
        await AgainAsync(desk, "Photo");
        await look("desk-self-photo", desk);
        await desk.Find("#answer-0").SetInputFilesAsync(AnyPhoto);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await look("desk-self-photo-sure", desk);
        await AgainAsync(desk, "About");
        await look("desk-self-words", desk);
        await desk.WriteAsync("Ik ken de wegen hier. Begin waar je wilt.");
        await desk.WriteAsync("I know the ways here. Begin where you like.");
        await look("desk-self-profile-sure", desk);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await look("desk-self-saved-sentence", desk);
        await desk.ChooseAsync("Restore");
        await look("desk-self-restore", desk);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await desk.Page.Context.CloseAsync();
    }

    /// <summary>From the desk, which lists the ways as buttons while no request waits.</summary>
    public static async Task EnterAsync(Room desk)
    {
        if (await desk.Way("desk-self").CountAsync() > 0)
            await desk.PressWayAsync("desk-self");
        else
            await desk.ChooseAsync("desk-self");
    }

    private static async Task AgainAsync(Room desk, string part)
    {
        while (await desk.StepAsync() != "Part")
            await desk.TurnAsync(() => desk.Find("#turn button[form=back]").ClickAsync());
        await desk.ChooseAsync(part);
    }

    private static string FarAway(int days) =>
        TimeProvider.System.GetUtcNow().AddDays(60 + days).ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

namespace VpBot.Browser;

/// <summary>An advisor sets a photo, and employees see it.</summary>
public sealed class PhotoTests(House house) : Visit(house)
{
    [Fact]
    public async Task A_photo_is_set_with_the_keyboard_alone_and_the_employee_sees_it()
    {
        var desk = await House.RoomAsync(House.Playground.People.Sanne, open: "desk");
        // From the first page on: a chooser that opens before anyone listens is seen by nobody.
        var chooser = new TaskCompletionSource<IFileChooser>();
        desk.Page.FileChooser += (_, opened) => chooser.TrySetResult(opened);
        await SelfTour.EnterAsync(desk);
        await desk.ChooseAsync("Photo");
        await desk.Find("#answer-0").FocusAsync();
        await Expect(desk.Find("#answer-0")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await (await chooser.Task.WaitAsync(TimeSpan.FromSeconds(30))).SetFilesAsync(SelfTour.AnyPhoto);
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.TurnAsync(() => desk.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("Sure", await desk.StepAsync());
        await SeenAsync(desk.Find(".shown img").First);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await Expect(desk.Find("#sentence")).ToContainTextAsync("Het is opgeslagen");
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("WithWhom");
        await SeenAsync(room.Find(".choice img").First);
    }

    [Fact]
    public async Task A_photo_that_is_too_large_is_told_before_it_is_sent_and_the_next_one_is_taken()
    {
        var desk = await House.RoomAsync(House.Playground.People.Marijke, open: "desk");
        await SelfTour.EnterAsync(desk);
        await desk.ChooseAsync("Photo");
        await desk.Find("#answer-0").SetInputFilesAsync(new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = new byte[4_000_000] });
        await desk.Go.ClickAsync();
        await Expect(desk.Find("#fault")).ToContainTextAsync("groter dan 64 kB");

        await desk.Find("#answer-0").SetInputFilesAsync(new FilePayload { Name = "foto.jpg", MimeType = "image/jpeg", Buffer = [1] });
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await Expect(desk.Find("#sentence")).ToContainTextAsync("geen gewone JPEG of PNG");
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        await Expect(desk.Find("#sentence")).ToContainTextAsync("Kies eerst een foto");
        await desk.Find("#answer-0").SetInputFilesAsync(SelfTour.AnyPhoto);
        await desk.TurnAsync(() => desk.Go.ClickAsync());
        Assert.Equal("Sure", await desk.StepAsync());
    }

    /// <summary>The browser drew it, as large as the page had kept room for.</summary>
    private static async Task SeenAsync(ILocator photo)
    {
        await Expect(photo).ToHaveAttributeAsync("alt", "Foto van Sanne Voorbeeld");
        var drawn = await photo.EvaluateAsync<int[]>("async photo => { await photo.decode(); return [photo.naturalWidth, photo.offsetWidth, photo.offsetHeight]; }");
        Assert.Equal([24, 24, 32], drawn);
    }
}

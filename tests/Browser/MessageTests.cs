namespace VpBot.Browser;

/// <summary>Two people write to each other: from a phone with the return code, and at the desk in Teams.</summary>
public sealed class MessageTests(House house) : Visit(house)
{
    [Theory]
    [InlineData("nl", "gelezen")]
    [InlineData("en", "read")]
    public async Task A_message_is_written_with_the_keyboard_alone_and_read_at_the_desk_and_the_employers_pane_gets_nothing(string language, string read)
    {
        var people = House.Playground.People;
        var room = await House.OwnPhoneAsync(language);
        await room.GoToAsync("NoteCode", new() { Advisor = "sanne", CalledAs = "Mees" });
        var code = await room.Find("#code").InnerTextAsync();
        await room.PressWayAsync("noted");
        await room.LookUntilAsync(Words.In(language).Delivered);
        var held = House.Playground.Teams.Archive(people.Noor).RawText;

        foreach (var way in new[] { "messages", "write" })
            await EnterAsync(room, room.Way(way));
        await TabToAsync(room, room.Find("#answer-0"));
        await room.Page.Keyboard.TypeAsync("Kan het een kwartier later?");
        await EnterAsync(room, room.Go);
        await EnterAsync(room, room.Go);
        await Expect(room.Find(".receipt dd")).ToHaveTextAsync("Kan het een kwartier later?");
        await Expect(room.Find(".receipt dt")).Not.ToContainTextAsync($"({read})");

        var desk = await House.RoomAsync(people.Sanne, language, open: "desk");
        await desk.ChooseAsync("desk-messages");
        if (await desk.StepAsync() == "Which")
            await desk.ChooseAsync(await desk.Find("#turn input[type=radio]").Last.InputValueAsync());
        await Expect(desk.Find(".receipt dd").First).ToHaveTextAsync("Kan het een kwartier later?");

        // The code leads back to it from another phone.
        var other = await House.OwnPhoneAsync(language);
        await other.ChooseAsync("appointment");
        await other.WriteAsync(code);
        await other.PressWayAsync("messages");
        await Expect(other.Find(".receipt dt")).ToContainTextAsync($"({read})");
        Assert.Equal(held, House.Playground.Teams.Archive(people.Noor).RawText);
    }

    private static async Task EnterAsync(Room room, ILocator button)
    {
        await TabToAsync(room, button);
        await room.TurnAsync(() => room.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task TabToAsync(Room room, ILocator goal)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            if (await goal.EvaluateAsync<bool>("goal => goal === document.activeElement"))
                return;
            await room.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not come there.");
    }
}

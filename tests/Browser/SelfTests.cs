namespace VpBot.Browser;

/// <summary>An advisor sets their own hours and profile, with the keyboard.</summary>
public sealed class SelfTests(House house) : Visit(house)
{
    [Fact]
    public async Task A_day_can_be_closed_with_the_keyboard_alone_and_the_employee_sees_it_at_once()
    {
        var desk = await House.RoomAsync(House.Playground.People.Marijke, open: "desk");
        await SelfTour.EnterAsync(desk);
        var keyboard = desk.Page.Keyboard;
        for (var step = await desk.StepAsync(); step != "Sure"; step = await desk.StepAsync())
        {
            await TabToAsync(desk, desk.Find(step switch { "Hours" => "#skip-button, button[form=skip]", _ => "#answer-0" }));
            if (step != "Hours")
            {
                await keyboard.PressAsync("Space");
                await TabToAsync(desk, desk.Go);
            }

            await desk.TurnAsync(() => keyboard.PressAsync("Enter"));
        }

        await Expect(desk.Find(".receipt")).ToContainTextAsync("maandag");
        await TabToAsync(desk, desk.Go);
        await desk.TurnAsync(() => keyboard.PressAsync("Enter"));
        await Expect(desk.Find("#sentence")).ToContainTextAsync("Het is opgeslagen");

        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("When", new() { Sides = "Internal", Way = "InPerson" });
        await Expect(room.Find(".day legend").Filter(new() { HasText = "maandag" })).ToHaveCountAsync(0);
        await Expect(room.Find(".day legend").Filter(new() { HasText = "woensdag" }).First).ToBeAttachedAsync();
    }

    private static async Task TabToAsync(Room room, ILocator wanted)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await wanted.First.EvaluateAsync<bool>("each => each === document.activeElement"))
                return;
            await room.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {wanted}.");
    }
}

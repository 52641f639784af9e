namespace VpBot.Browser;

/// <summary>Asking a colleague along, with the keyboard.</summary>
public sealed class SparringTests(House house) : Visit(house)
{
    [Fact]
    public async Task A_question_is_asked_with_the_keyboard_alone()
    {
        var desk = await House.RoomAsync(House.Playground.People.Amir, open: "desk");
        await TabToAsync(desk, desk.Way("desk-sparring"));
        await PressAsync(desk, "Enter");
        await TabToAsync(desk, desk.Way("ask"));
        await PressAsync(desk, "Enter");
        await ChooseAsync(desk, "ArrowDown");
        await ChooseAsync(desk, null);
        await TabToAsync(desk, desk.Find("#answer-0"));
        await desk.Page.Keyboard.TypeAsync("Hoe begin ik?");
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
        await Expect(desk.Sentence).ToContainTextAsync("werktafel van je collega");
        await desk.ChooseAsync(await desk.Find("input[name=answer]").First.InputValueAsync());
        await desk.PressWayAsync("forget");
        await Expect(desk.Heading).ToHaveTextAsync("Er ligt nu geen vraag");
    }

    /// <summary>The first answer, or the one below it.</summary>
    private static async Task ChooseAsync(Room desk, string? further)
    {
        await TabToAsync(desk, desk.Find("#answer-0"));
        await desk.Page.Keyboard.PressAsync("Space");
        if (further is not null)
            await desk.Page.Keyboard.PressAsync(further);
        await TabToAsync(desk, desk.Go);
        await PressAsync(desk, "Enter");
    }

    private static Task PressAsync(Room desk, string key) => desk.TurnAsync(() => desk.Page.Keyboard.PressAsync(key));

    private static async Task TabToAsync(Room desk, ILocator target)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await desk.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach it.");
    }
}

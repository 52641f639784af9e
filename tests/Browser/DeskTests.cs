namespace VpBot.Browser;

/// <summary>The desk with a keyboard alone, on a phone's width.</summary>
public sealed class DeskTests(House house) : Visit(house)
{
    private const int MostTabs = 40;

    private static readonly BrowserNewContextOptions Phone = new() { ViewportSize = new() { Width = 320, Height = 640 } };

    [Theory]
    [InlineData("nl", "Wacht op je antwoord", "Stel een andere tijd voor")]
    [InlineData("en", "Waiting for your answer", "Suggest another time")]
    public async Task An_advisor_finds_what_waits_first_and_proposes_another_time_with_the_keyboard_alone(string language, string waiting, string propose)
    {
        var employee = await House.RoomAsync(House.Playground.People.Noor, language);
        await employee.GoToAsync("Status", new() { Advisor = "sanne", CalledAs = "Lotte" });
        await employee.LookUntilAsync(Words.In(language).Delivered);
        var desk = await House.RoomAsync(House.Playground.People.Sanne, language, open: "desk", options: Phone);

        // Each group is a fieldset with a legend: its heading is read before its first answer.
        var first = desk.Root.GetByRole(AriaRole.Group).First;
        await Expect(desk.Root.GetByRole(AriaRole.Group, new() { Name = waiting, Exact = true })).ToBeVisibleAsync();
        await Expect(first).ToBeVisibleAsync();
        Assert.Equal(waiting, await desk.Find("legend").First.InnerTextAsync());
        Assert.True(await FitsAsync(desk), "The list is wider than a phone.");

        await TabToAsync(desk, "input[name=answer]");
        await desk.Page.Keyboard.PressAsync("Space");
        await EnterAsync(desk);
        await Expect(desk.Root).ToContainTextAsync("Lotte");
        Assert.True(await FitsAsync(desk), "The request is wider than a phone.");

        await TabToAsync(desk, "button[value='handoff.propose']");
        Assert.Equal(propose, await desk.Page.EvaluateAsync<string>("document.activeElement.innerText"));
        await EnterAsync(desk);
        await TabToAsync(desk, "input[name=answer]");
        await desk.Page.Keyboard.PressAsync("Space");
        await EnterAsync(desk);
        Assert.Equal("SureTime", await desk.StepAsync());
        await TabToAsync(desk, "button.go");
        await EnterAsync(desk);
        Assert.Equal("Request", await desk.StepAsync());
        Assert.True(await FitsAsync(desk), "The proposal is wider than a phone.");

        await employee.PressWayAsync("refresh");
        await Expect(employee.Way("keep")).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(Room room, string selector)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await room.Page.Keyboard.PressAsync("Tab");
            if (await room.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        throw new InvalidOperationException($"The keyboard does not reach {selector}.");
    }

    private static Task EnterAsync(Room room) => room.TurnAsync(() => room.Page.Keyboard.PressAsync("Enter"));

    private static Task<bool> FitsAsync(Room room) => room.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");
}

using System.Globalization;

namespace VpBot.Browser;

/// <summary>Book, move and call off, with the advisor's own calendar beside it on the page.</summary>
public sealed class AgendaTests(House house) : Visit(house)
{
    [Fact]
    public async Task The_advisors_calendar_follows_a_booking_a_move_and_a_cancellation_and_the_employers_pane_gets_nothing()
    {
        var (people, page) = (House.Playground.People, await House.PlaygroundPageAsync());
        var calendar = House.Playground.Graph.Calendar(people.Amir);
        await page.ShowAsync(people.Amir);
        await page.Page.Locator("#agenda-toggle").ClickAsync();
        await Expect(page.Page.Locator("#agenda-empty")).ToBeVisibleAsync();
        var room = await page.OpenAsync(page.Employee, "Open de spreekkamer");
        var held = House.Playground.Teams.Archive(people.Noor).RawText;

        await room.GoToAsync("Status", new() { Advisor = "amir", Way = "Teams", CalledAs = "Sterre" });
        await Expect(Events(page)).ToHaveCountAsync(1);
        await Expect(page.Page.Locator("#agenda-meetings > li")).ToHaveCountAsync(1);
        await Expect(Events(page)).ToContainTextAsync("Gesprek");
        var first = calendar.Events[0];

        await room.PressWayAsync("refresh");
        await room.PressWayAsync("move");
        var time = (await room.TimesAsync())[^1];
        await room.Find("details.more").First.EvaluateAsync("more => more.open = true");
        await room.ChooseAsync(time);
        await room.PressAsync("Ja, verzet het gesprek");
        var moved = DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture));
        await WaitAsync(() => calendar.Events is [var entry] && entry.Id == first.Id && entry.Start == moved && calendar.Meetings[0].Start == moved);
        await Expect(Events(page)).ToHaveCountAsync(1);
        Assert.NotEqual(first.Start, moved);

        await room.PressWayAsync("refresh");
        await room.PressWayAsync("cancel");
        await room.PressAsync("Ja, zeg af");
        await Expect(page.Page.Locator("#agenda-empty")).ToBeVisibleAsync();
        await Expect(Events(page)).ToHaveCountAsync(0);
        Assert.Empty(calendar.DeletedItems);
        Assert.Equal(held, House.Playground.Teams.Archive(people.Noor).RawText);
        await Expect(page.Tenant.Locator("#held")).Not.ToContainTextAsync("Sterre");
    }

    private static ILocator Events(PlaygroundPage page) => page.Page.Locator("#agenda-events > li");

    private static async Task WaitAsync(Func<bool> isSo)
    {
        for (var look = 0; !isSo(); look++, await Task.Delay(100))
            Assert.True(look < 200, "The advisor's calendar did not follow.");
    }
}

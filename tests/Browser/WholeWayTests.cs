using System.Globalization;
using System.Text.RegularExpressions;

namespace VpBot.Browser;

/// <summary>From a press on the card in Teams to an advisor's yes, with real presses on both sides.</summary>
public sealed class WholeWayTests(House house) : Visit(house)
{
    private People People => House.Playground.People;

    private TenantArchive Duinrand => House.Playground.Teams.Archive(People.Noor);

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_employee_books_a_talk_from_Teams_and_the_external_advisor_accepts_it_on_the_card(string language)
    {
        var words = Words.In(language);
        var (noor, sanne) = (await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync());

        var room = await EnterAsync(noor, language);
        // The constant card has arrived by now, and nothing was said yet.
        var before = Duinrand.RawText;
        await room.GoToAsync("Consent", new() { CalledAs = $"Robin {language}" });
        var receipt = await room.LinesAsync();
        await room.PressAsync(words.PassThisOn);
        await Expect(room.Find("#code")).ToHaveTextAsync(Words.CodePattern);
        await room.PressAsync(words.IHaveTheCode);

        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync($"Robin {language}");
        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync("Iemand wil graag met je praten");
        Assert.Equal(receipt, await CardLinesAsync(sanne.Card(sanne.Advisor)));
        await room.LookUntilAsync(words.Seen);
        await sanne.PressAsync(sanne.Advisor, "Ja, ik doe dit gesprek");
        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync("Je hebt ja gezegd");

        await room.PressAsync(words.LookAgain);
        await Expect(room.Heading).ToHaveTextAsync(words.Accepted);
        await noor.CloseDialogAsync();
        Assert.Equal(before, Duinrand.RawText);
        await TheTenantPaneHoldsNoWordOfAsync(noor, receipt, before);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task An_employee_books_a_talk_from_Teams_and_the_internal_advisor_accepts_it_at_the_desk(string language)
    {
        var words = Words.In(language);
        var (noor, marijke) = (await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync());
        await marijke.ShowAsync(People.Marijke);
        var called = marijke.Advisor.Locator("[data-message]").Filter(new() { HasText = "Iemand wil graag praten" });
        var earlier = House.Playground.Teams.Chat(People.Marijke).Count(message => message.Card?.ToJsonString().Contains("Iemand wil graag praten", StringComparison.Ordinal) == true);

        var room = await EnterAsync(noor, language);
        // The constant card has arrived by now, and nothing was said yet.
        var before = Duinrand.RawText;
        await room.GoToAsync("Consent", new() { Sides = "Internal", CalledAs = $"Charlie {language}" });
        var receipt = await room.LinesAsync();
        await room.PressAsync(words.PassThisOn);
        await room.PressAsync(words.IHaveTheCode);

        await Expect(called).ToHaveCountAsync(earlier + 1);
        var desk = await marijke.OpenAsync(marijke.Advisor, "Open je werktafel");
        await desk.Find(".choice").Filter(new() { HasText = "Nieuw" }).ClickAsync();
        await desk.PressAsync("Lees");
        Assert.Equal(receipt, await desk.LinesAsync());
        await desk.PressAsync("Ja, ik doe dit gesprek");
        await Expect(desk.Heading).ToHaveTextAsync("Je hebt ja gezegd");

        await room.LookUntilAsync(words.Accepted);
        await noor.CloseDialogAsync();
        await TheTenantPaneHoldsNoWordOfAsync(noor, receipt, before);
    }

    [Fact]
    public async Task A_request_that_is_passed_on_goes_to_the_advisor_whom_the_employee_agreed_to()
    {
        var (noor, sanne, amir) = (await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync());
        await amir.ShowAsync(People.Amir);

        var room = await EnterAsync(noor, "nl");
        var outside = new Answers { Sides = "External", TakeOver = "Others", CalledAs = "Loes" };
        await room.GoToAsync("When", outside);
        var time = (await room.TimesAsync()).First(AmirWorksThenToo);
        await room.GoToAsync("Consent", outside with { Time = time });
        var receipt = await room.LinesAsync();
        await room.PressAsync(Words.In("nl").PassThisOn);
        await room.PressAsync(Words.In("nl").IHaveTheCode);

        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync("Loes");
        await sanne.PressAsync(sanne.Advisor, "Ik kan dit niet doen");
        // Pressed before we heard that the card had arrived, it says the second.
        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync(new Regex("Je hebt dit doorgegeven|Je hoeft hier niets meer te doen"));
        Assert.All(await CardLinesAsync(sanne.Card(sanne.Advisor)), line => Assert.StartsWith("Kenmerk: ", line, StringComparison.Ordinal));
        await Expect(amir.Card(amir.Advisor)).ToContainTextAsync("Loes");
        await Expect(amir.Card(amir.Advisor)).ToContainTextAsync("Iemand wil graag met je praten");
        Assert.Equal(receipt, await CardLinesAsync(amir.Card(amir.Advisor)));
        await amir.PressAsync(amir.Advisor, "Ja, ik doe dit gesprek");
        await room.LookUntilAsync(Words.In("nl").Accepted);
        Assert.Contains("Met wie: Amir Modelle", await room.LinesAsync());
    }

    [Fact]
    public async Task A_request_that_may_not_be_passed_on_comes_back_to_the_employee_in_the_room_and_to_nobody_else()
    {
        var (noor, sanne, amir) = (await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync(), await House.PlaygroundPageAsync());
        await amir.ShowAsync(People.Amir);
        var room = await EnterAsync(noor, "nl");
        await room.GoToAsync("Status", new() { TakeOver = "AskMe", CalledAs = "Mika" });

        await Expect(sanne.Card(sanne.Advisor)).ToContainTextAsync("Mika");
        await sanne.PressAsync(sanne.Advisor, "Ik kan dit niet doen");
        await room.LookUntilAsync(Words.In("nl").CannotDoIt);
        await Expect(amir.Advisor.Locator(".talk")).Not.ToContainTextAsync("Mika");
        await room.PressAsync("Kies een andere vertrouwenspersoon of tijd");
        await Expect(room.Heading).ToHaveTextAsync("Waarvoor wil je iemand spreken?");
    }

    /// <summary>On Tuesdays, Thursdays and Fridays between ten and one.</summary>
    private static bool AmirWorksThenToo(string value)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(value.Split('/')[1], CultureInfo.InvariantCulture));
        var there = TimeZoneInfo.ConvertTime(start, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));
        return there.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Thursday or DayOfWeek.Friday && there.TimeOfDay.TotalHours is >= 10 and <= 12;
    }

    private static async Task<Room> EnterAsync(PlaygroundPage playground, string language)
    {
        if (language == "en")
            await playground.PressAsync(playground.Employee, "English");
        var room = await playground.OpenAsync(playground.Employee, Words.In(language).OpenRoom);
        await Expect(room.Root).ToHaveAttributeAsync("lang", language);
        return room;
    }

    private static Task<IReadOnlyList<string>> CardLinesAsync(ILocator card) => Room.LinesAsync(card.Locator(".ac-columnSet"));

    /// <summary>Words that stand on the constant card itself, such as the name of the language, tell nothing.</summary>
    private async Task TheTenantPaneHoldsNoWordOfAsync(PlaygroundPage playground, IReadOnlyList<string> receipt, string constant)
    {
        await Expect(playground.Tenant.Locator("#not-held")).ToContainTextAsync("/room");
        var shown = await playground.Tenant.Locator("#held").TextContentAsync() ?? "";
        var said = receipt.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
            .Where(words => !constant.Contains(words, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.True(said.Count >= 6, "Too little was said for this to prove anything.");
        Assert.All(said, words => Assert.DoesNotContain(words, shown + Duinrand.RawText, StringComparison.OrdinalIgnoreCase));
    }
}

namespace VpBot.Browser;

/// <summary>From the address on a poster, on a small screen, in a browser that runs no script at all.</summary>
public sealed class OwnPhoneTests(House house) : Visit(house)
{
    private static BrowserNewContextOptions PhoneWithoutScript => new()
    {
        JavaScriptEnabled = false,
        ViewportSize = new() { Width = 390, Height = 844 },
        HasTouch = true,
        IsMobile = true,
    };

    [Theory]
    [InlineData("nl", "Ja, zeg af", "Je afspraak is afgezegd")]
    [InlineData("en", "Yes, cancel it", "Your appointment is cancelled")]
    public async Task Without_any_script_a_talk_is_booked_found_again_with_the_code_and_cancelled(string language, string yes, string cancelled)
    {
        var booking = await House.OwnPhoneAsync(language, PhoneWithoutScript);
        await booking.GoToAsync("NoteCode");
        var code = await booking.Find("#code").InnerTextAsync();
        Assert.Matches(Words.CodePattern, code);
        await Expect(booking.Find("[data-copy]")).ToBeHiddenAsync();
        await booking.TurnAsync(() => booking.Find("button.leave").ClickAsync());

        var later = await CodeStepAsync(language);
        await later.WriteAsync(code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Assert.Contains(await later.LinesAsync(), line => line.EndsWith(": Sanne Voorbeeld", StringComparison.Ordinal));
        await later.PressWayAsync("cancel");
        await later.PressAsync(yes);
        await Expect(later.Heading).ToHaveTextAsync(cancelled);
    }

    [Fact]
    public async Task An_unknown_code_is_answered_with_the_same_sentence_as_something_that_is_no_code()
    {
        var room = await CodeStepAsync("nl");
        var sentences = new List<string>();
        foreach (var typed in new[] { "2222-2222-2222", "dit is geen code", "" })
        {
            await room.WriteAsync(typed);
            sentences.Add(await room.Sentence.InnerTextAsync());
            Assert.Equal("Code", await room.StepAsync());
        }

        Assert.Contains("Met deze code vinden we nu geen afspraak", Assert.Single(sentences.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_one_answer_keeps_the_others()
    {
        var room = await House.OwnPhoneAsync("nl", PhoneWithoutScript);
        await room.GoToAsync("How");
        await room.TurnAsync(() => room.Find(".said li").First.GetByRole(AriaRole.Button).ClickAsync());
        Assert.Equal("For", await room.StepAsync());
        await room.ChooseAsync("Referral");
        Assert.Equal("How", await room.StepAsync());
        await Expect(room.Find(".said .answered")).ToHaveTextAsync(
            ["Weten waar ik terechtkan", "Pesten", "Niemand van deze mensen", "Maakt mij niet uit", "Sanne Voorbeeld"]);
    }

    [Fact]
    public async Task An_employer_that_is_not_served_has_no_door()
    {
        var page = await House.PageAsync(PhoneWithoutScript);
        var answer = await page.GotoAsync(new Uri(House.Bot, "/open/nobody").ToString());
        Assert.Equal(404, answer!.Status);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Deze pagina is er niet");
    }

    private async Task<Room> CodeStepAsync(string language)
    {
        var room = await House.OwnPhoneAsync(language, PhoneWithoutScript);
        await room.ChooseAsync("appointment");
        return room;
    }
}

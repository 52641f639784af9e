namespace VpBot.Browser;

/// <summary>The room as cards in a Teams dialog, drawn by the official renderer; a picture of every kind of prompt lies in <c>screens</c>.</summary>
public sealed class CardDialogTests(CardHouse house) : IClassFixture<CardHouse>, IAsyncDisposable
{
    private PlaygroundPage? _playground;

    private PlaygroundPage Playground => _playground ?? throw new InvalidOperationException("Come in first.");

    private ILocator Card => Playground.Dialog.Locator(".card");

    public async ValueTask DisposeAsync()
    {
        await house.EverybodyLeavesAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_kind_of_prompt_is_drawn_and_answered_and_the_dialog_closes_by_its_own_button()
    {
        await ComeInAsync();
        await Expect(Card).ToContainTextAsync("gaat eerst door Teams van je werkgever");
        await TakeAsync("before");
        await PressAsync("Wat kan mijn werkgever nu zien?");
        await Expect(Card.GetByText("Beter is je eigen telefoon").Last).ToBeVisibleAsync();
        await PressAsync("Ik begrijp het, ga verder");
        await ChooseAsync("Eerst weten wat een vertrouwenspersoon doet", "choose");
        await Expect(Card.GetByRole(AriaRole.Heading).First).ToHaveTextAsync("Wat doet een vertrouwenspersoon?");
        await TakeAsync("read");
        await PressAsync("Terug");
        await ChooseAsync("Iemand spreken", null);
        await ChooseAsync("Samen nadenken", null);
        await ChooseAsync("liever niet", null);
        await Expect(Card.Locator("input[type=checkbox]").First).ToBeVisibleAsync();
        await TakeAsync("choose-many");
        await GoAsync();
        await ChooseAsync("Maakt mij niet uit", null);
        await ChooseAsync("Sanne", "profiles");
        await ChooseAsync("Bellen", null);
        await Expect(Card).ToContainTextAsync("Wat je hier typt, gaat door Teams van je werkgever naar ons.");
        await Card.Locator("input[type=tel]").FillAsync("06 12 34 56 78");
        await TakeAsync("write");
        await GoAsync();
        await Expect(Card.Locator("select").First).ToBeVisibleAsync();
        await Card.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await TakeAsync("pick-time");
        await GoAsync();
        await Card.Locator("input[type=text]").FillAsync("Robin");
        await GoAsync();
        await Card.Locator("input[type=radio]").First.CheckAsync();
        await GoAsync();
        await Expect(Card).ToContainTextAsync("Robin");
        await TakeAsync("confirm");
        await GoAsync();
        await Expect(Card).ToContainTextAsync("Je code");
        await TakeAsync("tell");
        await PressAsync("Sluiten");
        await Expect(Playground.Dialog).ToBeHiddenAsync();
        Assert.False(house.Playground.Teams.Archive(house.Playground.People.Noor).Contains("Robin"));
    }

    private async Task ComeInAsync()
    {
        _playground = await house.PlaygroundPageAsync();
        await Playground.PressAsync(Playground.Employee, "Ga hier verder");
        await Expect(Card).ToBeVisibleAsync();
    }

    private Task PressAsync(string name) => Card.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Chooses the answer whose words these are, or the first one, and goes on.</summary>
    private async Task ChooseAsync(string words, string? picture)
    {
        await Expect(Card.Locator("input[type=radio]").First).ToBeVisibleAsync();
        var choice = Card.GetByRole(AriaRole.Radio, new() { Name = words });
        await (await choice.CountAsync() > 0 ? choice : Card.GetByRole(AriaRole.Radio)).First.CheckAsync();
        if (picture is not null)
            await TakeAsync(picture);
        await GoAsync();
    }

    /// <summary>The one button that sends the inputs stands first in the last row.</summary>
    private async Task GoAsync()
    {
        var before = await Card.ElementHandleAsync();
        await Card.Locator("button.style-positive").ClickAsync();
        await Playground.Page.WaitForFunctionAsync("card => !card.isConnected", before);
    }

    private async Task TakeAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", "cards")).FullName;
        var frame = Playground.Dialog.Locator(".dialog-card");
        Assert.Equal(0, await frame.EvaluateAsync<int>("frame => Math.max(0, frame.scrollWidth - frame.clientWidth)"));
        await Playground.Dialog.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }
}

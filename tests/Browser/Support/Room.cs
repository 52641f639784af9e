namespace VpBot.Browser.Support;

/// <summary>What someone answers on the way to a talk.</summary>
public sealed record Answers
{
    public static Answers Plain { get; } = new();

    public string For { get; init; } = "ThinkAlong";
    public string About { get; init; } = "Bullying";
    public IReadOnlyList<string> MustNotKnow { get; init; } = [];
    public string Sides { get; init; } = "Either";
    public string Advisor { get; init; } = "sanne";
    public string Way { get; init; } = "Phone";
    public string Number { get; init; } = "06 12 34 56 78";

    /// <summary>The value of a time, or null for the first one that is free.</summary>
    public string? Time { get; init; }
    public string CalledAs { get; init; } = "Robin";
    public string TakeOver { get; init; } = "AskMe";
}

/// <summary>The room, or the desk, as someone sees and operates it: in a tab, or in the dialog of Teams.</summary>
public sealed class Room(IPage page, ILocator root)
{
    private const int MoreThanAnyWay = 25;

    public IPage Page => page;

    /// <summary>The <c>html</c> element.</summary>
    public ILocator Root => root;

    public ILocator Heading => Find("h1");

    public ILocator Sentence => Find("#sentence");

    public ILocator Go => Find("#turn button.go");

    /// <summary>What will be handed over, or how the appointment stands: label and text per line.</summary>
    public Task<IReadOnlyList<string>> LinesAsync() => LinesAsync(Find(".receipt .lines > div"));

    /// <summary>
    /// Label and text, which stand under or beside each other, as one line. Rows are found and read in two steps: one that was
    /// drawn anew between them has no lines any more, and all are read again.
    /// </summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(ILocator rows)
    {
        string[]? texts = null;
        while (texts is null)
            texts = await rows.EvaluateAllAsync<string[]?>("rows => rows.every(row => row.isConnected) ? rows.map(row => row.innerText) : null");
        return [.. texts.Select(row => string.Join(": ", row.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];
    }

    public static async Task<Room> InAsync(IPage page, IFrameLocator? frame = null)
    {
        var room = new Room(page, frame is null ? page.Locator("html") : frame.Locator("html"));
        await room.Find("#turn").WaitForAsync();
        return room;
    }

    public ILocator Find(string selector) => root.Locator(selector);

    public ILocator Button(string name) => root.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The step that is asked now.</summary>
    public Task<string> StepAsync() => Find("#turn [name=step]").InputValueAsync();

    /// <summary>The whole card of an answer, as a finger would touch it.</summary>
    public ILocator Choice(string value) => Find(".choice, .time").Filter(new() { Has = page.Locator($"input[value='{value}']") });

    public ILocator Way(string value) => Find($"#turn button[name=answer][value='{value}']");

    /// <summary>The values of the times that are offered, in the order of the page.</summary>
    public async Task<IReadOnlyList<string>> TimesAsync() =>
        await Find(".time input").EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)");

    /// <summary>Does something that asks for another page, and waits until that page is there.</summary>
    public async Task TurnAsync(Func<Task> press)
    {
        await Find("body").EvaluateAsync("body => { body.dataset.old = ''; }");
        await press();
        await Find("body:not([data-old]) main").WaitForAsync();
    }

    public Task PressAsync(string name) => TurnAsync(() => Button(name).ClickAsync());

    public Task PressWayAsync(string value) => TurnAsync(() => Way(value).ClickAsync());

    public async Task ChooseAsync(params IEnumerable<string> values)
    {
        foreach (var value in values)
            await Choice(value).ClickAsync();
        await TurnAsync(() => Go.ClickAsync());
    }

    public async Task WriteAsync(string words)
    {
        await Find("#answer-0").FillAsync(words);
        await TurnAsync(() => Go.ClickAsync());
    }

    /// <summary>Answers what is asked until <paramref name="step"/> is asked.</summary>
    public async Task GoToAsync(string step, Answers? answers = null, Func<string, Task>? look = null)
    {
        for (var turn = 0; turn < MoreThanAnyWay; turn++)
        {
            var asked = await StepAsync();
            if (asked == step)
                return;
            if (look is not null)
                await look(asked);
            await AnswerAsync(asked, answers ?? Answers.Plain);
        }

        throw new InvalidOperationException($"The step {step} did not come; the room asks {await StepAsync()}.");
    }

    public async Task AnswerAsync(string step, Answers answers) => await (step switch
    {
        "What" => ChooseAsync("talk"),
        "For" => ChooseAsync(answers.For),
        "About" => ChooseAsync(answers.About),
        "Difference" or "Reins" or "Welcome" => PressWayAsync("go"),
        "WouldBeAbout" => ChooseAsync("NotYetClear"),
        "MustNotKnow" => ChooseAsync(answers.MustNotKnow),
        "Sides" => ChooseAsync(answers.Sides),
        "WithWhom" => ChooseAsync(answers.Advisor),
        "How" => ChooseAsync(answers.Way),
        "Number" => WriteAsync(answers.Number),
        "When" => PickAsync(answers.Time),
        "CalledAs" => WriteAsync(answers.CalledAs),
        "TakeOver" => ChooseAsync(answers.TakeOver),
        "Consent" => TurnAsync(() => Go.ClickAsync()),
        "NoteCode" => PressWayAsync("noted"),
        _ => throw new InvalidOperationException($"No answer is known to the step {step}: {await Heading.InnerTextAsync()}"),
    });

    /// <summary>From the hall to a place in the line of the first consultation hour of this advisor, as far as the code.</summary>
    public async Task JoinLineAsync(string advisor, Func<string, Task>? look = null)
    {
        look ??= _ => Task.CompletedTask;
        await ChooseAsync("consultation");
        await look("hour");
        await ChooseAsync(await Find($"input[value^='{advisor}/']").First.InputValueAsync());
        await look("hour-know");
        await PressWayAsync("go");
        await look("hour-join");
        await TurnAsync(() => Go.ClickAsync());
        await look("hour-code");
    }

    /// <summary>Presses a button of the desk's line, whatever number it is for.</summary>
    public Task PressLineAsync(string verb) => TurnAsync(() => Find($"#turn button[value^='{verb}/']").ClickAsync());

    /// <summary>Looks again until the page is titled so.</summary>
    public async Task LookUntilAsync(string title)
    {
        for (var look = 0; look < 100; look++)
        {
            if (await Heading.InnerTextAsync() == title)
                return;
            await PressWayAsync("refresh");
        }

        await Expect(Heading).ToHaveTextAsync(title);
    }

    private async Task PickAsync(string? value)
    {
        var time = value is null ? Find(".time").First : Choice(value);
        if (!await time.IsVisibleAsync())
            await Find(".days summary").ClickAsync();
        await time.ClickAsync();
        await TurnAsync(() => Go.ClickAsync());
    }
}

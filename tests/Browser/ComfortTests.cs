namespace VpBot.Browser;

/// <summary>Time enough, nothing that jumps or moves, and no word of waiting before there is a wait.</summary>
public sealed class ComfortTests(House house) : Visit(house)
{
    /// <summary>Adds up what moves by itself; what follows a press within half a second does not count. Source: Layout Instability API.</summary>
    private const string Listen =
        """
        () => {
          window.shifts = [];
          window.answers = [];
          new PerformanceObserver(list => window.shifts.push(...list.getEntries().filter(one => !one.hadRecentInput))).observe({ type: 'layout-shift', buffered: true });
          new PerformanceObserver(list => window.answers.push(...list.getEntries().filter(one => one.initiatorType === 'fetch').map(one => one.responseEnd))).observe({ type: 'resource', buffered: true });
          // A shift within half a second after a press is the press's own; so it is after its answer, which a busy machine gives later.
          window.moved = () => window.shifts.filter(one => !window.answers.some(at => one.startTime >= at && one.startTime < at + 500)).reduce((sum, one) => sum + one.value, 0);
        }
        """;

    private const string Moved = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.moved())))))";

    private const string Moving =
        """
        () => [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || !/^(0s(, )?)+$/.test(style.transitionDuration) || style.scrollBehavior !== 'auto';
        }).map(element => element.outerHTML.slice(0, 80))
        """;

    [Fact]
    public async Task The_room_asks_two_minutes_before_it_forgets_and_one_press_gives_all_of_the_time_again()
    {
        var page = await House.PageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(House.Bot, "/open/duinrand").ToString());
        await page.Locator("button[name=tongue][value=nl]").ClickAsync();
        var room = await Room.InAsync(page);
        await Expect(room.Find("footer")).ToContainTextAsync("Is het hier 30 minuten stil, dan vergeet deze kamer wat je nog niet had afgerond.");
        await room.GoToAsync("CalledAs");
        await room.Find("#answer-0").FillAsync("Robin");
        var soon = room.Find("[role=alert] .sentence").Filter(new() { HasText = "Ben je er nog? Over 2 minuten vergeten we" });
        for (var times = 0; times < 2; times++)
        {
            await page.Clock.RunForAsync(27 * 60_000);
            await Expect(soon).ToHaveCountAsync(0);
            await page.Clock.RunForAsync(61_000);
            await Expect(soon).ToBeVisibleAsync();
            await room.PressAsync("Ik ben er nog");
            await Expect(soon).ToHaveCountAsync(0);
            await Expect(room.Find("#answer-0")).ToHaveValueAsync("Robin");
        }

        await room.GoToAsync("Consent");
    }

    [Fact]
    public async Task A_time_that_was_chosen_stays_chosen_when_somebody_says_they_are_still_there_or_changes_the_language()
    {
        var page = await House.PageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(House.Bot, "/open/duinrand").ToString());
        await page.Locator("button[name=tongue][value=nl]").ClickAsync();
        var room = await Room.InAsync(page);
        await room.GoToAsync("When");
        var third = (await room.TimesAsync())[2];
        await room.Choice(third).ClickAsync();
        await page.Clock.RunForAsync(29 * 60_000);
        await room.PressAsync("Ik ben er nog");
        await Expect(room.Find($".time input[value='{third}']")).ToBeCheckedAsync();
        await room.PressAsync("English");
        await Expect(room.Find($".time input[value='{third}']")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Within_a_second_no_page_says_that_it_is_busy_and_after_that_it_says_so_in_words_and_nothing_moves()
    {
        var page = await House.PageAsync(new() { ViewportSize = new() { Width = 320, Height = 640 } });
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(House.Bot, "/open/duinrand").ToString());
        await page.Locator("button[name=tongue][value=nl]").ClickAsync();
        var room = await Room.InAsync(page);
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/room", async route =>
        {
            asked.TrySetResult();
            await answer.Task;
            await route.ContinueAsync();
        });
        await page.Clock.PauseAtAsync(TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1));
        await room.Choice("talk").ClickAsync();
        await room.Go.ClickAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        await page.Clock.RunForAsync(900);
        await Expect(room.Find("#status")).ToHaveTextAsync("");
        var help = await TopAsync(room.Find("footer"));
        await page.Clock.RunForAsync(200);
        await Expect(room.Find("#status")).ToHaveTextAsync("We zijn nog bezig. Een ogenblik.");
        // Scrolling is in parts of a pixel.
        Assert.Equal(help, await TopAsync(room.Find("footer")), tolerance: 0.5);
        await room.TurnAsync(() =>
        {
            answer.SetResult();
            return Task.CompletedTask;
        });
        Assert.Equal("For", await room.StepAsync());
    }

    private static Task<double> TopAsync(ILocator part) => part.EvaluateAsync<double>("part => part.getBoundingClientRect().top");

    [Theory]
    [InlineData(320)]
    [InlineData(1024)]
    public async Task Nothing_shifts_by_itself_on_the_way_to_a_talk_and_a_planted_shift_is_found(int width)
    {
        var page = await House.PageAsync(new() { ViewportSize = new() { Width = width, Height = 640 } });
        await page.GotoAsync(new Uri(House.Bot, "/open/duinrand").ToString());
        await page.EvaluateAsync(Listen);
        Assert.Equal(0, await page.EvaluateAsync<double>(Moved));
        await page.Locator("button[name=tongue][value=nl]").ClickAsync();
        var room = await Room.InAsync(page);
        await page.EvaluateAsync(Listen);
        await room.GoToAsync("Consent", look: async _ => Assert.Equal(0, await page.EvaluateAsync<double>(Moved)));
        // Half a second after the last press, a line comes above the question.
        await page.EvaluateAsync("() => new Promise(done => { scrollTo(0, 0); setTimeout(() => { document.querySelector('main').insertAdjacentHTML('beforebegin', '<p>Laat</p>'.repeat(5)); done() }, 800) })");
        await page.WaitForFunctionAsync("() => window.moved() > 0");
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce)]
    [InlineData(ReducedMotion.NoPreference)]
    public async Task Nothing_moves_for_those_who_ask_for_less_motion_nor_for_anybody_else(ReducedMotion wish)
    {
        var room = await House.OwnPhoneAsync(options: new() { ReducedMotion = wish });
        await room.GoToAsync("When", look: async step => Assert.True((await room.Page.EvaluateAsync<string[]>(Moving)).Length == 0, step));
        Assert.Empty(await room.Page.EvaluateAsync<string[]>(Moving));
        await room.Find("h1").EvaluateAsync<object?>("title => { title.style.transition = 'opacity .3s' }");
        Assert.Single(await room.Page.EvaluateAsync<string[]>(Moving));
    }
}

namespace VpBot.Browser;

/// <summary>How a page is read and operated: with a screen reader, by keyboard, enlarged, on a small screen.</summary>
public sealed class ReadingTests(House house) : Visit(house)
{
    [Fact]
    public async Task A_whole_intake_can_be_done_with_the_keyboard_alone()
    {
        var room = await House.RoomAsync();
        var keyboard = room.Page.Keyboard;
        for (var step = await room.StepAsync(); step != "Status"; step = await room.StepAsync())
        {
            switch (step)
            {
                case "NoteCode":
                    await TabToAsync(room, room.Find("[data-copy]"));
                    await TabToAsync(room, room.Way("noted"));
                    break;
                case "Consent":
                    await TabToAsync(room, room.Go);
                    break;
                case "Number" or "CalledAs":
                    await TabToAsync(room, room.Find("#answer-0"));
                    await keyboard.TypeAsync(step == "Number" ? "06 12 34 56 78" : "Robin");
                    break;
                case "MustNotKnow":
                    await TabToAsync(room, room.Find("input[value=marijke]"));
                    await keyboard.PressAsync("Space");
                    await Expect(room.Find("input[value=marijke]")).ToBeCheckedAsync();
                    await TabToAsync(room, room.Go);
                    break;
                default:
                    await TabToAsync(room, room.Find("#answer-0"));
                    await keyboard.PressAsync("ArrowDown");
                    await Expect(room.Find("input[name=answer]:checked")).ToHaveCountAsync(1);
                    await keyboard.PressAsync("ArrowUp");
                    await Expect(room.Find("#answer-0")).ToBeCheckedAsync();
                    await TabToAsync(room, room.Go);
                    break;
            }

            await room.TurnAsync(() => keyboard.PressAsync("Enter"));
        }

        await room.LookUntilAsync(Words.In("nl").Delivered);
    }

    [Fact]
    public async Task What_has_the_focus_can_be_seen_and_is_not_under_the_bar()
    {
        var room = await House.RoomAsync();
        await room.GoToAsync("WithWhom");
        await room.Page.SetViewportSizeAsync(600, 640);
        for (var stop = 0; stop < 40; stop++)
        {
            await room.Page.Keyboard.PressAsync("Tab");
            var hidden = await room.Page.EvaluateAsync<string?>(
                """
                () => {
                  const at = document.activeElement, box = at.getBoundingClientRect(), bar = document.querySelector('.bar');
                  if (at === document.body || bar.contains(at)) return null;
                  return box.bottom > bar.getBoundingClientRect().bottom && box.top < innerHeight ? null : at.outerHTML.slice(0, 120);
                }
                """);
            Assert.Null(hidden);
        }
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task On_a_small_screen_the_keyboard_reaches_everything_from_the_first_question_to_forgetting_and_one_sees_where_it_is(string language)
    {
        var wrong = new List<string>();
        await new Tour(House, language, new() { ViewportSize = new() { Width = 320, Height = 640 } }).TalkAsync(async (name, room) => wrong.AddRange(await ByKeyboardAsync(name, room.Page)));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_planted_button_that_the_keyboard_skips_or_that_shows_no_focus_is_found()
    {
        var room = await House.OwnPhoneAsync();
        await room.Find("main").EvaluateAsync<object?>("main => { main.insertAdjacentHTML('beforeend', '<button>Nooit</button><button>Onzichtbaar</button>'); main.lastChild.previousSibling.tabIndex = -1; main.lastChild.style.outline = 'none' }");
        Assert.Equal(["hall: never reached: Nooit", "hall: shows no focus: Onzichtbaar"], (await ByKeyboardAsync("hall", room.Page)).Order(StringComparer.Ordinal));
    }

    /// <summary>Walks a page with the Tab key, from its top to its end.</summary>
    private static async Task<IReadOnlyList<string>> ByKeyboardAsync(string name, IPage page)
    {
        await page.EvaluateAsync(
            """
            () => {
              document.activeElement.blur(); getSelection().removeAllRanges(); document.body.tabIndex = -1; document.body.focus();
              // A group of radio buttons is one stop.
              const groups = new Set();
              window.waiting = new Set([...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
                .filter(one => one.checkVisibility() && !one.disabled && (one.type !== 'radio' || !groups.has(one.name) && groups.add(one.name))));
            }
            """);
        var wrong = new List<string>();
        for (var stop = 0; stop < 80; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var said = await page.EvaluateAsync<string?>(
                """
                () => {
                  const at = document.activeElement, bar = document.querySelector('.bar');
                  if (at === document.body) return 'end';
                  const first = at.type === 'radio' ? [...waiting].find(one => one.name === at.name) : at;
                  if (!waiting.delete(first)) return null;
                  const label = at.labels?.[0], box = (label ?? at).getBoundingClientRect(), words = (label ?? at).textContent.trim();
                  const ring = [getComputedStyle(at), ...label ? [getComputedStyle(label), getComputedStyle(label, '::after')] : []];
                  if (!ring.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)) return `shows no focus: ${words}`;
                  if (!bar.contains(at) && (box.bottom <= bar.getBoundingClientRect().bottom || box.top >= innerHeight)) return `is not in sight: ${words}`;
                  return null;
                }
                """);
            if (said == "end")
                break;
            if (said is not null)
                wrong.Add($"{name}: {said}");
        }

        wrong.AddRange((await page.EvaluateAsync<string[]>("() => [...waiting].map(one => one.textContent.trim() || one.name)")).Select(missed => $"{name}: never reached: {missed}"));
        return wrong;
    }

    [Fact]
    public async Task The_language_can_be_changed_at_any_step_without_losing_what_was_filled_in()
    {
        var room = await House.RoomAsync();
        await room.GoToAsync("CalledAs");
        await room.Find("#answer-0").FillAsync("Robin");
        await room.PressAsync("English");
        await Expect(room.Root).ToHaveAttributeAsync("lang", "en");
        await Expect(room.Heading).ToHaveTextAsync("What would you like to be called?");
        await Expect(room.Find("#answer-0")).ToHaveValueAsync("Robin");
        await Expect(room.Find(".said .answered").First).ToHaveTextAsync("Think with me about what I can do");
    }

    [Fact]
    public async Task The_numbers_for_help_right_now_are_one_press_away_on_every_step()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("Consent", look: async _ =>
        {
            await room.Page.GetByRole(AriaRole.Link, new() { Name = "Nu hulp" }).ClickAsync();
            await Expect(room.Page.GetByRole(AriaRole.Link, new() { Name = "Bel 112" })).ToBeInViewportAsync();
            await Expect(room.Find("#help")).ToBeFocusedAsync();
        });
        Assert.DoesNotContain('#', room.Page.Url);
    }

    private static async Task TabToAsync(Room room, ILocator target)
    {
        for (var stop = 0; stop < 60; stop++)
        {
            await room.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"The Tab key does not reach {target}.");
    }
}

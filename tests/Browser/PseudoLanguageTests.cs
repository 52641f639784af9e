using System.Globalization;
using System.Text.Json.Nodes;
using VpBot.Tests.Shape;

namespace VpBot.Browser;

/// <summary>
/// The main flow in a language that nobody speaks: what shows other words was written into code, what is too long for its place is
/// cut off, and in a language from right to left what stands on the wrong side sticks out.
/// </summary>
public sealed class PseudoLanguageTests(PseudoHouse house) : IClassFixture<PseudoHouse>, IAsyncDisposable
{
    /// <summary>What the settings say of people and places, how days are called, and what was typed: shown as it is.</summary>
    private static readonly IReadOnlySet<string> Data = PseudoLanguage.WordsOf(
    [
        .. Texts(JsonNode.Parse(File.ReadAllText(Repository.SettingsTemplate))),
        .. CultureInfo.GetCultureInfo("nl-NL").DateTimeFormat.DayNames, .. CultureInfo.GetCultureInfo("nl-NL").DateTimeFormat.MonthGenitiveNames,
        "Nederlands English Robin Teams http https room open duinrand windhoek localhost ics",
    ]);

    /// <summary>Every word that is shown or read aloud, save in an element of another language.</summary>
    private const string Said =
        """
        own => {
          const said = [document.title];
          const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let node = walk.currentNode; node; node = walk.nextNode()) {
            const element = node.nodeType === 1 ? node : node.parentElement;
            if (element.closest('script, style, noscript, svg, .address, .code') || element.closest('[lang]').lang !== own) continue;
            if (node.nodeType === 3) said.push(node.data);
            else for (const name of ['aria-label', 'alt', 'title', 'placeholder']) if (node.hasAttribute(name)) said.push(node.getAttribute(name));
          }
          return said.join('\n');
        }
        """;

    /// <summary>What is wider than its place, and brackets that cannot be seen.</summary>
    private const string CutOff =
        """
        () => {
          const found = [];
          if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
          for (const element of document.querySelectorAll('body *')) {
            const style = getComputedStyle(element), box = element.getBoundingClientRect();
            if (!element.checkVisibility() || box.width <= 1 || element.closest('svg')) continue;
            if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) found.push(`${element.tagName} cuts off: ${element.innerText?.slice(0, 60)}`);
            if (box.left < -.5 || box.right > innerWidth + .5) found.push(`${element.tagName}.${element.className} sticks out: ${element.innerText?.slice(0, 60)}`);
          }
          return found;
        }
        """;

    [Theory]
    [InlineData(PseudoLanguage.LeftToRight, "ltr")]
    [InlineData(PseudoLanguage.RightToLeft, "rtl")]
    public async Task No_page_of_the_main_flow_shows_a_word_that_was_written_into_code_or_is_cut_off(string language, string direction)
    {
        var found = new List<string>();
        await WalkAsync(language, async (name, room) =>
        {
            Assert.Equal((language, direction), (await room.Root.GetAttributeAsync("lang"), await room.Root.GetAttributeAsync("dir")));
            found.AddRange((await ForeignAsync(room, language)).Select(word => $"{name}: \"{word}\" is not translated"));
            found.AddRange((await room.Page.EvaluateAsync<string[]>(CutOff)).Select(fault => $"{name}: {fault}"));
        });
        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Fact]
    public async Task A_planted_sentence_in_code_and_a_planted_word_that_is_cut_off_are_found()
    {
        var room = await house.OwnPhoneAsync(PseudoLanguage.LeftToRight, Small());
        Assert.Empty(await ForeignAsync(room, PseudoLanguage.LeftToRight));
        await room.Find("h1").EvaluateAsync<object?>("title => { title.insertAdjacentHTML('afterend', '<p>Even geduld</p><p>' + '⟦éé⟧ '.repeat(60) + '</p>'); Object.assign(title.nextSibling.nextSibling.style, { overflow: 'hidden', whiteSpace: 'nowrap' }) }");
        Assert.Equal(["Even", "geduld"], await ForeignAsync(room, PseudoLanguage.LeftToRight));
        Assert.Contains(await room.Page.EvaluateAsync<string[]>(CutOff), fault => fault.StartsWith("P cuts off", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await house.EverybodyLeavesAsync();
        GC.SuppressFinalize(this);
    }

    private static BrowserNewContextOptions Small() => new() { ViewportSize = new() { Width = 320, Height = 640 } };

    private static async Task<IReadOnlyList<string>> ForeignAsync(Room room, string language) =>
        PseudoLanguage.Foreign(await room.Page.EvaluateAsync<string>(Said, language), Data);

    /// <summary>From the door to an appointment that stands, with the texts to read; the cards of Teams are looked at by their own test.</summary>
    private async Task WalkAsync(string language, Func<string, Room, Task> look)
    {
        var own = Small();
        own.Locale = language;
        var page = await house.PageAsync(own);
        await page.GotoAsync(new Uri(house.Bot, "/open/duinrand").ToString());
        await look("door", new Room(page, page.Locator("html")));

        var room = await house.OwnPhoneAsync(language, Small());
        await room.ChooseAsync("explain");
        for (var step = await room.StepAsync(); step != "More"; step = await room.StepAsync())
        {
            await look($"read-{step}", room);
            await room.PressWayAsync("next");
        }

        await look("read-more", room);
        foreach (var subject in new[] { "what-my-employer-sees", "the-law-in-short" })
        {
            await room.ChooseAsync(subject);
            await look(subject, room);
            await room.PressWayAsync("next");
        }

        var talk = await house.RoomAsync(language: language, options: Small());
        await talk.GoToAsync("About", look: step => look(step, talk));
        await talk.ChooseAsync();
        await look("About-sentence", talk);
        await talk.GoToAsync("Status", look: step => look(step, talk));
        await look("Status", talk);
        foreach (var way in new[] { "save", "forget", "cancel" })
        {
            await talk.PressWayAsync(way);
            await look($"Status-{way}", talk);
            await talk.TurnAsync(() => way == "cancel" ? talk.Go.ClickAsync() : talk.Find("#turn button[form=back]").ClickAsync());
        }

        await look("Status-cancelled", talk);
        await talk.PressWayAsync("start");
        await look("hall", talk);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}

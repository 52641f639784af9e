using Deque.AxeCore.Commons;

namespace VpBot.Browser;

/// <summary>A question in one's own words, as it is seen and typed: by keyboard, on a small screen, in every theme and in both languages.</summary>
public sealed class AskingTests(House house) : Visit(house)
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_answer_can_be_read_on_a_small_screen_in_every_theme(string language)
    {
        var faults = new List<string>();
        await new Tour(House, language, new() { ViewportSize = new() { Width = 320, Height = 640 } }).AskingAsync(async (name, room) =>
        {
            await room.Page.EvaluateAsync(Axe);
            foreach (var theme in new[] { "default", "dark", "contrast" })
            {
                await room.Root.EvaluateAsync("(root, theme) => { root.dataset.theme = theme }", theme);
                var found = await room.Page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(({ id, nodes }) => `${id} at ${nodes[0].target}`)");
                var over = await room.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                faults.AddRange(found.Append(over > 0 ? $"{over} pixels too wide" : null).OfType<string>().Select(fault => $"{name}, {theme}: {fault}"));
                var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens", language)).FullName;
                await room.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{theme}-320.png"), FullPage = true });
            }
        });
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_question_is_asked_with_the_keyboard_alone_and_is_not_there_afterwards()
    {
        var room = await House.OwnPhoneAsync("nl");
        await room.ChooseAsync("ask");
        await TabToAsync(room, room.Find("#answer-0"));
        await room.Page.Keyboard.TypeAsync("hoort mijn baas ervan");
        await TabToAsync(room, room.Go);
        await room.TurnAsync(() => room.Page.Keyboard.PressAsync("Enter"));
        await Expect(room.Heading).ToHaveTextAsync("Hoort mijn leidinggevende ervan?");
        await TabToAsync(room, room.Way("/again"));
        await room.TurnAsync(() => room.Page.Keyboard.PressAsync("Enter"));
        await Expect(room.Find("#answer-0")).ToHaveValueAsync("");
        Assert.DoesNotContain("mijn baas", await room.Page.ContentAsync(), StringComparison.Ordinal);
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

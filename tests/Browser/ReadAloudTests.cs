using System.Globalization;
using System.Text.RegularExpressions;

namespace VpBot.Browser;

/// <summary>The main flow as a screen reader hears it, kept beside this test and reviewed as a text; and the flow in forced colours and on paper.</summary>
public sealed partial class ReadAloudTests(House house) : Visit(house)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Browser", "ReadAloud");

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task What_a_screen_reader_hears_in_the_main_flow_is_what_was_reviewed(string language)
    {
        var heard = new List<string>();
        var room = await House.OwnPhoneAsync(language);
        // What stands around the question is the same on every page.
        async Task ListenAsync(string step) => heard.Add($"## {step}\n\n{Lasting(await room.Find(step == "Hall" ? "body" : "main").AriaSnapshotAsync(), language)}\n");

        await ListenAsync("Hall");
        await room.ChooseAsync("explain");
        await ListenAsync("Explain");
        await room.PressWayAsync("start");
        await room.GoToAsync("NoteCode", look: ListenAsync);
        await ListenAsync("NoteCode");

        var (file, now) = (Path.Combine(Folder, $"main-flow.{language}.txt"), string.Join('\n', heard));
        if (Environment.GetEnvironmentVariable("VPBOT_ACCEPT") == "1")
            await File.WriteAllTextAsync(file, now);
        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(kept == now, $"{file} differs. Run with VPBOT_ACCEPT=1 when this is what should be heard, and read the difference.\n{FirstDifference(kept, now)}");
    }

    [Fact]
    public async Task A_planted_button_without_a_name_changes_what_is_heard()
    {
        var room = await House.OwnPhoneAsync();
        var before = Lasting(await room.Find("body").AriaSnapshotAsync(), "nl");
        await room.Go.EvaluateAsync<object?>("button => { button.textContent = '' }");
        Assert.NotEqual(before, Lasting(await room.Find("body").AriaSnapshotAsync(), "nl"));
    }

    [Fact]
    public async Task In_forced_colours_what_was_chosen_and_where_to_press_can_be_seen()
    {
        var room = await House.OwnPhoneAsync(options: new() { ForcedColors = ForcedColors.Active });
        await room.Choice("talk").ClickAsync();
        const string outline = "label => getComputedStyle(label, '::after').outlineStyle + ' ' + getComputedStyle(label, '::after').outlineWidth";
        Assert.Equal("solid 2px", await room.Choice("talk").Locator("label").EvaluateAsync<string>(outline));
        Assert.NotEqual("solid 2px", await room.Choice("explain").Locator("label").EvaluateAsync<string>(outline));
        Assert.Equal("3px", await room.Go.EvaluateAsync<string>("button => getComputedStyle(button).borderTopWidth"));
    }

    [Fact]
    public async Task On_paper_stand_the_code_and_the_numbers_for_help_and_nothing_to_press()
    {
        var room = await House.OwnPhoneAsync();
        await room.GoToAsync("NoteCode");
        await room.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(room.Find("main").GetByText(Words.CodePattern)).ToBeVisibleAsync();
        await Expect(room.Find(".urgent")).ToBeVisibleAsync();
        Assert.Equal(0, await room.Find("button:visible").CountAsync());
    }

    /// <summary>Without what differs from day to day: days, times, codes and addresses. Times that are offered are heard once.</summary>
    private static string Lasting(string snapshot, string language)
    {
        var names = CultureInfo.GetCultureInfo(language == "nl" ? "nl-NL" : "en-GB").DateTimeFormat;
        var days = string.Join('|', names.DayNames);
        var months = string.Join('|', names.MonthNames.Where(month => month.Length > 0));
        var text = Regex.Replace(snapshot, $@"\b({days}) \d+ ({months})\b|\b\d+ ({months})\b", "DAY", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        text = Address().Replace(Reference().Replace(Code().Replace(Clock().Replace(text, "TIME"), "CODE"), "REFERENCE"), "ADDRESS");
        var lines = new List<string>();
        foreach (var line in text.Split('\n').Where(line => !Offered().IsMatch(line) || !lines.Contains(line)))
            lines.Add(line);
        return string.Join('\n', lines);
    }

    private static string FirstDifference(string kept, string now)
    {
        var (old, fresh) = (kept.Split('\n'), now.Split('\n'));
        var at = old.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"- {old.ElementAtOrDefault(at)}\n+ {fresh.ElementAtOrDefault(at)}";
    }

    [GeneratedRegex(@"\b\d{1,2}:\d{2}\b")]
    private static partial Regex Clock();

    [GeneratedRegex("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"https?://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    /// <summary>A day with its times in the list of free times.</summary>
    [GeneratedRegex(@"(group|radio|radiogroup|text|heading|generic).*(DAY|TIME)|^\s*- text: (DAY|TIME)")]
    private static partial Regex Offered();
}

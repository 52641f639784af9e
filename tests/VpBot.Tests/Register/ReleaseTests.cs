using Microsoft.EntityFrameworkCore;
using VpBot.Register;
using VpBot.Register.Yearly;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Register;

/// <summary>The yearly report at the desk, over HTTP: nothing of a running year, released once, the same for ever.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task Of_a_year_that_still_runs_there_is_nothing_to_see()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var closings = new Closings(bot);
        await closings.CountAsync(40);
        var desk = await AtYearsAsync(closings);
        Assert.Equal(["2026", "2025"], desk.Page.Values);
        await desk.AnswerAsync("2027");
        Assert.Equal("Year", desk.Page.Step);
        await desk.AnswerAsync("2026");
        Assert.Contains("te weinig", desk.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_released_with_two_presses_and_never_changes()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var closings = new Closings(bot);
        await closings.CountAsync(40);
        bot.Clock.Pass(TimeSpan.FromDays(365));
        var desk = await AtYearsAsync(closings);
        await desk.AnswerAsync("2027");
        Assert.DoesNotContain("value=\"jaarcijfers", desk.Page.Html, StringComparison.Ordinal);
        await desk.AnswerAsync("release");
        var sure = desk.Page;
        await desk.AnswerAsync("yes");
        Assert.Contains("verandert niet meer", desk.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await closings.CountedAsync());
        var first = await FilesAsync(desk);

        // Late counts, a second press and a second desk change nothing.
        await using (var db = bot.Open())
        {
            await bot.Get<YearBook>().CountAsync(db, "duinrand", VpBot.Employers.Side.External, ClosingNote.NeverMet);
            await db.SaveChangesAsync();
        }

        await desk.AnswerAsync(sure, "yes");
        var other = await AtYearsAsync(closings, "amir");
        await other.AnswerAsync("duinrand");
        await other.AnswerAsync("2027");
        Assert.DoesNotContain("release", other.Page.Values);
        Assert.Equal(first, await FilesAsync(other));
        await using var after = bot.Open();
        Assert.Equal(1, await after.Set<YearlyReportRow>().CountAsync());
    }

    [Fact]
    public async Task Of_two_who_release_at_once_one_does()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var closings = new Closings(bot);
        await closings.CountAsync(30);
        bot.Clock.Pass(TimeSpan.FromDays(365));
        var (sanne, amir) = (await AtYearsAsync(closings), await AtYearsAsync(closings, "amir"));
        await amir.AnswerAsync("duinrand");
        foreach (var desk in new[] { sanne, amir })
        {
            await desk.AnswerAsync("2027");
            await desk.AnswerAsync("release");
        }

        await Task.WhenAll(sanne.AnswerAsync("yes"), amir.AnswerAsync("yes"));
        Assert.Single(new[] { sanne, amir }, desk => desk.Page.Text.Contains("waren al vrijgegeven", StringComparison.Ordinal));
        Assert.Equal(await FilesAsync(sanne), await FilesAsync(amir));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task None_and_four_read_the_same(int closings)
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var people = new Closings(bot);
        await people.CountAsync(closings);
        bot.Clock.Pass(TimeSpan.FromDays(365));
        var desk = await AtYearsAsync(people);
        await desk.AnswerAsync("2027");
        await desk.AnswerAsync("release");
        await desk.AnswerAsync("yes");
        Assert.Contains("te weinig", desk.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", desk.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(".svg", desk.Page.Html, StringComparison.Ordinal);
        Assert.Equal("\"Vraag\";\"Antwoord\";\"Aantal\"", (await FileAsync(desk, "jaarcijfers-2027.csv")).Split("\r\n")[0].TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task A_small_employer_gets_a_sentence_and_no_figures_however_many_there_were()
    {
        await using var bot = await BotInside.StartAsync(settings: new() { ["Register:SmallestEmployer"] = "641" }, listen: true);
        using var closings = new Closings(bot);
        await closings.CountAsync(60);
        bot.Clock.Pass(TimeSpan.FromDays(365));
        var desk = await AtYearsAsync(closings);
        await desk.AnswerAsync("2027");
        Assert.Contains("te weinig mensen", desk.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("60", desk.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internal_advisor_has_no_way_to_the_figures_while_there_is_an_external_one()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var closings = new Closings(bot);
        var desk = await closings.DeskAsync("marijke");
        Assert.DoesNotContain("yearly", desk.Page.Values);
        await desk.AnswerAsync("yearly");
        Assert.Equal("desk", desk.Page.Hidden["goal"]);
    }

    [Fact]
    public async Task Counts_and_reports_have_an_end()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var closings = new Closings(bot);
        await closings.CountAsync(12);
        bot.Clock.Pass(TimeSpan.FromDays(365));
        var desk = await AtYearsAsync(closings);
        await desk.AnswerAsync("2027");
        await desk.AnswerAsync("release");
        await desk.AnswerAsync("yes");
        await closings.CountAsync(12);
        bot.Clock.Pass(TimeSpan.FromDays(2 * 365));
        await bot.ForgetAsync();
        Assert.Equal((12, 1), (await closings.CountedAsync(year: 2028), await ReportsAsync(bot)));
        bot.Clock.Pass(TimeSpan.FromDays(366));
        await bot.ForgetAsync();
        Assert.Equal((0, 1), (await closings.CountedAsync(year: 2028), await ReportsAsync(bot)));
        bot.Clock.Pass(TimeSpan.FromDays(3 * 366));
        await bot.ForgetAsync();
        Assert.Equal(0, await ReportsAsync(bot));
    }

    private static async Task<int> ReportsAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<YearlyReportRow>().CountAsync();
    }

    private static async Task<RoomVisitor> AtYearsAsync(Closings closings, string advisor = "sanne")
    {
        var desk = await closings.DeskAsync(advisor);
        await desk.AnswerAsync("yearly");
        return desk;
    }

    /// <summary>Every file that the page offers, one after the other.</summary>
    private static async Task<string> FilesAsync(RoomVisitor desk)
    {
        var names = System.Text.RegularExpressions.Regex.Matches(desk.Page.Html, "name=\"answer\" value=\"(jaarcijfers[^\"]+)\"").Select(name => name.Groups[1].Value).ToList();
        Assert.Equal(8, names.Count);
        var files = new List<string>();
        foreach (var name in names)
            files.Add(await FileAsync(desk, name));
        Assert.All(files, file => Assert.NotEmpty(file));
        Assert.All(files[2..], file => Assert.StartsWith("<svg xmlns", file, StringComparison.Ordinal));
        return string.Join('\n', files);
    }

    private static async Task<string> FileAsync(RoomVisitor desk, string name)
    {
        var page = desk.Page;
        var file = await desk.ActAsync("file", answer: name);
        desk.GoOnFrom(page);
        return file.Html;
    }
}

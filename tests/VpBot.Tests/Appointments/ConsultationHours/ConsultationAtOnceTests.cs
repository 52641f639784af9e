using System.Net;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments.ConsultationHours;
using VpBot.Language;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.ConsultationHours;

/// <summary>Many people at the same moment before one line, over real HTTP, on both engines.</summary>
public sealed class ConsultationAtOnceTests
{
    private static readonly ConsultationHoursPhrases Words = Tongue.Dutch.Words<ConsultationHoursPhrases>();

    public static TheoryData<string> Engines => ["SQLite", "PostgreSQL"];

    [Theory, MemberData(nameof(Engines))]
    public async Task Of_a_hundred_people_who_want_one_of_four_places_four_have_one_and_the_others_read_why_not(string engine)
    {
        await using var bot = await StartAsync(engine);
        using var line = new Line(bot);
        var everybody = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => line.AtConsentAsync()));
        var pages = await Task.WhenAll(everybody.Select(visitor => visitor.AnswerAsync("yes")));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        var joined = pages.Where(page => page.Step == "NoteCode").ToList();
        Assert.Equal(4, joined.Select(page => page.Code).Distinct().Count());
        Assert.Equal(4, joined.Count);
        Assert.All(pages.Except(joined), page => Assert.Contains(Words.Full, page.Text, StringComparison.Ordinal));
        Assert.Equal("1:Waiting 2:Waiting 3:Waiting 4:Waiting", await line.StatesAsync());
        await EndAsync(bot, engine);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Joining_and_leaving_at_once_never_make_the_line_longer_than_its_hour(string engine)
    {
        await using var bot = await StartAsync(engine);
        using var line = new Line(bot);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            for (var round = 0; round < 3; round++)
            {
                var visitor = await line.AtTheHoursAsync();
                var hour = visitor.Page.Values.First(value => value.StartsWith("sanne/", StringComparison.Ordinal));
                if ((await visitor.AnswerAsync(hour)).Step != "Know")
                    continue;
                await visitor.AnswerAsync("go");
                if ((await visitor.AnswerAsync("yes")).Step != "NoteCode")
                    continue;
                await using (var db = bot.Open())
                    Assert.InRange(await db.Set<ConsultationPlaceRow>().CountAsync(row => row.State == PlaceState.Waiting), 0, 4);
                await visitor.AnswerAsync("go");
                if (round < 2)
                    await visitor.AnswerAsync("leave");
            }
        }));

        await using (var db = bot.Open())
        {
            var rows = await db.Set<ConsultationPlaceRow>().AsNoTracking().ToListAsync();
            Assert.InRange(rows.Count(row => row.State == PlaceState.Waiting), 1, 4);
            Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Number).Order());
        }

        await EndAsync(bot, engine);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Ten_presses_on_next_at_once_call_one_number(string engine)
    {
        await using var bot = await StartAsync(engine);
        using var line = new Line(bot);
        for (var person = 0; person < 3; person++)
            await line.JoinAsync();
        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        var desks = new List<RoomVisitor>();
        for (var desk = 0; desk < 5; desk++)
            desks.Add(await line.DeskHourAsync());
        var old = desks.ConvertAll(desk => desk.Page);

        // Five windows of one advisor, and each of them twice.
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(press =>
            line.NewVisitor().AnswerAsync(old[press % 5], old[press % 5].Values.Single(value => value.StartsWith("next/", StringComparison.Ordinal)))));

        Assert.All(pages, page => Assert.Equal((HttpStatusCode.OK, "Line"), (page.Status, page.Step)));
        Assert.Equal("1:Called 2:Waiting 3:Waiting", await line.StatesAsync());
        await EndAsync(bot, engine);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_leaves_at_the_moment_of_being_called_has_left(string engine)
    {
        await using var bot = await StartAsync(engine);
        using var line = new Line(bot);
        bot.Clock.Pass(TimeSpan.FromMinutes(30));
        var desk = await line.DeskHourAsync();
        for (var number = 1; number <= 6; number++)
        {
            var (visitor, _) = await line.JoinAsync();
            await desk.AnswerAsync("refresh");
            await Task.WhenAll(Line.PressAsync(desk, "next"), visitor.AnswerAsync("leave"));
            await using var db = bot.Open();
            var place = await db.Set<ConsultationPlaceRow>().AsNoTracking().SingleAsync(row => row.Number == number);
            Assert.Equal((PlaceState.Left, null), (place.State, place.CodeHash));
        }

        await EndAsync(bot, engine);
    }

    [Fact]
    public async Task A_line_of_many_short_turns_fills_to_its_last_place()
    {
        await using var bot = await StartAsync("SQLite", new() { ["Provider:Advisors:sanne:Calendar:ConsultationHours:0:TurnLength"] = "00:05:00" });
        using var line = new Line(bot);
        var everybody = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => line.AtConsentAsync()));
        var pages = await Task.WhenAll(everybody.Select(visitor => visitor.AnswerAsync("yes")));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(12, pages.Count(page => page.Step == "NoteCode"));
    }

    private static async Task<BotInside> StartAsync(string engine, Dictionary<string, string?>? settings = null)
    {
        if (engine == "SQLite")
            return await Line.BeforeTheHourAsync(settings);
        var server = Environment.GetEnvironmentVariable("VPBOT_TEST_POSTGRES");
        Assert.SkipUnless(server is { Length: > 0 }, "VPBOT_TEST_POSTGRES names no server.");
        return await Line.BeforeTheHourAsync(new() { ["Storage:ConnectionString"] = $"{server};Database=vpbot_hour_{Guid.NewGuid():N}" });
    }

    /// <summary>A database on a server outlives the test that made it, unless it is told not to.</summary>
    private static async Task EndAsync(BotInside bot, string engine)
    {
        if (engine == "SQLite")
            return;
        await bot.App.StopAsync();
        await using var db = bot.Open();
        await db.Database.EnsureDeletedAsync();
    }
}

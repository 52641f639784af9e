using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpBot.Employers;
using VpBot.Profiles;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Profiles;

public sealed class OwnChoicesKeptOnSqliteTests() : OwnChoicesKeptTests(Engine.Sqlite);

public sealed class OwnChoicesKeptOnPostgreSqlTests() : OwnChoicesKeptTests(Engine.PostgreSql);

/// <summary>How long what an advisor set is kept, how it lies there, and what happens when it cannot be read.</summary>
public abstract class OwnChoicesKeptTests(Engine engine)
{
    [Theory]
    [InlineData("""{"Version":0,"Set":{"Week":{}}}""")]
    [InlineData("""{"Version":2,"Set":{}}""")]
    [InlineData("""{"Version":1,"Set":{"TalkLength":"00:01:00"}}""")]
    [InlineData("""{"Version":1,"Set":{"Week":{"Monday":["9-17"]}}}""")]
    [InlineData("not even JSON")]
    public async Task What_cannot_be_read_or_used_is_left_aside_and_the_operator_is_told(string stored)
    {
        await using var data = new TestDatabase(engine);
        await using (var before = await BotInside.StartAsync(engine, data))
            await PlantAsync(before, stored);
        using var log = new LogLines();

        await using var bot = await BotInside.StartAsync(engine, data, also: services => services.AddSingleton<ILoggerProvider>(log), listen: true);
        using var house = new OwnDesk(bot);

        Assert.Contains(DayOfWeek.Monday, await house.OfferedAsync());
        Assert.Single(log.Lines, line => line.Event == 500 && line.Line.EndsWith(": 1", StringComparison.Ordinal));
        var desk = await house.AtSelfAsync();
        Assert.Contains("kan niet meer worden gelezen", desk.Page.Text, StringComparison.Ordinal);
        await OwnDesk.SayAsync(desk, "Week", "Monday", "", "yes");
        Assert.DoesNotContain(DayOfWeek.Monday, await house.OfferedAsync());
    }

    [Fact]
    public async Task Days_that_are_over_go_and_what_is_to_come_stays()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        await house.SetAsync("sanne", "Absences", "12-1-2027", "13-1-2027", "nobody");
        await house.SetAsync("sanne", "Absences", "new", "1-6-2027", "2-6-2027", "nobody");
        await house.SetAsync("sanne", "Week", "Monday", "");
        bot.Clock.Pass(TimeSpan.FromDays(30));

        await bot.ForgetAsync();

        var left = await OwnAsync(bot);
        Assert.Equal(new DateOnly(2027, 6, 1), Assert.Single(left!.Absences!).From);
        Assert.Empty(left.Week![DayOfWeek.Monday]);
    }

    [Fact]
    public async Task Who_stands_in_the_settings_keeps_it_and_of_who_left_it_is_gone_after_ninety_days()
    {
        await using var data = new TestDatabase(engine);
        var clock = new ManualClock();
        await using (var bot = await BotInside.StartAsync(engine, data, clock, listen: true))
        {
            using var house = new OwnDesk(bot);
            await house.SetAsync("sanne", "Week", "Monday", "");
            await using var db = bot.Open();
            Assert.True(await bot.Get<OwnChoicesBook>().SetAsync(db, "vertrokken", OwnChoices.None, 0));
            await db.SaveChangesAsync();
            clock.Pass(TimeSpan.FromDays(80));
            await bot.ForgetAsync();
            Assert.Equal(2, await db.Set<OwnChoicesRow>().CountAsync());
            clock.Pass(TimeSpan.FromDays(80));
            await bot.ForgetAsync();
            Assert.Equal("sanne", (await db.Set<OwnChoicesRow>().AsNoTracking().SingleAsync()).Advisor);
        }
    }

    [Fact]
    public async Task Nothing_that_was_set_lies_readable_in_the_database()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        await house.SetAsync("sanne", "OtherRoles", "Voorzitter van de Roerdompclub", "Chair of the Roerdompclub");
        await using var db = bot.Open();
        var row = await db.Set<OwnChoicesRow>().AsNoTracking().SingleAsync();

        Assert.Empty(CanarySearch.Find(row.Sealed, "Roerdompclub"));
        Assert.DoesNotContain("Roerdompclub", Encoding.Latin1.GetString(row.Sealed), StringComparison.Ordinal);
        Assert.Equal("Chair of the Roerdompclub", (await OwnAsync(bot))!.OtherRoles!["en"]);
    }

    [Fact]
    public async Task What_was_set_by_one_advisor_does_not_open_for_another()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        await house.SetAsync("sanne", "Week", "Monday", "");
        await using var db = bot.Open();
        var row = await db.Set<OwnChoicesRow>().AsNoTracking().SingleAsync();

        Assert.Null(bot.Get<OwnChoicesBook>().Open(new() { Advisor = "amir", Sealed = row.Sealed, Revision = 1, ForgetAt = row.ForgetAt }));
    }

    private static async Task<OwnChoices?> OwnAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return bot.Get<OwnChoicesBook>().Open(await db.Set<OwnChoicesRow>().AsNoTracking().SingleAsync());
    }

    /// <summary>As another version would have sealed it.</summary>
    private static async Task PlantAsync(BotInside bot, string stored)
    {
        await using var db = bot.Open();
        var protector = bot.Get<IDataProtectionProvider>().CreateProtector("VpBot", "sanne", "OwnChoices");
        db.Add(new OwnChoicesRow { Advisor = "sanne", Sealed = protector.Protect(Encoding.UTF8.GetBytes(stored)), Revision = 7, ForgetAt = bot.Clock.GetUtcNow().AddDays(90) });
        await db.SaveChangesAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Profiles;

public sealed class OwnHoursOnSqliteTests() : OwnHoursTests(Engine.Sqlite);

public sealed class OwnHoursOnPostgreSqlTests() : OwnHoursTests(Engine.PostgreSql);

/// <summary>What an advisor sets at the desk holds in the room at once, on either engine. It is Monday 11 January 2027.</summary>
public abstract class OwnHoursTests(Engine engine)
{
    [Fact]
    public async Task An_advisor_closes_Wednesday_and_nobody_is_offered_Wednesday()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        Assert.Contains(DayOfWeek.Wednesday, await house.OfferedAsync());

        await house.SetAsync("sanne", "Week", "Wednesday", "");

        var offered = await house.OfferedAsync();
        Assert.DoesNotContain(DayOfWeek.Wednesday, offered);
        Assert.Contains(DayOfWeek.Thursday, offered);
    }

    [Fact]
    public async Task From_the_list_one_can_go_back_to_the_desk()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        Assert.Contains("form=\"back\"", desk.Page.Html, StringComparison.Ordinal);

        await desk.ActAsync("back");

        Assert.Contains("desk-self", desk.Page.Values);
    }

    [Fact]
    public async Task Hours_may_be_typed_as_people_write_them_and_what_cannot_be_is_asked_again()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();

        Assert.Contains("Schrijf de tijden als", (await OwnDesk.SayAsync(desk, "Week", "Saturday", "van 9 tot 12")).Text, StringComparison.Ordinal);
        Assert.Contains("Schrijf de tijden als", (await OwnDesk.SayAsync(desk, "12:00-09:00")).Text, StringComparison.Ordinal);
        await OwnDesk.SayAsync(desk, "9.00 – 12:00,13:00-14:00", "yes");

        Assert.Contains(DayOfWeek.Saturday, await house.OfferedAsync());
    }

    [Fact]
    public async Task During_an_absence_the_substitute_is_offered()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        await house.SetAsync("marijke", "Absences", "11-1-2027", "1-4-2027", "sanne");

        var employee = house.Visitor(bot);
        await employee.BeginAsync();
        await employee.GoToAsync("WithWhom");
        Assert.Contains("11 januari", employee.Page.Text, StringComparison.Ordinal);
        await employee.GoToAsync("When", "marijke");

        Assert.Contains("substitute", employee.Page.Values);
        Assert.Contains("Sanne Voorbeeld", employee.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_advisors_of_the_same_employers_can_stand_in()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync("marijke");
        await OwnDesk.SayAsync(desk, "Absences", "1-2-2027", "2-2-2027");

        Assert.Equal(["sanne", "amir", "nobody"], desk.Page.Values);
        Assert.Equal("Substitute", (await OwnDesk.SayAsync(desk, "marijke")).Step);
    }

    [Fact]
    public async Task Of_two_windows_that_change_the_same_one_saves_and_the_other_is_told()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var (one, other) = (await house.AtSelfAsync(), await house.AtSelfAsync());
        await OwnDesk.SayAsync(one, "Week", "Monday", "10:00-11:00");
        await OwnDesk.SayAsync(other, "Week", "Tuesday", "10:00-11:00");

        var pages = await Task.WhenAll(one.AnswerAsync("yes"), other.AnswerAsync("yes"));

        Assert.Single(pages, page => page.Text.Contains("Het is opgeslagen", StringComparison.Ordinal));
        Assert.Single(pages, page => page.Text.Contains("Er is niets opgeslagen", StringComparison.Ordinal));
        await using var db = bot.Open();
        Assert.Equal(1, await db.Set<VpBot.Profiles.OwnChoicesRow>().CountAsync());
    }

    [Fact]
    public async Task It_holds_after_a_restart_and_on_another_instance_within_seconds()
    {
        await using var data = new TestDatabase(engine);
        await using (var before = await BotInside.StartAsync(engine, data, listen: true))
        {
            using var house = new OwnDesk(before);
            await house.SetAsync("sanne", "Week", "Wednesday", "");
        }

        await using var one = await BotInside.StartAsync(engine, data, listen: true);
        await using var other = await BotInside.StartAsync(engine, data, listen: true);
        using var again = new OwnDesk(one);
        Assert.DoesNotContain(DayOfWeek.Wednesday, await again.OfferedAsync());
        await again.SetAsync("sanne", "Week", "Monday", "");

        for (var start = TimeProvider.System.GetTimestamp(); (await again.OfferedAsync(at: other)).Contains(DayOfWeek.Monday); await Task.Delay(200))
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(6), "The other instance does not follow.");
    }

    [Fact]
    public async Task A_talk_that_comes_to_lie_outside_the_hours_is_shown_and_stays()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var employee = house.Visitor(bot);
        await employee.BeginAsync();
        await employee.GoToAsync("NoteCode");
        await using var db = bot.Open();
        var talk = await db.Set<AppointmentRow>().AsNoTracking().SingleAsync();
        var desk = await house.AtSelfAsync();

        var sure = await OwnDesk.SayAsync(desk, "Week", talk.StartsAt.DayOfWeek.ToString(), "");
        Assert.Contains("Verzoek buiten je uren", sure.Text, StringComparison.Ordinal);
        Assert.Contains($"{Tongue.Dutch.SayDay(talk.StartsAt)} om {Tongue.Dutch.SayTime(talk.StartsAt)}", sure.Text, StringComparison.Ordinal);
        Assert.Contains("Gesprekken die nu buiten je uren vallen: 1.", (await OwnDesk.SayAsync(desk, "yes")).Text, StringComparison.Ordinal);

        Assert.Equal(talk.StartsAt, (await db.Set<AppointmentRow>().AsNoTracking().SingleAsync()).StartsAt);
        Assert.NotEqual(0, await db.Set<TimeCellRow>().CountAsync(cell => cell.Appointment == talk.Id));
    }

    [Fact]
    public async Task Everything_goes_back_to_the_settings_when_the_advisor_asks_for_it()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var house = new OwnDesk(bot);
        var before = await house.TimesAsync();
        var desk = await house.SetAsync("sanne", "Week", "Wednesday", "");
        Assert.NotEqual(before, await house.TimesAsync());

        await OwnDesk.SayAsync(desk, "Restore", "yes");

        Assert.Equal(before, await house.TimesAsync());
        Assert.DoesNotContain("Restore", desk.Page.Values);
    }
}

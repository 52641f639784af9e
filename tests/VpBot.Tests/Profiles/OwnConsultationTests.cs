using VpBot.Tests.Appointments.ConsultationHours;

namespace VpBot.Tests.Profiles;

/// <summary>Who stands in line today is not sent away by a change; of another day's line the advisor is told before saving.</summary>
public sealed class OwnConsultationTests
{
    [Theory]
    [InlineData("ConsultationHours", "Wednesday/11:00-12:00")]
    [InlineData("Days", "13-1-2027", "")]
    [InlineData("Absences", "13-1-2027", "14-1-2027", "nobody")]
    public async Task With_people_in_line_today_the_hour_of_today_stays(params string[] change)
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        using var house = new OwnDesk(bot);
        var (employee, _) = await line.JoinAsync();
        // Exceptions stand in the settings already, so the list is asked about first.
        await house.SetAsync("sanne", change[0] == "Days" ? [change[0], "new", .. change[1..]] : change);

        await employee.AnswerAsync("refresh");
        Assert.DoesNotContain("gaat niet door", employee.Page.Text, StringComparison.Ordinal);
        bot.Clock.Pass(TimeSpan.FromMinutes(20));
        await employee.AnswerAsync("refresh");
        bot.Clock.Pass(TimeSpan.FromMinutes(11));
        var desk = await line.DeskHourAsync();
        await Line.PressAsync(desk, "next");
        await employee.AnswerAsync("refresh");

        Assert.Equal("1:Called", await line.StatesAsync());
        Assert.Contains("beurt", employee.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_tomorrow_on_the_changed_hours_hold()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        using var house = new OwnDesk(bot);
        await line.JoinAsync();
        await house.SetAsync("sanne", "ConsultationHours", "Wednesday/11:00-12:00");

        var hours = (await line.AtTheHoursAsync()).Page.Values.Where(value => value.StartsWith("sanne/", StringComparison.Ordinal));

        Assert.Equal(["sanne/1799834400"], hours);
    }

    [Fact]
    public async Task With_nobody_in_line_the_hour_of_today_is_gone_at_once()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        using var house = new OwnDesk(bot);
        await house.SetAsync("sanne", "ConsultationHours", "Wednesday/11:00-12:00");

        Assert.DoesNotContain((await line.AtTheHoursAsync()).Page.Values, value => value.StartsWith("sanne/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_another_day_that_would_end_is_shown_before_saving()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        bot.Clock.Pass(TimeSpan.FromDays(-1));
        using var line = new Line(bot);
        using var house = new OwnDesk(bot);
        await line.JoinAsync();
        var desk = await house.AtSelfAsync();

        var sure = await OwnDesk.SayAsync(desk, "ConsultationHours", "Wednesday/11:00-12:00");

        Assert.Contains("Spreekuur dat niet doorgaat", sure.Text, StringComparison.Ordinal);
        Assert.Contains("mensen in de rij: 1", sure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_hour_can_be_joined_and_may_not_overlap_another()
    {
        await using var bot = await Line.BeforeTheHourAsync();
        using var line = new Line(bot);
        using var house = new OwnDesk(bot);
        var desk = await house.AtSelfAsync();
        var refused = await OwnDesk.SayAsync(desk, "ConsultationHours", "new", "Wednesday", "Phone", "15", "11:30-12:30");
        Assert.Contains("Schrijf één tijd", refused.Text, StringComparison.Ordinal);
        await OwnDesk.SayAsync(desk, "14-15", "14:00-15:00", "yes");

        Assert.Contains("sanne/1799845200", (await line.AtTheHoursAsync()).Page.Values);
    }
}

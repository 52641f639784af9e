using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class OpeningHoursTests
{
    private const string Monday = "2027-03-01";
    private const string KingsDay = "2027-04-27";

    [Fact]
    public void An_exception_replaces_the_hours_of_its_day() =>
        Assert.Equal(["20:00"], OpenDaily("09:00-12:30").WithException(Monday, "20:00-21:00").OffersOn(Monday));

    [Fact]
    public void An_exception_without_hours_closes_its_day() =>
        Assert.Empty(OpenDaily("09:00-12:30").WithException(Monday).OffersOn(Monday));

    [Fact]
    public void An_exception_leaves_the_next_day_alone() =>
        Assert.Equal(["09:00"], OpenDaily("09:00-09:45").WithException(Monday).OffersOn("2027-03-02"));

    [Fact]
    public void A_public_holiday_is_closed() =>
        Assert.Empty(OpenDaily("09:00-12:30").OffersOn(KingsDay));

    [Fact]
    public void An_exception_with_hours_opens_a_public_holiday() =>
        Assert.Equal(["10:00"], OpenDaily("09:00-12:30").WithException(KingsDay, "10:00-11:00").OffersOn(KingsDay));

    [Fact]
    public void An_exception_without_hours_keeps_a_public_holiday_closed() =>
        Assert.Empty(OpenDaily("09:00-12:30").WithException(KingsDay).OffersOn(KingsDay));

    [Fact]
    public void A_day_on_which_the_employer_is_closed_stays_closed_also_against_an_exception()
    {
        var hours = OpenDaily("09:00-12:30") with { ClosedDays = new HashSet<DateOnly> { Day(Monday) } };

        Assert.Empty(hours.OffersOn(Monday));
        Assert.Empty(hours.WithException(Monday, "10:00-11:00").OffersOn(Monday));
        Assert.NotEmpty(hours.OffersOn("2027-03-02"));
    }

    [Fact]
    public void Hours_that_make_no_sense_are_refused_when_they_are_made()
    {
        var hours = OpenDaily("09:00-12:30");

        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { TalkLength = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { BufferBefore = TimeSpan.FromMinutes(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { BufferAfter = TimeSpan.FromMinutes(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { MinimumNotice = TimeSpan.FromTicks(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { FurthestDay = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => hours with { MostPerDay = -1 });
    }

    [Fact]
    public void A_week_does_not_change_behind_our_back()
    {
        var week = new Dictionary<DayOfWeek, IReadOnlyList<HourSpan>> { [DayOfWeek.Monday] = Spans("09:00-09:45") };
        var hours = OpenDaily() with { Week = week };

        week.Clear();

        Assert.Equal(["09:00"], hours.OffersOn(Monday));
    }
}

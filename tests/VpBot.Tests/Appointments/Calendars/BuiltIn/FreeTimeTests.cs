using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class FreeTimeTests
{
    private const string Monday = "2027-03-01";

    [Fact]
    public void Talks_are_offered_back_to_back_from_the_beginning_of_each_span() =>
        Assert.Equal(["09:00", "09:45", "10:30", "11:15", "13:05", "13:50"], OpenDaily("09:00-12:30", "13:05-14:35").OffersOn(Monday));

    [Fact]
    public void The_buffer_after_a_talk_is_rounded_up_to_a_quarter_before_the_next_one() =>
        Assert.Equal(["09:00", "10:00", "11:00"], OpenDaily("09:00-12:30").WithBuffers(0, 10).OffersOn(Monday));

    [Fact]
    public void A_talk_may_end_exactly_at_closing_time_and_its_buffer_may_run_on() =>
        Assert.Equal(["09:00"], OpenDaily("09:00-09:45").WithBuffers(30, 30).OffersOn(Monday));

    [Fact]
    public void A_talk_that_would_end_a_minute_after_closing_time_is_not_offered() =>
        Assert.Empty(OpenDaily("09:00-09:44").OffersOn(Monday));

    [Fact]
    public void A_talk_does_not_run_on_from_one_span_into_the_next() =>
        Assert.Equal(["09:00", "10:00"], OpenDaily("09:00-10:00", "10:00-11:00").OffersOn(Monday));

    [Fact]
    public void Hours_written_out_of_order_or_twice_are_offered_once_and_in_order() =>
        Assert.Equal(["09:00", "09:45", "10:30", "13:00"], OpenDaily("13:00-13:45", "10:00-11:30", "09:00-10:30", "09:15-09:30").OffersOn(Monday));

    [Fact]
    public void An_advisor_without_hours_offers_nothing() =>
        Assert.Empty((OpenDaily() with { FurthestDay = 60 }).Offers("2027-03-01 09:00"));

    [Fact]
    public void A_week_in_which_no_day_is_named_offers_nothing() =>
        Assert.Empty((OpenDaily() with { FurthestDay = 60, Week = new Dictionary<DayOfWeek, IReadOnlyList<HourSpan>>() }).Offers("2027-03-01 09:00"));

    [Fact]
    public void After_something_taken_the_offers_go_on_at_the_first_quarter() =>
        Assert.Equal(["09:00", "11:15"], OpenDaily("09:00-12:30").OffersOn(Monday, Talk("2027-03-01 10:20", 45)));

    [Fact]
    public void The_quarters_are_counted_from_the_beginning_of_the_span() =>
        Assert.Equal(["09:05", "10:35", "11:20"], OpenDaily("09:05-12:30").OffersOn(Monday, Talk("2027-03-01 10:00", 30)));

    [Fact]
    public void Both_buffers_lie_between_two_talks() =>
        Assert.Equal(["11:15"], OpenDaily("09:00-12:30").WithBuffers(15, 15).OffersOn(Monday, Talk("2027-03-01 10:00")));

    [Fact]
    public void Two_talks_whose_buffers_meet_within_one_quarter_exclude_each_other()
    {
        var hours = OpenDaily("09:00-11:00").WithBuffers(5, 5);

        // Ten minutes lie between the end of one and the beginning of the other, yet both buffers need the quarter of 09:45.
        Assert.Equal(["09:00", "10:00"], hours.OffersOn(Monday));
        Assert.Equal(["10:15"], hours.OffersOn(Monday, Talk("2027-03-01 09:00")));
    }

    [Fact]
    public void Between_openings_that_lie_both_buffers_apart_a_taken_talk_makes_no_other_time_appear()
    {
        var hours = OpenDaily("08:00-20:00", "20:30-22:00").WithBuffers(15, 15) with { FurthestDay = 1 };
        var now = At($"{Monday} 00:00");
        var before = FreeTime.Of(hours, [], now);

        Assert.NotEmpty(before);
        Assert.All(before, talk => Assert.Equal(before.Where(other => other != talk), FreeTime.Of(hours, [talk], now)));
    }

    [Fact]
    public void The_last_talk_before_an_opening_that_follows_at_once_moves_its_first_time() =>
        Assert.Equal(["09:00", "11:30"], OpenDaily("09:00-11:00", "11:00-12:30").WithBuffers(15, 15).OffersOn(Monday, Talk("2027-03-01 10:15")));

    [Theory]
    [InlineData("08:15", true)]
    [InlineData("08:16", false)]
    [InlineData("09:44", false)]
    [InlineData("09:45", true)]
    public void Something_taken_may_touch_a_talk_but_not_enter_it(string begins, bool free) =>
        Assert.Equal(free ? ["09:00"] : [], OpenDaily("09:00-09:45").OffersOn(Monday, Talk($"{Monday} {begins}")));

    [Fact]
    public void What_is_taken_outside_opening_hours_still_keeps_its_distance() =>
        Assert.Equal(["09:15"], OpenDaily("09:00-10:15").WithBuffers(15, 0).OffersOn(Monday, Talk("2027-03-01 08:15")));

    [Fact]
    public void What_is_taken_may_come_in_any_order_and_overlap() =>
        Assert.Equal(
            ["11:00"],
            OpenDaily("09:00-12:00").OffersOn(Monday, Talk("2027-03-01 10:30", 30), Talk("2027-03-01 09:15", 15), Talk("2027-03-01 09:00", 60), Talk("2027-03-01 10:00", 15)));

    [Fact]
    public void A_whole_week_that_is_taken_offers_nothing_until_it_is_over() =>
        Assert.Equal(["2027-03-08 09:00"], (OpenDaily("09:00-10:00") with { FurthestDay = 7 }).Offers("2027-03-01 00:00", Talk("2027-03-01 00:00", 7 * 24 * 60)));

    [Fact]
    public void A_talk_that_is_asked_for_exactly_in_time_is_offered_and_a_moment_later_no_more()
    {
        var hours = OpenDaily("13:00-13:45") with { MinimumNotice = TimeSpan.FromHours(4) };
        var lastMoment = At("2027-03-01 09:00");

        Assert.Single(FreeTime.Of(hours, [], lastMoment));
        Assert.Empty(FreeTime.Of(hours, [], lastMoment.AddTicks(1)));
    }

    [Fact]
    public void Notice_hides_the_early_talks_and_leaves_the_later_ones_where_they_were() =>
        Assert.Equal(["2027-03-01 10:30", "2027-03-01 11:15"], (OpenDaily("09:00-12:30") with { MinimumNotice = TimeSpan.FromHours(1) }).Offers("2027-03-01 08:50"));

    [Fact]
    public void A_talk_that_has_begun_is_not_offered() =>
        Assert.Equal(["2027-03-01 09:45"], OpenDaily("09:00-10:30").Offers("2027-03-01 09:01"));

    // The 29th is Tweede Paasdag, which only an exception opens.
    [Theory]
    [InlineData("2027-03-01 00:00")]
    [InlineData("2027-03-01 12:00")]
    [InlineData("2027-03-01 23:59")]
    public void The_furthest_day_is_counted_in_days_on_the_calendar_and_takes_part(string now) =>
        Assert.Equal("2027-03-29 23:00", (OpenDaily("23:00-23:59") with { FurthestDay = 28 }).WithException("2027-03-29", "23:00-23:59").Offers(now)[^1]);

    [Fact]
    public void Today_is_the_day_in_Amsterdam_also_when_it_is_still_yesterday_in_utc()
    {
        var justAfterMidnight = new DateTimeOffset(2027, 6, 14, 22, 30, 0, TimeSpan.Zero);

        var free = Assert.Single(FreeTime.Of(OpenDaily("09:00-09:45"), [], justAfterMidnight));

        Assert.Equal(Talk("2027-06-15 09:00"), free);
    }

    [Fact]
    public void A_day_with_the_most_talks_an_advisor_takes_offers_no_more()
    {
        var hours = OpenDaily("09:00-12:30") with { MostPerDay = 2, FurthestDay = 1 };
        Slot[] two = [Talk("2027-03-01 09:00"), Talk("2027-03-01 10:00")];

        Assert.Contains("2027-03-01 11:15", hours.Offers("2027-03-01 08:00", two[0]));
        Assert.All(hours.Offers("2027-03-01 08:00", two), offer => Assert.StartsWith("2027-03-02", offer, StringComparison.Ordinal));
    }

    [Fact]
    public void The_talks_of_a_day_are_counted_by_the_calendar_in_Amsterdam()
    {
        var hours = OpenDaily("09:00-09:45") with { MostPerDay = 1, FurthestDay = 1 };
        var justAfterMidnight = new Slot(new DateTimeOffset(2027, 3, 1, 23, 15, 0, TimeSpan.Zero), TimeSpan.FromMinutes(15));

        Assert.Equal(["2027-03-01 09:00"], hours.Offers("2027-03-01 08:00", justAfterMidnight));
    }

    [Fact]
    public void The_leap_day_of_2028_is_a_day_like_any_other() =>
        Assert.Equal(["2028-02-28 09:00", "2028-02-29 09:00", "2028-03-01 09:00"], (OpenDaily("09:00-09:45") with { FurthestDay = 2 }).Offers("2028-02-28 00:00"));
}

using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

/// <summary>The nights of 28 March 2027, when 02:00 becomes 03:00, and of 31 October 2027, when 03:00 becomes 02:00.</summary>
public class ClockChangeTests
{
    private const string Spring = "2027-03-28";
    private const string Autumn = "2027-10-31";

    [Fact]
    public void In_spring_no_talk_is_offered_at_a_time_that_the_clock_skips() =>
        Assert.Equal(["00:00", "00:45", "01:30", "03:15", "04:00"], InSpring("00:00-05:00").OffersOn(Spring));

    [Fact]
    public void In_spring_a_talk_over_the_change_takes_its_real_time()
    {
        var over = FreeTime.Of(InSpring("01:30-03:15"), [], At("2027-03-28 00:00"));

        Assert.Equal([Talk("2027-03-28 01:30")], over);
        Assert.Equal(At("2027-03-28 03:15"), Assert.Single(over).End);
        Assert.Empty(InSpring("01:30-03:14").OffersOn(Spring));
    }

    [Fact]
    public void In_spring_hours_within_the_skipped_hour_are_no_hours() =>
        Assert.Empty(InSpring("02:00-02:59").OffersOn(Spring));

    [Fact]
    public void In_spring_hours_that_begin_in_the_skipped_hour_begin_after_it() =>
        Assert.Equal(["03:00", "03:45"], InSpring("02:20-04:30").OffersOn(Spring));

    [Fact]
    public void In_spring_hours_that_end_in_the_skipped_hour_end_before_it() =>
        Assert.Equal(["01:00"], InSpring("01:00-02:40").OffersOn(Spring));

    [Fact]
    public void In_autumn_a_time_that_comes_twice_is_offered_the_first_time_only() =>
        Assert.Equal(["00:00", "00:45", "01:30", "02:15", "03:00", "03:45"], OpenDaily("00:00-04:30").OffersOn(Autumn));

    [Fact]
    public void In_autumn_the_time_that_comes_twice_is_meant_in_summer_time()
    {
        var quarterPastTwo = FreeTime.Of(OpenDaily("02:15-03:00"), [], At("2027-10-31 00:00"));

        Assert.Equal(new DateTimeOffset(2027, 10, 31, 0, 15, 0, TimeSpan.Zero), Assert.Single(quarterPastTwo).Start);
    }

    [Fact]
    public void In_autumn_a_talk_may_run_on_into_the_hour_that_comes_again()
    {
        var hours = OpenDaily("02:30-03:30") with { TalkLength = TimeSpan.FromMinutes(90) };

        Assert.Equal(At("2027-10-31 03:00"), Assert.Single(FreeTime.Of(hours, [], At("2027-10-31 00:00"))).End);
    }

    [Fact]
    public void In_autumn_hours_that_end_at_a_time_that_comes_twice_end_the_first_time() =>
        Assert.Equal(["02:00"], OpenDaily("02:00-02:45").OffersOn(Autumn));

    [Fact]
    public void In_autumn_a_taken_first_time_is_not_offered_the_second_time()
    {
        var quarterPastTwoInSummerTime = FreeTime.Of(OpenDaily("02:15-03:00"), [], At("2027-10-31 00:00"))[0];

        Assert.Equal(["03:00"], OpenDaily("02:15-03:45").OffersOn(Autumn, quarterPastTwoInSummerTime));
    }

    [Fact]
    public void Notice_is_real_time_also_in_a_night_with_a_change()
    {
        // From 00:00 to 04:00 are three hours in spring and five in autumn.
        var spring = InSpring("04:00-05:00") with { MinimumNotice = TimeSpan.FromHours(4) };
        var autumn = OpenDaily("04:00-05:00") with { MinimumNotice = TimeSpan.FromHours(5) };

        Assert.Empty(spring.OffersOn(Spring));
        Assert.Equal(["04:00"], autumn.OffersOn(Autumn));
    }

    [Fact]
    public void A_talk_keeps_its_time_on_the_clock_before_and_after_a_change() =>
        Assert.Equal(
            ["2027-10-30 09:00", "2027-10-31 09:00", "2027-11-01 09:00"],
            (OpenDaily("09:00-09:45") with { FurthestDay = 2 }).Offers("2027-10-30 00:00"));

    [Theory]
    [InlineData(Spring, 23)]
    [InlineData(Autumn, 25)]
    [InlineData("2027-06-15", 24)]
    public void The_last_time_of_a_day_lies_this_many_hours_after_the_first(string day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), AmsterdamDay.Of(Day(day)).At(new TimeOnly(23, 59)) - AmsterdamDay.Of(Day(day)).At(TimeOnly.MinValue) + TimeSpan.FromMinutes(1));

    [Fact]
    public void The_moment_of_a_change_is_found_to_the_tick()
    {
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), AmsterdamDay.Of(Day(Spring)).Change);
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 0, 0, TimeSpan.Zero), AmsterdamDay.Of(Day(Autumn)).Change);
    }

    // In 2027 the clock changes on Eerste Paasdag, so only an exception opens that night.
    private static OpeningHours InSpring(params string[] spans) => OpenDaily().WithException(Spring, spans);
}

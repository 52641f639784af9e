using System.Globalization;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Language;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>What a view of digits says about real time, also in the nights of 28 March and 31 October 2027.</summary>
public class ScheduleWindowTests
{
    [Fact]
    public void Only_a_zero_is_free() =>
        Assert.Equal(["08:15-09:15"], Taken("2027-07-01 10:00", "2027-07-01 11:30", "012340"));

    [Fact]
    public void Working_elsewhere_is_taken_because_nobody_said_that_a_confidential_talk_can_be_held_there() =>
        Assert.Equal(["08:00-08:15"], Taken("2027-07-01 10:00", "2027-07-01 10:30", "40"));

    [Fact]
    public void A_whole_quarter_counts_of_which_a_part_is_asked_for() =>
        Assert.Equal(["08:00-08:15"], Taken("2027-07-01 10:07", "2027-07-01 10:20", "20"));

    [Theory]
    [InlineData("")]
    [InlineData("000")]
    [InlineData("00000")]
    [InlineData("00 0")]
    [InlineData("005 ")]
    [InlineData("0050")]
    [InlineData("00?0")]
    [InlineData("00٠0")]
    [InlineData(null)]
    public void A_view_of_another_length_or_with_another_sign_is_nonsense_and_never_free(string? view) =>
        Assert.Equal(new Busy.Unknown(CalendarFault.Nonsense), Only("2027-07-01 10:00", "2027-07-01 11:00").Read(view));

    [Fact]
    public void In_spring_the_quarters_after_the_change_lie_an_hour_earlier_in_real_time()
    {
        // From 00:00 to 05:00 on the wall: 03:00 to 03:30 is taken, which is 01:00 to 01:30 in UTC.
        Assert.Equal(["01:00-01:30"], Taken("2027-03-28 00:00", "2027-03-28 05:00", View(20, 12, 13)));
    }

    [Fact]
    public void In_spring_a_time_that_the_clock_skips_takes_nothing() =>
        Assert.Empty(Taken("2027-03-28 00:00", "2027-03-28 05:00", View(20, 8, 9, 10, 11)));

    [Fact]
    public void In_spring_taken_time_around_the_change_is_one_stretch() =>
        Assert.Equal(["00:45-01:15"], Taken("2027-03-28 00:00", "2027-03-28 05:00", View(20, 7, 12)));

    [Fact]
    public void In_autumn_the_quarters_after_the_change_lie_an_hour_later_in_real_time()
    {
        // From 00:00 to 05:00 on the wall, six hours: 03:00 to 03:15 is taken. The hour that comes twice is always taken.
        Assert.Equal(["00:00-02:15"], Taken("2027-10-31 00:00", "2027-10-31 05:00", View(20, 12)));
        Assert.Equal(["00:00-02:00", "03:30-03:45"], Taken("2027-10-31 00:00", "2027-10-31 05:00", View(20, 18)));
    }

    [Fact]
    public void In_autumn_an_hour_that_is_said_once_for_two_is_taken_both_times() =>
        Assert.Equal(["00:00-02:00"], Taken("2027-10-31 00:00", "2027-10-31 05:00", View(20)));

    [Fact]
    public void A_view_that_counts_real_time_in_these_nights_is_recognised_by_its_length()
    {
        Assert.Equal(["01:00-01:15"], Taken("2027-03-28 00:00", "2027-03-28 05:00", View(16, 8)));
        Assert.Equal(["01:00-01:15"], Taken("2027-10-31 00:00", "2027-10-31 05:00", View(24, 12)));
    }

    [Theory]
    [InlineData("2027-03-28", 18)]
    [InlineData("2027-10-31", 22)]
    public void Any_other_length_in_these_nights_is_nonsense(string night, int length) =>
        Assert.Equal(new Busy.Unknown(CalendarFault.Nonsense), Only($"{night} 00:00", $"{night} 05:00").Read(View(length)));

    [Fact]
    public void A_window_never_begins_or_ends_at_a_time_that_comes_twice()
    {
        var half = new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero);

        var window = Assert.Single(ScheduleWindow.Between(half, half.AddHours(1)));

        Assert.Equal((half.AddMinutes(-45), half.AddMinutes(90)), (window.From, window.Until));
    }

    [Fact]
    public void On_29_February_a_day_has_its_quarters() =>
        Assert.Equal(["2028-02-29 22:45"], Only("2028-02-29 00:00", "2028-03-01 00:00").Read(View(96, 95)) is Busy.Known known
            ? known.Taken.Select(slot => slot.Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            : []);

    [Fact]
    public void Nothing_is_asked_about_no_time_at_all() =>
        Assert.Empty(ScheduleWindow.Between(At("2027-07-01 10:00"), At("2027-07-01 10:00")));

    [Theory]
    [InlineData(61, 1)]
    [InlineData(62, 2)]
    [InlineData(180, 3)]
    public void A_window_is_shorter_than_62_days_and_the_next_begins_where_it_ends(int days, int count)
    {
        foreach (var start in Enumerable.Range(0, 366).Select(day => At("2027-01-01 10:00").AddDays(day).AddMinutes(day * 7)))
        {
            var windows = ScheduleWindow.Between(start, start.AddDays(days)).ToList();

            Assert.InRange(windows.Count, count, count + 1);
            Assert.True(windows[0].From <= start && start.AddDays(days) <= windows[^1].Until);
            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
            Assert.All(windows, window =>
            {
                Assert.True(window.Until - window.From < TimeSpan.FromDays(62));
                Assert.True(AmsterdamTime.Local(window.Until).DateTime - AmsterdamTime.Local(window.From).DateTime < TimeSpan.FromDays(62));
            });
        }
    }

    private static ScheduleWindow Only(string from, string until) => Assert.Single(ScheduleWindow.Between(At(from), At(until)));

    private static string[] Taken(string from, string until, string view) =>
        [.. Assert.IsType<Busy.Known>(Only(from, until).Read(view)).Taken.Select(Said)];

    private static string Said(Slot slot) => string.Create(CultureInfo.InvariantCulture, $"{slot.Start:HH:mm}-{slot.End:HH:mm}");

    private static string View(int length, params int[] taken) => string.Concat(Enumerable.Range(0, length).Select(i => taken.Contains(i) ? '2' : '0'));
}

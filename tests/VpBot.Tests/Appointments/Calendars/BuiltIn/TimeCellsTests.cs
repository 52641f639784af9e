using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class TimeCellsTests
{
    [Theory]
    [InlineData("09:00", 45, 0, 0, "09:00 09:15 09:30")]
    [InlineData("09:00", 46, 0, 0, "09:00 09:15 09:30 09:45")]
    [InlineData("09:05", 45, 0, 0, "09:00 09:15 09:30 09:45")]
    [InlineData("09:00", 45, 15, 30, "08:45 09:00 09:15 09:30 09:45 10:00")]
    [InlineData("09:00", 45, 1, 1, "08:45 09:00 09:15 09:30 09:45")]
    [InlineData("09:00", 1, 0, 0, "09:00")]
    [InlineData("09:00", 0, 0, 0, "09:00")]
    public void A_talk_occupies_every_quarter_that_it_or_a_buffer_touches(string begins, int minutes, int before, int after, string quarters) =>
        Assert.Equal(quarters, string.Join(' ', Cells(Talk($"2027-03-01 {begins}", minutes), before, after).Select(Begin)));

    [Fact]
    public void A_cell_is_touched_by_a_single_tick()
    {
        var talk = new Slot(At("2027-03-01 09:00").AddTicks(-1), TimeSpan.FromTicks(2));

        Assert.Equal(["08:45", "09:00"], Cells(talk, 0, 0).Select(Begin));
    }

    [Fact]
    public void Talks_that_overlap_share_a_cell_and_talks_far_apart_do_not()
    {
        var first = Cells(Talk("2027-03-01 09:00"), 15, 15);

        Assert.NotEmpty(first.Intersect(Cells(Talk("2027-03-01 09:30"), 15, 15)));
        Assert.NotEmpty(first.Intersect(Cells(Talk("2027-03-01 10:00"), 15, 15)));
        Assert.Empty(first.Intersect(Cells(Talk("2027-03-01 10:15"), 15, 15)));
    }

    [Fact]
    public void The_hour_that_comes_twice_in_autumn_has_cells_of_its_own_each_time()
    {
        var summer = new Slot(new DateTimeOffset(2027, 10, 31, 2, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromMinutes(45));
        var winter = new Slot(new DateTimeOffset(2027, 10, 31, 2, 0, 0, TimeSpan.FromHours(1)), TimeSpan.FromMinutes(45));

        Assert.Empty(Cells(summer, 0, 0).Intersect(Cells(winter, 0, 0)));
    }

    private static long[] Cells(Slot talk, int before, int after) =>
        [.. TimeCells.Of(talk, TimeSpan.FromMinutes(before), TimeSpan.FromMinutes(after))];

    private static string Begin(long cell) =>
        $"{AmsterdamTime.Local(new DateTimeOffset(cell * 15 * TimeSpan.TicksPerMinute, TimeSpan.Zero)):HH:mm}";
}

using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Appointments.ConsultationHours;
using VpBot.Employers;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.ConsultationHours;

/// <summary>When a consultation hour takes place, and what it leaves of the time for ordinary talks.</summary>
public sealed class ConsultationTests
{
    private const string Wednesday = "2027-01-13";

    [Fact]
    public void It_takes_place_every_week_and_holds_as_many_turns_as_fit()
    {
        var hours = Held("13:00-14:10");
        var all = Consultation.From(At("2027-01-11 10:00"), hours).ToList();

        Assert.Equal([At("2027-01-13 13:00"), At("2027-01-20 13:00")], all.Select(consultation => consultation.Slot.Start));
        Assert.All(all, consultation => Assert.Equal(4, consultation.Capacity));
        Assert.Equal(At("2027-01-13 13:45"), all[0].LastTurn);
        Assert.Equal(At("2027-01-14 00:00"), all[0].ForgetAt);
    }

    [Fact]
    public void A_public_holiday_closes_it() => Assert.Empty(On("2024-12-25", Held("13:00-14:00")));

    [Fact]
    public void A_day_on_which_the_employer_is_closed_closes_it() =>
        Assert.Empty(On(Wednesday, Held("13:00-14:00") with { ClosedDays = new HashSet<DateOnly> { Day(Wednesday) } }));

    [Theory]
    [InlineData(0)]
    [InlineData(0, "09:00-12:00")]
    [InlineData(0, "09:00-13:30")]
    [InlineData(0, "09:00-13:30", "13:31-17:00")]
    [InlineData(1, "13:00-14:00")]
    [InlineData(1, "09:00-13:30", "13:30-17:00")]
    public void On_a_day_that_differs_it_takes_place_only_within_the_hours_of_that_day(int held, params string[] spans) =>
        Assert.Equal(held, On(Wednesday, Held("13:00-14:00").WithException(Wednesday, spans)).Count());

    [Fact]
    public void An_exception_with_hours_opens_a_public_holiday() =>
        Assert.Single(On("2024-12-25", Held("13:00-14:00").WithException("2024-12-25", "12:00-15:00")));

    [Fact]
    public void Ordinary_talks_keep_away_from_it_with_both_buffers()
    {
        var hours = (Held("11:00-12:00") with { Week = OpenDaily("09:00-17:00").Week, FurthestDay = 0 }).WithBuffers(15, 30);

        Assert.Equal(["09:00", "12:45", "14:15", "15:45"], hours.OffersOn(Wednesday));
        Assert.Equal(["09:00", "10:30", "12:00", "13:30", "15:00"], hours.OffersOn("2027-01-14"));
    }

    [Fact]
    public void It_is_no_talk_of_the_day_for_the_most_talks_per_day() =>
        Assert.NotEmpty((Held("11:00-12:00") with { Week = OpenDaily("13:00-17:00").Week, MostPerDay = 1 }).OffersOn(Wednesday));

    [Fact]
    public void A_request_is_not_passed_on_into_it()
    {
        var hours = (Held("11:00-12:00") with { Week = OpenDaily("09:00-17:00").Week }).WithBuffers(15, 15);

        Assert.False(FreeTime.IsOpen(hours, Talk($"{Wednesday} 11:15")));
        Assert.False(FreeTime.IsOpen(hours, Talk($"{Wednesday} 10:00")));
        Assert.True(FreeTime.IsOpen(hours, Talk($"{Wednesday} 09:30")));
        Assert.True(FreeTime.IsOpen(hours, Talk("2027-01-14 11:15")));
    }

    [Fact]
    public void Its_buffers_reach_over_midnight()
    {
        var late = (Held("23:00-23:59") with { Week = OpenDaily("00:00-01:00").Week }).WithBuffers(0, 60);

        Assert.Empty(late.OffersOn("2027-01-14"));
        Assert.NotEmpty(late.OffersOn("2027-01-15"));
    }

    [Theory]
    [InlineData("2028-03-26", "01:30-03:30", 4)]
    [InlineData("2028-03-26", "02:00-03:00", null)]
    [InlineData("2028-03-26", "13:00-14:00", 4)]
    [InlineData("2027-10-31", "01:30-03:30", 12)]
    [InlineData("2027-10-31", "13:00-14:00", 4)]
    public void On_a_night_when_the_clock_changes_it_has_the_turns_of_its_real_time(string day, string span, int? turns)
    {
        var held = On(day, Held(span, DayOfWeek.Sunday)).SingleOrDefault();

        Assert.Equal(turns, held?.Capacity);
        if (held is not null)
            Assert.Equal(held.Slot, Assert.Single(Consultation.From(At($"{day} 00:00"), Held(span, DayOfWeek.Sunday)).Take(1)).Slot);
    }

    [Theory]
    [InlineData("2027-03-27", "2027-03-28")]
    [InlineData("2027-10-30", "2027-10-31")]
    public void Over_a_change_of_the_clock_the_line_is_forgotten_when_the_day_ends_on_the_wall(string day, string next)
    {
        var held = Assert.Single(On(day, Held("13:00-14:00", DayOfWeek.Saturday)));
        Assert.Equal(At($"{next} 00:00"), held.ForgetAt);
    }

    private static IEnumerable<Consultation> On(string day, OpeningHours hours) => Consultation.On(AmsterdamDay.Of(Day(day)), hours);

    private static OpeningHours Held(string span, DayOfWeek day = DayOfWeek.Wednesday) => OpenDaily() with
    {
        ConsultationHours = [new(day, Spans(span)[0], TimeSpan.FromMinutes(15), WayToMeet.Phone)],
        FurthestDay = 0,
    };
}

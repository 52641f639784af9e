using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;
using static VpBot.Tests.Appointments.Calendars.BuiltIn.AnAdvisor;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class DutchHolidaysTests
{
    // Among them the earliest (22 March 1818) and the latest (25 April 1943 and 2038) there can be, and the exceptions of the rule (1954, 1981).
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2031-04-13")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    public void Easter_falls_on_the_Sunday_that_almanacs_give(string easter) =>
        Assert.Equal(Day(easter), DutchHolidays.Easter(Day(easter).Year));

    [Fact]
    public void Easter_is_always_a_Sunday_between_22_March_and_25_April()
    {
        foreach (var year in Enumerable.Range(1583, 3000))
        {
            var easter = DutchHolidays.Easter(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData(2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26")]
    [InlineData(2026, "01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26")]
    [InlineData(2027, "01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26")]
    [InlineData(2028, "01-01 04-16 04-17 04-27 05-25 06-04 06-05 12-25 12-26")]
    [InlineData(2030, "01-01 04-21 04-22 04-27 05-05 05-30 06-09 06-10 12-25 12-26")]
    [InlineData(2031, "01-01 04-13 04-14 04-26 05-22 06-01 06-02 12-25 12-26")]
    public void A_year_has_these_holidays_and_no_others(int year, string holidays)
    {
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year);

        Assert.Equal(holidays, string.Join(' ', days.Where(DutchHolidays.IsHoliday).Select(day => $"{day:MM-dd}")));
    }

    [Fact]
    public void Koningsdag_is_kept_on_Saturday_when_the_birthday_is_a_Sunday()
    {
        Assert.Equal(DayOfWeek.Sunday, Day("2031-04-27").DayOfWeek);
        Assert.True(DutchHolidays.IsHoliday(Day("2031-04-26")));
        Assert.False(DutchHolidays.IsHoliday(Day("2031-04-27")));
    }

    [Fact]
    public void Goede_Vrijdag_is_a_working_day() => Assert.False(DutchHolidays.IsHoliday(Day("2027-03-26")));
}

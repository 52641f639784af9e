using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using Xunit;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

public class HourSpanTests
{
    [Theory]
    [InlineData("09:00-12:30", 9, 0, 12, 30)]
    [InlineData("00:00-23:59", 0, 0, 23, 59)]
    [InlineData("13:05-13:06", 13, 5, 13, 6)]
    public void Hours_are_read_as_an_advisor_writes_them(string text, int fromHour, int fromMinute, int untilHour, int untilMinute)
    {
        Assert.True(HourSpan.TryParse(text, out var span));
        Assert.Equal(new HourSpan(new TimeOnly(fromHour, fromMinute), new TimeOnly(untilHour, untilMinute)), span);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("09:00-")]
    [InlineData("-12:30")]
    [InlineData("9:00-12:30")]
    [InlineData("09:00 - 12:30")]
    [InlineData("09:00-12:30-13:00")]
    [InlineData("09.00-12.30")]
    [InlineData("09:00:00-12:30:00")]
    [InlineData("20:00-24:00")]
    [InlineData("09:00-12:60")]
    [InlineData("12:30-09:00")]
    [InlineData("09:00-09:00")]
    [InlineData("22:00-02:00")]
    [InlineData("negen-twaalf")]
    public void Anything_else_is_not_read_as_hours(string? text)
    {
        Assert.False(HourSpan.TryParse(text, out var span));
        Assert.Equal(default, span);
    }

    [Fact]
    public void Hours_that_end_before_they_begin_cannot_be_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HourSpan(new TimeOnly(12, 30), new TimeOnly(9, 0)));
}

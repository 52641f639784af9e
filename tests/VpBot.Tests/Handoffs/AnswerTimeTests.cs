using System.Globalization;
using VpBot.Appointments.Booking;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Handoffs;

/// <summary>Until when somebody must have answered, by the clock in Amsterdam. Sanne promises a working day.</summary>
public sealed class AnswerTimeTests
{
    private static readonly VpBot.Employers.Advisor Sanne = Template.Directory.Advisor("sanne")!;

    [Theory]
    [InlineData("2027-01-12 16:00", "2027-01-20 11:00", "2027-01-13 16:00")]
    // A Friday: the weekend is no silence of hers.
    [InlineData("2027-01-15 16:00", "2027-01-25 11:00", "2027-01-18 16:00")]
    [InlineData("2027-01-16 12:00", "2027-01-25 11:00", "2027-01-19 00:00")]
    // Koningsdag is on the Tuesday.
    [InlineData("2027-04-26 10:00", "2027-05-03 11:00", "2027-04-28 10:00")]
    // Easter, on which the clock goes forward: Monday is a holiday too.
    [InlineData("2027-03-26 16:00", "2027-04-05 11:00", "2027-03-30 16:00")]
    // Two hours before the talk at the latest, also on a Monday after a weekend.
    [InlineData("2027-01-15 16:00", "2027-01-18 09:30", "2027-01-18 07:30")]
    [InlineData("2027-01-12 09:00", "2027-01-12 14:00", "2027-01-12 12:00")]
    // On short notice halfway.
    [InlineData("2027-01-12 09:00", "2027-01-12 13:00", "2027-01-12 11:00")]
    [InlineData("2027-01-12 09:00", "2027-01-12 10:00", "2027-01-12 09:30")]
    [InlineData("2027-01-12 09:00", "2027-01-12 08:00", "2027-01-12 09:00")]
    public void An_advisor_has_the_time_they_promise_and_never_longer_than_is_of_use(string now, string start, string answerBy) =>
        Assert.Equal(At(answerBy), AnswerTime.OfAdvisor(At(now), Sanne, At(start)));

    [Theory]
    [InlineData("2027-01-12 09:00", "2027-01-20 11:00", "2027-01-12 21:00")]
    [InlineData("2027-01-12 09:00", "2027-01-12 13:00", "2027-01-12 10:00")]
    public void They_are_reminded_halfway(string now, string start, string remindAt) =>
        Assert.Equal(At(remindAt), AnswerTime.OfReminder(At(now), Sanne, AnswerTime.OfAdvisor(At(now), Sanne, At(start))));

    [Theory]
    [InlineData("2027-01-20 09:00", "2027-01-25 09:00", "2027-01-20 05:00")]
    [InlineData("2027-01-20 09:00", "2027-01-14 09:00", "2027-01-14 05:00")]
    [InlineData("2027-01-12 15:00", "2027-01-20 09:00", "2027-01-12 12:00")]
    public void An_employee_chooses_while_both_times_can_still_be_had(string old, string proposed, string chooseBy) =>
        Assert.Equal(At(chooseBy), AnswerTime.OfEmployee(At("2027-01-12 09:00"), At(old), At(proposed)));

    private static DateTimeOffset At(string wall)
    {
        var time = DateTime.Parse(wall, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, VpBot.Language.AmsterdamTime.Zone.GetUtcOffset(time)).ToUniversalTime();
    }
}

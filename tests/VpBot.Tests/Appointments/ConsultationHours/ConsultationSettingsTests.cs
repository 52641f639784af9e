using VpBot.Employers;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Appointments.ConsultationHours;

/// <summary>A consultation hour that cannot be held stops the start, with a sentence that says what to change.</summary>
public sealed class ConsultationSettingsTests
{
    private const string Hours = "Provider:Advisors:sanne:Calendar:ConsultationHours";
    private const string Marijke = "Employers:duinrand:Advisors:marijke:Calendar:ConsultationHours";

    [Theory]
    [InlineData($"{Hours}:0:Day", null, $"{Hours}:0:Day is missing. Name a day of the week, as Wednesday.")]
    [InlineData($"{Hours}:0:Hours", "11-12", $"{Hours}:0:Hours is \"11-12\". Write a span as 13:00-14:00.")]
    [InlineData($"{Hours}:0:Hours", "12:00-11:00", $"{Hours}:0:Hours is \"12:00-11:00\". Write a span as 13:00-14:00.")]
    [InlineData($"{Hours}:0:Hours", "11:00-11:10", $"{Hours}:0:TurnLength is longer than the hour itself. At least one turn must fit in it.")]
    [InlineData($"{Hours}:0:TurnLength", "00:04:00", $"{Hours}:0:TurnLength must lie between 00:05 and 01:00.")]
    [InlineData($"{Marijke}:0:Way", "Teams", $"{Marijke}:0:Way is Teams, which is not among this advisor's Ways. Choose one of them, or add it there.")]
    [InlineData($"{Hours}:0:Way", null, $"{Hours}:0:Way is missing. Name one of the advisor's Ways.")]
    public void A_fault_is_named_with_its_place_and_what_to_change(string key, string? value, string sentence) =>
        Assert.Equal([sentence], Faults((key, value)));

    [Fact]
    public void Two_hours_at_the_same_time_are_refused() => Assert.Equal(
        [$"{Hours}:1 overlaps another consultation hour on Wednesday. An advisor helps one person at a time: move one of the two."],
        Faults(($"{Hours}:1:Day", "Wednesday"), ($"{Hours}:1:Hours", "11:45-12:45"), ($"{Hours}:1:Way", "Phone")));

    [Fact]
    public void Hours_that_only_touch_or_lie_on_another_day_are_two_hours() => Assert.Empty(Faults(
        ($"{Hours}:1:Day", "Wednesday"), ($"{Hours}:1:Hours", "12:00-13:00"), ($"{Hours}:1:Way", "Phone"),
        ($"{Hours}:2:Day", "Friday"), ($"{Hours}:2:Hours", "11:30-12:30"), ($"{Hours}:2:Way", "Teams")));

    [Fact]
    public void What_is_written_is_what_is_held()
    {
        var hour = Assert.Single(Template.Directory.Advisor("sanne")!.Hours.ConsultationHours);
        Assert.Equal(new ConsultationHour(DayOfWeek.Wednesday, new HourSpan(new(11, 0), new(12, 0)), TimeSpan.FromMinutes(15), WayToMeet.Phone), hour);
    }

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] changes) =>
        Doors.FaultsOf(builder => builder.AddEmployers(), changes.ToDictionary(change => change.Key, change => change.Value));
}

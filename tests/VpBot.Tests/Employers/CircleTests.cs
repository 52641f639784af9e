using VpBot.Employers;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Employers;

/// <summary>Who may hear of a matter, and the settings that say who stands close to whom.</summary>
public sealed class CircleTests
{
    private const string People = "Employers:duinrand:People";
    private const string Accused = "Employers:duinrand:ForAccused";

    [Theory]
    [InlineData("", "sanne amir marijke")]
    [InlineData("amir", "sanne marijke")]
    [InlineData("people/director", "sanne amir")]
    [InlineData("people/hr", "sanne")]
    [InlineData("people/director sanne", "amir")]
    [InlineData("people/nobody", "sanne amir marijke")]
    public void Who_stands_close_to_somebody_who_must_not_know_is_outside(string ticked, string inside) =>
        Assert.Equal(inside, Inside(new Circle(false, ticked.Split(' '), [])));

    [Fact]
    public void An_advisor_is_on_one_side_only() => Assert.Equal("joris", Inside(new Circle(true, [], [])));

    [Fact]
    public void Whoever_was_outside_stays_outside_when_the_settings_change()
    {
        var closed = new Circle(false, ["people/hr"], []).Closed(Template.Duinrand);
        var changed = Template.Duinrand with { People = [], ForAccused = [] };

        Assert.Equal(["sanne"], changed.Advisors.Where(advisor => closed.Admits(advisor, changed)).Select(advisor => advisor.Id));
    }

    [Fact]
    public void Who_comes_to_stand_close_to_somebody_afterwards_is_outside_from_then_on()
    {
        var closed = new Circle(false, ["people/director"], []).Closed(Template.Duinrand);
        var changed = Template.Duinrand with { People = [.. Template.Duinrand.People.Select(person => person with { CloseTo = ["amir"] })] };

        Assert.Equal(["sanne"], changed.Advisors.Where(advisor => closed.Admits(advisor, changed)).Select(advisor => advisor.Id));
    }

    [Theory]
    [InlineData($"{People}:director:Label:en", "", $"{People}:director:Label:en is empty: how employees know this person, such as a role.")]
    [InlineData($"{People}:hr:CloseTo:1", "anouk", $"{People}:hr:CloseTo names \"anouk\", who is no advisor of this employer. Name the key of an advisor or take it out.")]
    [InlineData($"{Accused}:0", "anouk", $"{Accused} names \"anouk\", who is no advisor of this employer. Name the key of an advisor or take it out.")]
    [InlineData($"{Accused}:0", "marijke", $"{Accused} names \"marijke\", a colleague. The card that calls them lies with the employer, and would say that somebody is accused: name an external advisor.")]
    [InlineData("Employers:windhoek:ForAccused:0", "amir", "Employers:windhoek:ForAccused names every advisor. Nobody may stand on both sides: keep at least one advisor for everybody else.")]
    public void A_fault_is_named_with_its_place_and_what_to_change(string key, string value, string sentence) =>
        Assert.Equal([sentence], Doors.FaultsOf(builder => builder.AddEmployers(), new Dictionary<string, string?> { [key] = value }));

    private static string Inside(Circle circle) =>
        string.Join(' ', Template.Duinrand.Advisors.Where(advisor => circle.Admits(advisor, Template.Duinrand)).Select(advisor => advisor.Id));
}

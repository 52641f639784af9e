using VpBot.Employers;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Employers;

/// <summary>Every fault in the settings of employers and advisors is a sentence that says where it is and what to change.</summary>
public sealed class EmployerReadingTests
{
    private const string Sanne = "Provider:Advisors:sanne";
    private const string Marijke = "Employers:duinrand:Advisors:marijke";

    [Theory]
    [InlineData("Provider:Name", "", "Provider:Name is empty. Fill in the name that employees see.")]
    [InlineData("Provider:Phone", " ", "Provider:Phone is empty. Fill in the number that is shown when nothing else works.")]
    [InlineData("Provider:TenantId", "luwte", "Provider:TenantId is \"luwte\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.")]
    [InlineData("Provider:TenantId", "10000000000040008000000000000001", "Provider:TenantId is \"10000000000040008000000000000001\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.")]
    [InlineData("Employers:duinrand:Name", "", "Employers:duinrand:Name is empty. Fill in the employer's name.")]
    [InlineData("Employers:duinrand:TenantId", "", "Employers:duinrand:TenantId is \"\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.")]
    [InlineData("Employers:duinrand:TenantId", "10000000-0000-4000-8000-000000000001", "The TenantId \"10000000-0000-4000-8000-000000000001\" stands in the settings twice. Give every employer its own tenant, other than the provider's.")]
    [InlineData("Employers:duinrand:ExternalAdvisors:0", "anouk", "Employers:duinrand:ExternalAdvisors names \"anouk\", who is not under Provider:Advisors. Add that advisor or take the name out.")]
    [InlineData("Employers:windhoek:ExternalAdvisors", null, "Employers:windhoek has no advisor. Name at least one under ExternalAdvisors or Advisors.")]
    [InlineData($"{Sanne}:Name", "", $"{Sanne}:Name is empty. Fill in the advisor's name.")]
    [InlineData($"{Sanne}:Phone", "", $"{Sanne}:Phone is empty. Fill in the number that employees may call.")]
    [InlineData($"{Sanne}:ObjectId", "sanne", $"{Sanne}:ObjectId is \"sanne\". Fill in the id as 8-4-4-4-12 hexadecimal digits, from Entra.")]
    [InlineData($"{Sanne}:ObjectId", "10000000-0000-4000-8000-0000000000a2", "The ObjectId \"10000000-0000-4000-8000-0000000000a2\" stands in the settings twice. An advisor stands in the settings once.")]
    [InlineData($"{Sanne}:Ways", null, $"{Sanne}:Ways is empty. Name at least one of Phone, Teams, InPerson.")]
    [InlineData($"{Sanne}:Languages", null, $"{Sanne}:Languages is empty. Name at least one of nl, en.")]
    [InlineData($"{Sanne}:Languages:1", "fr", $"{Sanne}:Languages names \"fr\". Choose from nl, en.")]
    [InlineData($"{Sanne}:RespondsWithin", "00:00:00", $"{Sanne}:RespondsWithin must lie between one hour and 30 days.")]
    [InlineData($"{Sanne}:Place:en", "", $"{Sanne}:Place:en is empty: say where people meet.")]
    [InlineData($"{Sanne}:StandingMeeting", null, $"{Sanne}:StandingMeeting is missing. Meeting by Teams needs a MeetingId and a Passcode that a guest can type.")]
    [InlineData($"{Sanne}:StandingMeeting:Passcode", "", $"{Sanne}:StandingMeeting is missing. Meeting by Teams needs a MeetingId and a Passcode that a guest can type.")]
    [InlineData($"{Sanne}:About:nl", null, $"{Sanne}:About:nl is empty: a sentence or two about this advisor.")]
    [InlineData($"{Sanne}:Certificate:en", "", $"{Sanne}:Certificate:en is empty: what this advisor was trained as.")]
    [InlineData($"{Sanne}:OtherRoles:en", null, $"{Sanne}:OtherRoles:en is empty: other roles, so that people can judge independence.")]
    [InlineData($"{Sanne}:Calendar:Hours:Monday:0", "9-17", $"{Sanne}:Calendar:Hours:Monday holds \"9-17\". Write a span as 09:00-12:30.")]
    [InlineData($"{Sanne}:Calendar:Hours:Monday:0", "17:00-09:00", $"{Sanne}:Calendar:Hours:Monday holds \"17:00-09:00\". Write a span as 09:00-12:30.")]
    [InlineData($"{Sanne}:Calendar:Exceptions:1:Hours:0", "ochtend", $"{Sanne}:Calendar:Exceptions holds \"ochtend\". Write a span as 09:00-12:30.")]
    [InlineData($"{Sanne}:Calendar:Exceptions:1:Date", "2027-02-22", $"{Sanne}:Calendar:Exceptions names 2027-02-22 twice. Put all hours of a day in one entry.")]
    [InlineData($"{Sanne}:Calendar:MostPerDay", "0", $"{Sanne}:Calendar:MostPerDay must be at least 1.")]
    [InlineData($"{Sanne}:Calendar:TalkLength", "00:10:00", $"{Sanne}:Calendar:TalkLength must lie between 00:15 and 04:00.")]
    [InlineData($"{Sanne}:Calendar:FurthestDay", "0", $"{Sanne}:Calendar:FurthestDay must lie between 1 and 180 days.")]
    [InlineData($"{Sanne}:Calendar:BufferAfter", "-00:15:00", $"{Sanne}:Calendar: MinimumNotice, BufferBefore and BufferAfter cannot be less than nothing.")]
    [InlineData($"{Sanne}:Calendar:TalkLengths:ComeAlong", "05:00:00", $"{Sanne}:Calendar:TalkLengths:ComeAlong must lie between 00:15 and 04:00.")]
    [InlineData("Provider:Advisors:amir:Calendar:Absences:0:Until", "2027-07-01", "Provider:Advisors:amir:Calendar:Absences ends on 2027-07-01, before it begins on 2027-07-12. Turn the two around.")]
    [InlineData("Provider:Advisors:amir:Calendar:Absences:0:Substitute", "anouk", "The absence of \"amir\" names the substitute \"anouk\". Name the key of another advisor, or nobody.")]
    [InlineData("Provider:Advisors:amir:Calendar:Absences:0:Substitute", "amir", "The absence of \"amir\" names the substitute \"amir\". Name the key of another advisor, or nobody.")]
    [InlineData($"{Marijke}:Place:nl", "", $"{Marijke}:Place:nl is empty: say where people meet.")]
    public void A_fault_is_named_with_its_place_and_what_to_change(string key, string? value, string sentence) =>
        Assert.Equal([sentence], Faults((key, value)));

    [Fact]
    public void Without_employers_nobody_is_served() =>
        Assert.Equal(["Employers is empty. Add at least one employer."], Faults(("Employers", null)));

    [Fact]
    public void An_advisor_stands_in_the_settings_under_one_key() =>
        Assert.Contains("The advisor key \"sanne\" stands in the settings twice. Rename one of the two.", Twice("SANNE"));

    [Theory]
    [InlineData("Duinrand")]
    [InlineData("d")]
    [InlineData("-duinrand")]
    [InlineData("gemeente duinrand")]
    [InlineData("een-naam-die-veel-te-lang-is-voor-een-poster")]
    public void An_employers_key_must_fit_on_a_poster(string key)
    {
        var faults = Faults(
            ("Employers", null), ($"Employers:{key}:Name", "Duinrand"), ($"Employers:{key}:TenantId", "20000000-0000-4000-8000-000000000002"),
            ($"Employers:{key}:ExternalAdvisors:0", "sanne"));

        Assert.Equal([$"Employers:{key}: the key becomes the short link. Use 2 to 30 small letters, digits or hyphens."], faults);
    }

    [Fact]
    public void Every_fault_is_told_at_once() => Assert.Equal(3, Faults(("Provider:Name", ""), ("Provider:Phone", ""), ($"{Sanne}:Name", "")).Count);

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] changes) =>
        Doors.FaultsOf(builder => builder.AddEmployers(), changes.ToDictionary(change => change.Key, change => change.Value));

    /// <summary>The template with Marijke once more, under the key of an external advisor.</summary>
    private static IReadOnlyList<string> Twice(string key) => Faults(
        ($"Employers:windhoek:Advisors:{key}:Name", "Sanne"), ($"Employers:windhoek:Advisors:{key}:ObjectId", "30000000-0000-4000-8000-0000000000c1"));
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using VpBot.Appointments;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Handoffs;
using VpBot.Language;
using VpBot.Packaging;
using VpBot.Register;
using VpBot.Room;
using VpBot.Running;
using VpBot.Storage;
using VpBot.Teams;

namespace VpBot.Tests.Shape;

/// <summary>The settings template is the documentation: it names every setting, and nothing that is none.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Provider"] = typeof(ProviderSettings),
        ["Employers"] = typeof(Dictionary<string, EmployerSettings>),
        ["EmployerFolder"] = typeof(EmployerFolderSettings),
        ["Running"] = typeof(RunningSettings),
        ["Graph"] = typeof(GraphSettings),
        ["Teams"] = typeof(TeamsSettings),
        ["Language"] = typeof(LanguageSettings),
        ["Room"] = typeof(RoomSettings),
        ["Appointments"] = typeof(AppointmentsSettings),
        ["Retention"] = typeof(RetentionSettings),
        ["Storage"] = typeof(StorageSettings),
        ["Privacy"] = typeof(KeyRingSettings),
        ["Handoffs"] = typeof(HandoffsSettings),
        ["Register"] = typeof(RegisterSettings),
        ["Package"] = typeof(PackageSettings),
    };

    [Fact]
    public void Every_setting_has_an_example_in_the_template() =>
        Assert.Empty(SettingsWalk.Missing(Sections.Select(section => (Template.Json[section.Key], section.Value))));

    [Fact]
    public void Everything_in_the_template_is_a_setting() =>
        Assert.Empty(Template.Json.SelectMany(section => Sections.TryGetValue(section.Key, out var type) ? SettingsWalk.Unknown(section.Value, type, section.Key) : [section.Key]));

    [Fact]
    public void Every_settings_class_is_a_section_of_the_template()
    {
        var classes = typeof(Employer).Assembly.GetTypes().Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal)).ToHashSet();
        string[] within = [nameof(EmployerSettings), nameof(AdvisorSettings), nameof(CalendarSettings), nameof(ExceptionSettings), nameof(ConsultationHourSettings), nameof(AbsenceSettings), nameof(PersonSettings), nameof(KeyRingCertificateSettings)];

        Assert.Empty(classes.Where(type => !within.Contains(type.Name)).Except(Sections.Values));
    }

    [Fact]
    public void The_template_passes_every_validation()
    {
        foreach (var open in Doors.All.Values)
            Assert.Empty(Doors.FaultsOf(open, new Dictionary<string, string?>()));
    }

    [Fact]
    public void A_planted_setting_without_an_example_is_found() =>
        Assert.Equal(["StorageSettings:ConnectionString"], SettingsWalk.Missing([(new JsonObject(), typeof(StorageSettings))]));

    [Fact]
    public void A_planted_setting_deep_inside_without_an_example_is_found() =>
        Assert.Contains(
            "CalendarSettings:TalkLength",
            SettingsWalk.Missing([(JsonNode.Parse("""{"Advisors":{"a":{"Calendar":{}}}}"""), typeof(ProviderSettings))]));

    [Fact]
    public void A_planted_key_that_nothing_reads_is_found() =>
        Assert.Equal(
            ["Provider:Advisors:a:Calender"],
            SettingsWalk.Unknown(JsonNode.Parse("""{"Name":"x","Advisors":{"a":{"Name":"y","Calender":{}}}}"""), typeof(ProviderSettings), "Provider"));

    [Fact]
    public void Times_and_lists_of_the_template_arrive_as_written()
    {
        var sanne = Template.Directory.Advisor("sanne")!;

        Assert.Equal(TimeSpan.FromDays(1), sanne.RespondsWithin);
        Assert.Equal([WayToMeet.Phone, WayToMeet.Teams, WayToMeet.InPerson], sanne.Ways);
        Assert.Empty(sanne.Hours.On(new DateOnly(2027, 2, 22)));
        Assert.Single(sanne.Hours.On(new DateOnly(2027, 2, 24)));
        Assert.Equal(TimeSpan.FromMinutes(10), Template.Settings.GetSection("Appointments").Get<AppointmentsSettings>()!.HoldLifetime);
    }
}

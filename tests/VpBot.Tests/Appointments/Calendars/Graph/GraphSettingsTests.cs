using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using VpBot.Playground;

namespace VpBot.Tests.Appointments.Calendars.Graph;

public class GraphSettingsTests
{
    private const string Sanne = "Provider:Advisors:sanne";
    private const string Marijke = "Employers:duinrand:Advisors:marijke";

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0", false, true)]
    [InlineData("https://graph.microsoft.com/v1.0", true, true)]
    [InlineData("http://127.0.0.1:4180/v1.0", true, true)]
    [InlineData("http://localhost:4180/graph/v1.0", true, true)]
    [InlineData("http://127.0.0.1:4180/v1.0", false, false)]
    [InlineData("https://graph.microsoft.com/beta", true, false)]
    [InlineData("http://graph.microsoft.com/v1.0", true, false)]
    [InlineData("https://graph.microsoft.com.example/v1.0", true, false)]
    [InlineData("https://127.0.0.1.example/v1.0", true, false)]
    [InlineData("file://localhost/v1.0", true, false)]
    [InlineData("", true, false)]
    public void Graph_is_Microsofts_or_in_Development_on_loopback(string address, bool development, bool accepted) =>
        Assert.Equal(
            accepted ? [] : ["Graph:Address must be https://graph.microsoft.com/v1.0. Another host is accepted only in Development, on loopback."],
            GraphSettingsRules.Faults(new() { Address = address }, development));

    [Fact]
    public void The_door_gives_one_mailbox_that_remembers()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddJsonFile(Repository.SettingsTemplate);
        builder.AddEmployers().AddGraphCalendar();
        builder.Services.AddSingleton<TokenCredential>(new FixedToken()).AddSingleton(TimeProvider.System);
        using var app = builder.Build() as IDisposable;
        var services = ((WebApplication)app!).Services;

        Assert.Same(services.GetRequiredService<RememberedMailbox>(), services.GetRequiredService<IMailbox>());
    }

    [Fact]
    public void The_door_stays_shut_for_another_address()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Graph:Address"] = "https://graph.example/v1.0";

        Assert.Contains("Graph:Address", Assert.Throws<OptionsValidationException>(builder.AddGraphCalendar).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_template_names_Microsofts_address() =>
        Assert.Equal(GraphSettingsRules.Microsoft, Template().Build().GetSection("Graph").Get<GraphSettings>()!.Address);

    [Fact]
    public void A_calendar_is_the_built_in_one_unless_the_settings_say_otherwise() =>
        Assert.Null(Assert.IsType<ExternalAdvisor>(Read().Directory!.Advisor("sanne")).Mailbox);

    [Fact]
    public void The_template_shows_an_advisor_with_a_calendar_in_Graph() =>
        Assert.Equal("amir@luwte.example", Assert.IsType<ExternalAdvisor>(Read().Directory!.Advisor("amir")).Mailbox);

    [Fact]
    public void An_external_advisor_may_have_a_calendar_in_Graph()
    {
        var directory = Read(($"{Sanne}:Calendar:Kind", "Graph"), ($"{Sanne}:Mail", "s.voorbeeld@luwte.example")).Directory!;

        Assert.Equal("s.voorbeeld@luwte.example", Assert.IsType<ExternalAdvisor>(directory.Advisor("sanne")).Mailbox);
    }

    [Fact]
    public void An_internal_advisor_never_has_a_calendar_in_Graph() =>
        Assert.Equal(
            [$"{Marijke}:Calendar:Kind is Graph. An internal advisor's mailbox is the employer's and is never used: set it to BuiltIn."],
            Read(($"{Marijke}:Calendar:Kind", "Graph"), ($"{Marijke}:Mail", "marijke@duinrand.example")).Faults);

    [Theory]
    [InlineData("")]
    [InlineData("sanne")]
    [InlineData("sanne@luwte")]
    [InlineData("Sanne <sanne@luwte.example>")]
    [InlineData("sanne@luwte.example, amir@luwte.example")]
    [InlineData("sanne@luwte.example\n")]
    public void A_calendar_in_Graph_needs_the_address_of_the_mailbox(string mail) =>
        Assert.StartsWith($"{Sanne}:Mail is ", Assert.Single(Read(($"{Sanne}:Calendar:Kind", "Graph"), ($"{Sanne}:Mail", mail)).Faults), StringComparison.Ordinal);

    [Fact]
    public void Two_advisors_do_not_share_a_mailbox() =>
        Assert.Equal(
            ["The Mail \"POST@luwte.example\" stands in the settings twice. Give every advisor a mailbox of their own."],
            Read(
                ($"{Sanne}:Calendar:Kind", "Graph"),
                ($"{Sanne}:Mail", "post@luwte.example"),
                ("Provider:Advisors:amir:Calendar:Kind", "Graph"),
                ("Provider:Advisors:amir:Mail", "POST@luwte.example")).Faults);

    private static IConfigurationBuilder Template() => new ConfigurationBuilder().AddJsonFile(Repository.SettingsTemplate);

    private static (EmployerDirectory? Directory, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] changes)
    {
        var settings = Template().AddInMemoryCollection(changes.ToDictionary(change => change.Key, change => (string?)change.Value)).Build();
        var reading = new EmployerReading(
            settings.GetSection("Provider").Get<ProviderSettings>()!,
            settings.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>()!);
        return (reading.Read(), reading.Faults);
    }
}

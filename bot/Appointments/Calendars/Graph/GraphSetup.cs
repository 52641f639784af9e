using Azure.Core;
using Microsoft.Extensions.Options;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

public static class GraphSetup
{
    /// <summary>
    /// The calendars of the provider's advisors in Microsoft Graph, as <see cref="IMailbox"/>. The same service is there as
    /// <see cref="RememberedMailbox"/>, for who must ask afresh. The token is the bot's own managed identity's, from the Teams door.
    /// </summary>
    public static WebApplicationBuilder AddGraphCalendar(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Graph").Get<GraphSettings>() ?? new();
        var faults = GraphSettingsRules.Faults(settings, builder.Environment.IsDevelopment()).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Graph", typeof(GraphSettings), faults);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(provider => new ProviderMailboxes(provider.GetRequiredService<EmployerDirectory>()));
        services.AddSingleton(provider => new GraphLine(
            new Uri(settings.Address),
            provider.GetRequiredService<TokenCredential>(),
            provider.GetRequiredService<ProviderMailboxes>(),
            GraphPatience.Usual));
        services.AddSingleton<FreeBusy>().AddSingleton<GraphMailbox>().AddSingleton<GraphSubscriptions>();
        services.AddSingleton(provider => new RememberedMailbox(provider.GetRequiredService<GraphMailbox>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMailbox>(provider => provider.GetRequiredService<RememberedMailbox>());
        return builder;
    }
}

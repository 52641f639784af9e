using VpBot.Appointments.Calendars.Graph;

namespace VpBot.Appointments.Watching;

internal static class WatchingSetup
{
    /// <summary>Noticing what an advisor changes in their own calendar.</summary>
    public static void AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<IOutsideChanges, OutsideChanges>();
        services.AddSingleton<CalendarLook>().AddSingleton<SubscriptionBook>().AddSingleton<SubscriptionTending>().AddSingleton<NotificationEndpoint>();
        services.AddSingleton<CalendarWatch>().AddHostedService(provider => provider.GetRequiredService<CalendarWatch>());
        services.AddSingleton<SubscriptionKeeper>().AddHostedService(provider => provider.GetRequiredService<SubscriptionKeeper>());
    }

    /// <summary>Without an address of ours Graph tells nothing, and nobody can knock.</summary>
    public static void MapWatching(this WebApplication app)
    {
        if (app.Services.GetRequiredService<GraphSettings>().NotificationAddress.Length == 0)
            return;
        foreach (var path in new[] { "/graph/changes", "/graph/lifecycle" })
            app.MapPost(path, (HttpContext context, NotificationEndpoint endpoint) => endpoint.HandleAsync(context));
    }
}

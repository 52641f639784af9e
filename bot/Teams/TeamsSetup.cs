using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Dialogs;
using VpBot.Teams.Incoming;
using VpBot.Teams.Outgoing;

namespace VpBot.Teams;

public static class TeamsSetup
{
    /// <summary>The Bot Connector protocol: what comes in, what may go out.</summary>
    public static WebApplicationBuilder AddTeams(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Teams").Get<TeamsSettings>() ?? new();
        var faults = TeamsSettingsRules.Faults(settings, builder.Environment.IsDevelopment()).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Teams", typeof(TeamsSettings), faults);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<ChannelAuthentication>().AddSingleton<Acceptance>().AddSingleton<MessagesEndpoint>();
        services.AddSingleton<SeenActivities>().AddSingleton<Turns>().AddSingleton<TaskFetch>().AddSingleton<CardAction>();
        services.AddSingleton<DialogDrawing>().AddSingleton<CardDialog>();
        services.AddSingleton(provider => new CatalogueBook(
            provider.GetRequiredService<RoomAddresses>().ShortLink,
            provider.GetRequiredService<Spoken>(),
            card => CatalogueLog.TooLarge(provider.GetRequiredService<ILogger<CatalogueBook>>(), card)));
        services.AddSingleton(provider => new AnnouncementBook(provider.GetRequiredService<RoomAddresses>().ShortLink, settings.AppId, provider.GetRequiredService<Spoken>())).AddSingleton<ComposeExtension>();
        services.AddSingleton<EmployerVisible>().AddSingleton<EmployerChat>().AddSingleton<AdvisorConversations>().AddSingleton<AdvisorChat>().AddSingleton<IEmployeeChat, EmployeeChat>();
        services.AddSingleton<IAdvisorChat>(provider => provider.GetRequiredService<AdvisorChat>()).AddSingleton<IAdvisorReach>(provider => provider.GetRequiredService<AdvisorChat>());
        services.AddSingleton<ICarrier, CatalogueCarrier>().AddSingleton<ICarrier, DeskReadyCarrier>().AddSingleton<IForgetful, SeenActivityForgetting>();
        AddConnector(services, settings);
        return builder;
    }

    public static WebApplication MapTeams(this WebApplication app)
    {
        app.MapGet("/employer-visible/{employer}", (string employer, EmployerDirectory directory, EmployerVisible list) =>
            directory.ByKey(employer) is { } known ? Results.Text(list.DocumentFor(known), "text/markdown; charset=utf-8") : Results.NotFound());
        app.MapGet("/employer-visible/{employer}/version", (string employer, EmployerDirectory directory, EmployerVisible list) =>
            directory.ByKey(employer) is { } known ? Results.Text(list.VersionFor(known), "text/plain; charset=utf-8") : Results.NotFound());
        app.MapPost("/api/messages", (HttpContext context, MessagesEndpoint endpoint) => endpoint.HandleAsync(context));
        return app;
    }

    private static void AddConnector(IServiceCollection services, TeamsSettings settings)
    {
        services.AddSingleton<TokenCredential>(new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.ManagedIdentityClientId)));
        services.AddSingleton(provider => new Pace(settings.MostInstances, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(Connector);
    }

    /// <summary>The gate stands first: what it stops never gets a token.</summary>
    private static BotConnector Connector(IServiceProvider provider)
    {
        var clock = provider.GetRequiredService<TimeProvider>();
        var token = new ConnectorToken(provider.GetRequiredService<TokenCredential>(), clock)
        {
            InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false, UseCookies = false },
        };
        var gate = new EmployerGate(provider.GetRequiredService<EmployerDirectory>(), provider.GetRequiredService<CatalogueBook>()) { InnerHandler = token };
        return new(new HttpClient(gate) { Timeout = Timeout.InfiniteTimeSpan }, token.IsThereAsync, provider.GetRequiredService<Pace>(), RetryPolicy.Build());
    }
}

using Microsoft.Extensions.Options;
using VpBot.Cards;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Handoffs;

public sealed class HandoffsSettings
{
    /// <summary>How long a handoff is tried before the employee is told that it could not be delivered.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);
}

public static class HandoffsSetup
{
    /// <summary>The advisor's side: delivery, answers, the desk.</summary>
    public static WebApplicationBuilder AddHandoffs(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Handoffs").Get<HandoffsSettings>() ?? new();
        if (settings.GiveUpAfter < TimeSpan.FromSeconds(1) || settings.GiveUpAfter > TimeSpan.FromDays(7))
            throw new OptionsValidationException("Handoffs", typeof(HandoffsSettings), ["Handoffs:GiveUpAfter must lie between one second and 7 days."]);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<HandoffActions>().AddSingleton<ICardActions>(services => services.GetRequiredService<HandoffActions>());
        builder.Services.AddSingleton<ICarrier, HandoffDelivery>().AddSingleton<ICarrier, HandoffEnding>();
        builder.Services.AddSingleton<ICarrier, ReminderDelivery>().AddHostedService<Reminders>().AddHostedService<Silence>();
        builder.Services.AddSingleton<IGoal, Desk>();
        return builder;
    }
}

using Microsoft.Extensions.Options;
using VpBot.Cards;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Handoffs;

public sealed class HandoffsSettings
{
    /// <summary>How long a handoff is tried before the employee is told that it could not be delivered.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often we look for requests that somebody should have answered by now.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(30);
}

public static class HandoffsSetup
{
    /// <summary>The advisor's side: delivery, answers, the desk.</summary>
    public static WebApplicationBuilder AddHandoffs(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Handoffs").Get<HandoffsSettings>() ?? new();
        var faults = Faults(settings).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Handoffs", typeof(HandoffsSettings), faults);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<HandoffActions>().AddSingleton<ICardActions>(services => services.GetRequiredService<HandoffActions>());
        builder.Services.AddSingleton<ICarrier, HandoffDelivery>().AddSingleton<ICarrier, HandoffEnding>();
        builder.Services.AddSingleton<ICarrier, ReminderDelivery>().AddHostedService<Reminders>().AddHostedService<Silence>();
        builder.Services.AddSingleton<IGoal, Desk>();
        return builder;
    }

    private static IEnumerable<string> Faults(HandoffsSettings settings)
    {
        if (settings.GiveUpAfter < TimeSpan.FromSeconds(1) || settings.GiveUpAfter > TimeSpan.FromDays(7))
            yield return "Handoffs:GiveUpAfter must lie between one second and 7 days.";
        if (settings.LookEvery < TimeSpan.FromSeconds(1) || settings.LookEvery > TimeSpan.FromMinutes(5))
            yield return "Handoffs:LookEvery must lie between one second and 5 minutes.";
    }
}

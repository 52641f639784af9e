using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

internal static class NudgesSetup
{
    /// <summary>The neutral nudge in Teams: off unless somebody asks for it.</summary>
    public static IServiceCollection AddNudges(this IServiceCollection services) => services
        .AddSingleton<NudgeBook>().AddSingleton<IBesideTalk>(provider => provider.GetRequiredService<NudgeBook>())
        .AddSingleton<IGoal, NudgeGoal>().AddSingleton<IRequestWay, NudgeWay>()
        .AddSingleton<ICarrier, NudgeDelivery>().AddSingleton<IForgetful, NudgesForgetting>()
        .AddHostedService<Nudging>();
}

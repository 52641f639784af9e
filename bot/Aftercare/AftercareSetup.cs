using VpBot.Aftercare.Nudges;
using VpBot.Appointments;
using VpBot.Conversation;

namespace VpBot.Aftercare;

public static class AftercareSetup
{
    /// <summary>Asking afterwards whether it was enough, and the neutral nudge for who asks for it.</summary>
    public static WebApplicationBuilder AddAftercare(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AftercareBook>();
        services.AddSingleton<IGoal, AftercareGoal>().AddSingleton<IGoal, DeskAftercare>();
        services.AddSingleton<IRequestWay, AftercareWay>().AddSingleton<IRequestWay, DeskAftercareWay>();
        services.AddNudges();
        return builder;
    }
}

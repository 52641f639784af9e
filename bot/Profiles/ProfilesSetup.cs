using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Profiles;

public static class ProfilesSetup
{
    /// <summary>What advisors set themselves at the desk: hours, absences and profile.</summary>
    public static WebApplicationBuilder AddProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OwnChoicesInForce>().AddSingleton<OwnChoicesBook>();
        builder.Services.AddSingleton<OwnChoicesFollowing>().AddSingleton<IOwnChoicesNow>(services => services.GetRequiredService<OwnChoicesFollowing>());
        builder.Services.AddHostedService(services => services.GetRequiredService<OwnChoicesFollowing>());
        builder.Services.AddSingleton<IForgetful, OwnChoicesForgetting>();
        builder.Services.AddSingleton<IGoal, Self>().AddSingleton<IWayIn, SelfWay>();
        return builder;
    }
}

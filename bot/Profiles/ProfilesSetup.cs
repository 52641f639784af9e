using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Profiles;

public static class ProfilesSetup
{
    /// <summary>What advisors set themselves at the desk: hours, absences and profile.</summary>
    public static WebApplicationBuilder AddProfiles(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OwnChoicesInForce>().AddSingleton<OwnChoicesBook>().AddHostedService<OwnChoicesFollowing>();
        builder.Services.AddSingleton<IForgetful, OwnChoicesForgetting>();
        builder.Services.AddSingleton<IGoal, Self>().AddSingleton<IWayIn, SelfWay>();
        return builder;
    }
}

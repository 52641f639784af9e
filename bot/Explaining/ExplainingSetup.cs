using VpBot.Conversation;
using VpBot.Explaining.Asking;

namespace VpBot.Explaining;

public static class ExplainingSetup
{
    public static WebApplicationBuilder AddExplaining(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IGoal, Explain>();
        builder.Services.AddSingleton<IGoal, Ask>();
        builder.Services.AddSingleton<IWayIn, AskWay>();
        return builder;
    }
}

using VpBot.Conversation;

namespace VpBot.Explaining;

public static class ExplainingSetup
{
    public static WebApplicationBuilder AddExplaining(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IGoal, Explain>();
        return builder;
    }
}

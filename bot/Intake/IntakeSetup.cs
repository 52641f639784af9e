using VpBot.Appointments;
using VpBot.Conversation;

namespace VpBot.Intake;

public static class IntakeSetup
{
    /// <summary>The way to a talk.</summary>
    public static WebApplicationBuilder AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IGoal, Talk>().AddSingleton<IGoal, AccusedTalk>().AddSingleton<ITalkAgain, TalkAgain>();
        return builder;
    }
}

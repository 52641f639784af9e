using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

public static class SoundingBoardSetup
{
    /// <summary>Advisors ask a colleague to think along, without names.</summary>
    public static WebApplicationBuilder AddSoundingBoard(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QuestionBook>().AddSingleton<Identities>();
        builder.Services.AddSingleton<IGoal, DeskSparring>().AddSingleton<IGoal, AskColleague>().AddSingleton<IWayIn, DeskSparringWay>();
        builder.Services.AddSingleton<ICarrier, ColleagueCalling>().AddSingleton<IForgetful, SoundingBoardForgetting>();
        return builder;
    }
}

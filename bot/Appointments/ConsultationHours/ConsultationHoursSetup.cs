using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

internal static class ConsultationHoursSetup
{
    /// <summary>Fixed consultation hours: the line in the room, and the same line at the advisor's desk.</summary>
    public static WebApplicationBuilder AddConsultationHours(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ConsultationBook>();
        builder.Services.AddSingleton<IGoal, JoinConsultation>().AddSingleton<IGoal, DeskHour>().AddSingleton<IWayIn, DeskHourWay>();
        builder.Services.AddSingleton<IForgetful, ConsultationForgetting>();
        return builder;
    }
}

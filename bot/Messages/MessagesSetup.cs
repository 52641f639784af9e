using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Storage;

namespace VpBot.Messages;

public static class MessagesSetup
{
    /// <summary>Short messages between an employee and their advisor, in the room and at the desk.</summary>
    public static WebApplicationBuilder AddMessages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<MessageBook>().AddSingleton<IBesideTalk>(provider => provider.GetRequiredService<MessageBook>());
        services.AddSingleton<IGoal, EmployeeMessages>().AddSingleton<IGoal, AdvisorMessages>();
        services.AddSingleton<IRequestWay>(provider => new MessageWay(provider.GetRequiredService<MessageBook>(), Writer.Employee));
        services.AddSingleton<IRequestWay>(provider => new MessageWay(provider.GetRequiredService<MessageBook>(), Writer.Advisor));
        services.AddSingleton<IWayIn, NewMessagesWay>();
        services.AddSingleton<ICarrier, MessageCalling>().AddSingleton<IForgetful, MessagesForgetting>();
        return builder;
    }
}

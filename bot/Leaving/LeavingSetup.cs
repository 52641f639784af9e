using VpBot.Storage;

namespace VpBot.Leaving;

public static class LeavingSetup
{
    /// <summary>What happens to what is left when an employer goes, or an advisor of one.</summary>
    public static WebApplicationBuilder AddLeaving(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IForgetful, EmployerForgetting>().AddSingleton<ICarrier, LeavingCalling>();
        builder.Services.AddSingleton<WithoutAdvisor>().AddHostedService(services => services.GetRequiredService<WithoutAdvisor>());
        return builder;
    }
}

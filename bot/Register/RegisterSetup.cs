using Microsoft.Extensions.Options;
using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Register.Closing;
using VpBot.Register.Yearly;
using VpBot.Storage;

namespace VpBot.Register;

public static class RegisterSetup
{
    /// <summary>Closing, counts that name nobody, and the yearly report.</summary>
    public static WebApplicationBuilder AddRegister(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Register").Get<RegisterSettings>() ?? new();
        var faults = Faults(settings).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Register", typeof(RegisterSettings), faults);
        builder.Services.AddSingleton(settings).AddSingleton<YearBook>().AddSingleton<Reports>();
        builder.Services.AddSingleton<IGoal, Close>().AddSingleton<IRequestWay, ClosingWay>();
        builder.Services.AddSingleton<IGoal, ReportDesk>().AddSingleton<IWayIn, ReportWay>();
        builder.Services.AddSingleton<IForgetful, RegisterForgetting>();
        return builder;
    }

    private static IEnumerable<string> Faults(RegisterSettings settings)
    {
        if (settings.SmallestEmployer < 10)
            yield return "Register:SmallestEmployer must be 10 or more: among fewer people figures point at somebody.";
        if (settings.ReportsKept < TimeSpan.FromDays(30) || settings.ReportsKept > TimeSpan.FromDays(3653))
            yield return "Register:ReportsKept must lie between 30 and 3653 days.";
    }
}

using Microsoft.Extensions.Options;

namespace VpBot.Employers;

public static class EmployersSetup
{
    /// <summary>Who is served. A fault in the settings stops the start, with one sentence for each.</summary>
    public static WebApplicationBuilder AddEmployers(this WebApplicationBuilder builder)
    {
        var provider = Bind<ProviderSettings>(builder.Configuration, "Provider");
        var employers = Bind<Dictionary<string, EmployerSettings>>(builder.Configuration, "Employers");
        var reading = new EmployerReading(provider, employers);
        var directory = reading.Read()
            ?? throw new OptionsValidationException("Employers", typeof(EmployerSettings), reading.Faults);
        builder.Services.AddSingleton(directory);
        return builder;
    }

    /// <summary>A word where a number, a date or a name of a list should stand.</summary>
    private static T Bind<T>(IConfiguration configuration, string section) where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new();
        }
        catch (InvalidOperationException fault)
        {
            throw new OptionsValidationException(section, typeof(T), [$"{fault.Message} Compare it with appsettings.template.json."]);
        }
    }
}

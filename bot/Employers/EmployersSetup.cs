using Microsoft.Extensions.Options;

namespace VpBot.Employers;

public static class EmployersSetup
{
    /// <summary>Who is served. A fault in the settings stops the start, with one sentence for each.</summary>
    public static WebApplicationBuilder AddEmployers(this WebApplicationBuilder builder)
    {
        var provider = builder.Configuration.GetSection("Provider").Get<ProviderSettings>() ?? new();
        var employers = builder.Configuration.GetSection("Employers").Get<Dictionary<string, EmployerSettings>>() ?? [];
        var reading = new EmployerReading(provider, employers);
        var directory = reading.Read()
            ?? throw new OptionsValidationException("Employers", typeof(EmployerSettings), reading.Faults);
        builder.Services.AddSingleton(directory);
        return builder;
    }
}

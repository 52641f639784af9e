using Microsoft.Extensions.Options;
using VpBot.Employers.Files;

namespace VpBot.Employers;

public static class EmployersSetup
{
    /// <summary>Who is served. A fault in the settings stops the start, with one sentence for each.</summary>
    public static WebApplicationBuilder AddEmployers(this WebApplicationBuilder builder)
    {
        var provider = Bind<ProviderSettings>(builder.Configuration, "Provider");
        var employers = Bind<Dictionary<string, EmployerSettings>>(builder.Configuration, "Employers");
        var folder = Bind<EmployerFolderSettings>(builder.Configuration, "EmployerFolder");
        var sources = new EmployerSources(provider, employers, folder);
        var reading = sources.Read(sources.ReadFiles());
        var directory = reading.Read();
        if (folder.Faults().Concat(reading.Faults).ToList() is { Count: > 0 } faults)
            throw new OptionsValidationException("Employers", typeof(EmployerSettings), faults);
        builder.Services.AddSingleton(directory!).AddSingleton(folder).AddSingleton(sources);
        builder.Services.AddSingleton<EmployerFollowing>().AddHostedService(services => services.GetRequiredService<EmployerFollowing>());
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

using Microsoft.Extensions.Options;

namespace VpBot.Language;

public static class LanguageSetup
{
    /// <summary>Which languages are spoken. A fault in the settings, or in a text of the provider, stops the start.</summary>
    public static WebApplicationBuilder AddLanguage(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Language").Get<LanguageSettings>() ?? new();
        var reading = new LanguageReading(settings, builder.Environment.ContentRootPath);
        var spoken = reading.Read();
        if (reading.Faults.Count > 0)
            throw new OptionsValidationException("Language", typeof(LanguageSettings), reading.Faults);
        builder.Services.AddSingleton(spoken).AddSingleton(settings);
        builder.Services.AddSingleton<OwnTextsFollowing>().AddHostedService(services => services.GetRequiredService<OwnTextsFollowing>());
        return builder;
    }
}

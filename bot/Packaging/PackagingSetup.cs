using Microsoft.Extensions.Options;

namespace VpBot.Packaging;

public sealed class PackageSettings
{
    /// <summary>The provider's own pages, which Teams shows beside the app: who it is, its privacy statement, its terms.</summary>
    public string Website { get; set; } = "";

    public string Privacy { get; set; } = "";

    public string Terms { get; set; } = "";
}

public static class PackagingSetup
{
    /// <summary>The app package that an employer's administrator uploads to Teams.</summary>
    public static WebApplicationBuilder AddPackaging(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Package").Get<PackageSettings>() ?? new();
        var faults = Faults(settings).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Package", typeof(PackageSettings), faults);
        builder.Services.AddSingleton(settings).AddSingleton<AppManifest>().AddSingleton<AppPackage>();
        return builder;
    }

    private static IEnumerable<string> Faults(PackageSettings settings)
    {
        foreach (var (name, address) in new[] { ("Website", settings.Website), ("Privacy", settings.Privacy), ("Terms", settings.Terms) })
            if (!Uri.TryCreate(address, UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps || page.UserInfo.Length > 0)
                yield return $"Package:{name} must be the https address of a page of the provider. Teams shows it beside the app.";
    }
}

using System.Data.Common;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using VpBot.Packaging;
using VpBot.Storage.Direct;
using VpBot.Teams.Catalogue;

namespace VpBot.Running;

public sealed class RunningSettings
{
    /// <summary>
    /// How many proxies of the operator's own stand before the program. It decides whose address slows down guessing: with too
    /// few everybody shares one door, with too many a guesser can choose a new one.
    /// </summary>
    public int TrustedProxies { get; set; }

    /// <summary>
    /// How long the service goes on after it was asked to stop, with its readiness already red: until whoever leads people here has
    /// noticed. Zero where one instance stands alone.
    /// </summary>
    public TimeSpan DrainFor { get; set; }

    /// <summary>The collector that gets our counts over OTLP, such as https://collector.example:4318; empty sends nothing anywhere.</summary>
    public string OtlpEndpoint { get; set; } = "";
}

public static class RunningSetup
{
    private static readonly Statement Connects = new("SELECT 1");

    // Settings count from the start on. Watching for others would wake the program at every write beside them, such as the database's.
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>
    /// A command that only prints needs no operator's settings: without any, it takes the template.
    /// </summary>
    public static WebApplicationBuilder Create(string[] args)
    {
        if (!EmployerVisibleCommand.IsAsked(args) && !PackageCommand.IsAsked(args))
            return WebApplication.CreateBuilder([ReadOnce, .. args]);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Environments.Development });
        if (string.IsNullOrEmpty(builder.Configuration["VPBOT_SETTINGS"]))
            builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.template.json"), optional: false, reloadOnChange: false);
        return builder;
    }

    /// <summary>Where the settings come from, and what the log may say: nothing of a request, of a statement or of an exception's text.</summary>
    public static WebApplicationBuilder AddRunning(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["VPBOT_SETTINGS"] is { Length: > 0 } path)
        {
            foreach (var file in path.Split(';', StringSplitOptions.RemoveEmptyEntries))
                builder.Configuration.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
            builder.Configuration.AddEnvironmentVariables();
        }

        SettingsFileSource.TakeOver(builder.Configuration);

        var settings = builder.Configuration.GetSection("Running").Get<RunningSettings>() ?? new();
        var faults = Faults(settings, builder.Environment.IsDevelopment()).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Running", typeof(RunningSettings), faults);
        builder.Services.AddSingleton(settings).AddTelemetry(settings);
        builder.Services.AddHostedService<Draining>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.DrainFor + Draining.TimeToFinish);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Patience.Set(kestrel.Limits);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        // The framework logs paths, statements and exception texts. Ours is an allow-list of generated messages, and no setting
        // can widen it: rules from the configuration are taken out.
        builder.Services.PostConfigure<LoggerFilterOptions>(options =>
        {
            options.Rules.Clear();
            options.MinLevel = LogLevel.Information;
            options.Rules.Add(new LoggerFilterRule(null, null, null, (_, category, level) => level >= LogLevel.Information
                && (category?.StartsWith("VpBot.", StringComparison.Ordinal) == true || category == "Microsoft.Hosting.Lifetime")));
        });
        return builder;
    }

    public static WebApplication MapRunning(this WebApplication app)
    {
        if (app.Services.GetRequiredService<RunningSettings>().TrustedProxies is > 0 and var proxies)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = proxies };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }

        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (IEngine engine, IHostApplicationLifetime lifetime, CancellationToken stopping) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                return Results.Text("stopping", statusCode: 503);
            try
            {
                await engine.ReadAsync(Connects, static _ => true, stopping);
                return Results.Text("ready");
            }
            catch (DbException)
            {
                return Results.Text("not ready", statusCode: 503);
            }
        });
        return app;
    }

    private static IEnumerable<string> Faults(RunningSettings settings, bool development)
    {
        if (settings.TrustedProxies is < 0 or > 5)
            yield return "Running:TrustedProxies must lie between 0 and 5: how many proxies of your own stand before the program.";
        if (settings.DrainFor < TimeSpan.Zero || settings.DrainFor > TimeSpan.FromMinutes(1))
            yield return "Running:DrainFor must lie between zero and a minute, and be shorter than the platform's own patience.";
        if (settings.OtlpEndpoint.Length > 0 && Telemetry.WhyNot(settings.OtlpEndpoint, development) is { } why)
            yield return why;
    }
}

/// <summary>What stops a start: one sentence for each setting that must change.</summary>
public static class StartFaults
{
    public static async Task PrintAsync(TextWriter output, OptionsValidationException faults)
    {
        await output.WriteLineAsync("VpBot does not start. Change these settings:");
        foreach (var fault in faults.Failures)
            await output.WriteLineAsync($"- {fault}");
    }
}

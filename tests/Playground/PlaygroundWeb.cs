using System.Net;
using Microsoft.Extensions.FileProviders;

namespace VpBot.Playground;

/// <summary>The Playground's own web server: on loopback, and for requests that name 127.0.0.1 only.</summary>
internal static class PlaygroundWeb
{
    public static WebApplication Build(PlaygroundServer playground, int port)
    {
        // Empty: what is set for the test run or the machine must not change where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = Repository.Page, WebRootPath = Repository.Page });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRouting();
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["127.0.0.1"]);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = Wire.Json.Encoder);
        // Requests that never get an answer are part of the game; they must not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseHostFiltering();
        app.UsePageHeaders();
        var files = new PhysicalFileProvider(Repository.Page);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        app.MapOpenIdMetadata(playground.Tokens, () => playground.Address);
        app.MapGet(ManagedIdentity.Path, (HttpRequest request) => playground.Identity.Answer(request));
        app.Map(BotConnector.Path + "v3/conversations/{**rest}", (HttpContext context, string? rest) => playground.Connector.ServeAsync(context, rest ?? ""));
        app.Map(EmulatedGraph.Path + "{**rest}", (HttpContext context, string? rest) => playground.Graph.ServeAsync(context, rest ?? ""));
        app.MapPost(Collector.Path + "/{**rest}", (HttpContext context) => playground.Collector.ServeAsync(context));
        app.MapPage(playground);
        return app;
    }
}

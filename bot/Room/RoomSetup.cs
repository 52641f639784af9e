using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using VpBot.Conversation;
using VpBot.Room.Pages;
using VpBot.Storage;

namespace VpBot.Room;

public static class RoomSetup
{
    /// <summary>Tickets, sessions and pages.</summary>
    public static WebApplicationBuilder AddRoom(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Room").Get<RoomSettings>() ?? new();
        var faults = Faults(settings, builder.Environment.IsDevelopment()).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException("Room", typeof(RoomSettings), faults);
        builder.Services.AddSingleton(settings).AddSingleton<RoomAddresses>().AddSingleton<Tickets>().AddSingleton<Sessions>().AddSingleton<RoomLimits>().AddSingleton<RoomTurns>().AddSingleton<CardDoor>().AddSingleton<RoomEndpoint>();
        builder.Services.AddSingleton<IGoal, Hall>();
        builder.Services.AddSingleton<IForgetful, RoomForgetting>();
        // A slow phone gets a page in a third of the bytes. Guessing a secret by the length of compressed pages needs words of a
        // stranger beside it; whatever stands on a page with a secret was sent with that page's own session token.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
            options.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return builder;
    }

    public static WebApplication MapRoom(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UsePageHeaders(app.Services.GetRequiredService<RoomSettings>());
        RoomAssets.Map(app);
        app.MapGet("/room", (HttpContext context, RoomEndpoint room) => room.Entrance(context));
        // Asked for once: a turn needs no services of its own.
        var turns = app.Services.GetRequiredService<RoomEndpoint>();
        app.MapPost("/room", async (HttpContext context) => await (await turns.HandleAsync(context)).ExecuteAsync(context));
        app.MapGet("/open/{employer}", (HttpContext context, RoomEndpoint room, string employer) => room.Door(context, employer));
        app.MapGet("/closed", RoomEndpoint.Closed);
        app.MapGet("/", RoomEndpoint.Closed);
        return app;
    }

    private static IEnumerable<string> Faults(RoomSettings settings, bool development)
    {
        if (!Uri.TryCreate(settings.Address, UriKind.Absolute, out var address) || address.PathAndQuery != "/")
            yield return "Room:Address must be the room's own address without a path, such as https://spreekkamer.example.";
        else if (address.Scheme != Uri.UriSchemeHttps && !(development && address.IsLoopback))
            yield return "Room:Address must begin with https. Plain HTTP is for Development on loopback.";
        if (settings.FrameAncestors.Count == 0)
            yield return "Room:FrameAncestors is empty. Name Teams' own addresses, so that nobody else can show the room in a frame.";
        foreach (var host in settings.FrameAncestors.Where(host => host.Contains(' ') || host.Contains(';') || host == "*"))
            yield return $"Room:FrameAncestors names \"{host}\". Write one address per entry, never a star alone.";
        if (settings.TicketLifetime < TimeSpan.FromSeconds(10) || settings.TicketLifetime > TimeSpan.FromMinutes(2))
            yield return "Room:TicketLifetime must lie between ten seconds and two minutes.";
        if (settings.SessionIdle < TimeSpan.FromMinutes(5) || settings.SessionIdle > TimeSpan.FromHours(2))
            yield return "Room:SessionIdle must lie between 5 minutes and 2 hours.";
    }
}

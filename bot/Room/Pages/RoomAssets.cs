using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace VpBot.Room.Pages;

/// <summary>The stylesheet and the script of the room, built into the program. They are the same for everybody and hold no words.</summary>
public static class RoomAssets
{
    public static Asset Stylesheet { get; } = Asset.Read("room.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = Asset.Read("room.js", "text/javascript; charset=utf-8");

    public static WebApplication Map(WebApplication app) => Map(app, Stylesheet, Script);

    public static WebApplication Map(WebApplication app, params ReadOnlySpan<Asset> assets)
    {
        foreach (var asset in assets)
            app.MapGet(asset.Path, (HttpContext context) => Serve(asset, context));
        return app;
    }

    private static IResult Serve(Asset asset, HttpContext context)
    {
        // Only the address with the hash of this content may be kept for long; another release has another address.
        var current = context.Request.Query["v"] == asset.Version;
        context.Response.Headers.CacheControl = current ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }
}

/// <param name="Version">A hash of the content, in the address and as the entity tag.</param>
public sealed record Asset(string Path, string ContentType, byte[] Bytes, string Version)
{
    public string Address { get; } = $"{Path}?v={Version}";

    internal static Asset Read(string name, string contentType, string folder = "Room")
    {
        using var stream = typeof(RoomAssets).Assembly.GetManifestResourceStream($"VpBot.{folder}.Assets.{name}")
            ?? throw new InvalidOperationException($"The file {name} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new($"/assets/{name}", contentType, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }
}

namespace VpBot.Playground;

/// <summary>One export as it came: what an operator's collector would keep of it.</summary>
public sealed record Export(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>The operator's OTLP collector: it keeps the raw bytes of whatever the bot exports, and answers that it has them.</summary>
public sealed class Collector
{
    public const string Path = "/otlp";

    private readonly Lock gate = new();
    private readonly List<Export> received = [];

    /// <summary>Every export, oldest first.</summary>
    public IReadOnlyList<Export> Received
    {
        get { lock (gate) return [.. received]; }
    }

    internal async Task ServeAsync(HttpContext context)
    {
        var body = await RequestLog.BodyAsync(context.Request);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        lock (gate) received.Add(new(context.Request.Path + context.Request.QueryString, headers, body));
        // An empty body is an empty Protobuf message: everything was accepted.
        context.Response.ContentType = "application/x-protobuf";
    }
}

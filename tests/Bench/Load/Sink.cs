using System.Collections.Concurrent;

namespace VpBot.Bench.Load;

/// <summary>The other end of what the bot sends: a Bot Connector that counts. It lives beside the driver, on the other core.</summary>
public sealed class Sink : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"1"}"""u8.ToArray();
    private readonly WebApplication web;
    private readonly ConcurrentDictionary<string, int> conversations = new();
    private int received;

    private Sink(WebApplication web) => this.web = web;

    /// <summary>What activities carry as <c>serviceUrl</c>.</summary>
    public string ServiceUrl => web.Urls.First() + "/";

    public int Received => Volatile.Read(ref received);

    /// <summary>The body that came last.</summary>
    public byte[] Last { get; private set; } = [];

    public int Conversations => conversations.Count;

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new Sink(builder.Build());
        sink.web.MapPost("/v3/conversations/{id}/activities", (Func<HttpContext, string, Task>)sink.ReceiveAsync);
        await sink.web.StartAsync();
        return sink;
    }

    public void Clear()
    {
        conversations.Clear();
        Volatile.Write(ref received, 0);
    }

    public async Task UntilAsync(int count, int seconds = 60)
    {
        for (var since = TimeProvider.System.GetTimestamp(); Received < count; await Task.Delay(2))
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{Received} of {count} messages came.");
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, string id)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Last = body.ToArray();
        conversations.AddOrUpdate(id, 1, (_, before) => before + 1);
        Interlocked.Increment(ref received);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Answer);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;

namespace VpBot.Bench.Load;

/// <summary>The other end of what the bot sends: a Bot Connector that counts. It lives beside the driver, on the other core.</summary>
public sealed class Sink : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"1"}"""u8.ToArray();
    private readonly WebApplication web;
    private readonly ConcurrentDictionary<string, int> conversations = new();
    private readonly ConcurrentQueue<Handoff> handoffs = new();
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
        // The Bot Framework SDK answers a line as a reply to it.
        sink.web.MapPost("/v3/conversations/{id}/activities/{reply}", (Func<HttpContext, string, Task>)sink.ReceiveAsync);
        await sink.web.StartAsync();
        return sink;
    }

    public void Clear()
    {
        conversations.Clear();
        handoffs.Clear();
        Volatile.Write(ref received, 0);
    }

    public async Task UntilAsync(int count, int seconds = 60)
    {
        for (var since = TimeProvider.System.GetTimestamp(); Received < count; await Task.Delay(2))
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{Received} of {count} messages came.");
    }

    /// <summary>Requests that reached an advisor's chat since <see cref="Clear"/>, once there are so many.</summary>
    public async Task<IReadOnlyList<Handoff>> HandoffsAsync(int count, int seconds = 120)
    {
        for (var since = TimeProvider.System.GetTimestamp(); handoffs.Count < count; await Task.Delay(2))
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{handoffs.Count} of {count} handoffs came.");
        return [.. handoffs];
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, string id)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Last = body.ToArray();
        if (Last.AsSpan().IndexOf("handoff.accept"u8) >= 0)
            handoffs.Enqueue(Handoff.Read(id, body.ToArray()));
        conversations.AddOrUpdate(id, 1, (_, before) => before + 1);
        Interlocked.Increment(ref received);
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Answer);
    }
}

/// <summary>A request as it stands in an advisor's chat.</summary>
public sealed record Handoff(int Advisor, string Appointment, string Round)
{
    /// <param name="conversation">As in <see cref="Town.AdvisorComes"/>.</param>
    public static Handoff Read(string conversation, byte[] activity)
    {
        using var json = JsonDocument.Parse(activity);
        var data = json.RootElement.GetProperty("attachments")[0].GetProperty("content").GetProperty("refresh").GetProperty("action").GetProperty("data");
        var advisor = Town.AdvisorOf(Uri.UnescapeDataString(conversation));
        return new(advisor, data.GetProperty("appointment").GetString()!, data.GetProperty("round").GetString()!);
    }
}

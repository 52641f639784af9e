using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VpBot.Tests.Appointments.Calendars.Graph;

/// <summary>A request as it came over the wire.</summary>
internal sealed record GraphSeen(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>What the server says. A null body is no body at all.</summary>
internal sealed record GraphSays(int Status, string? Body = null, string Type = "application/json", string? RetryAfter = null, string? Location = null);

/// <summary>A real HTTP server on loopback that keeps every request and says what the test tells it to.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _web;
    private int _underWay;

    private FakeGraph(WebApplication web) => _web = web;

    public Uri Address => new($"{_web.Urls.First()}/v1.0");

    public ConcurrentQueue<GraphSeen> Seen { get; } = [];

    /// <summary>How many requests were under way at once, at most.</summary>
    public int Most { get; private set; }

    public Func<GraphSeen, Task<GraphSays>> Answer { get; set; } = _ => Task.FromResult(new GraphSays(500));

    public void Says(params GraphSays[] answers)
    {
        var queue = new ConcurrentQueue<GraphSays>(answers);
        Answer = _ => Task.FromResult(queue.TryDequeue(out var next) ? next : answers[^1]);
    }

    public void Says(int status, string? body = null) => Says(new GraphSays(status, body));

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var graph = new FakeGraph(web);
        web.Run(graph.HandleAsync);
        await web.StartAsync();
        return graph;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var seen = new GraphSeen(
            context.Request.Method,
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()),
            await reader.ReadToEndAsync());
        Seen.Enqueue(seen);
        lock (Seen)
            Most = Math.Max(Most, ++_underWay);
        try
        {
            var says = await Answer(seen);
            context.Response.StatusCode = says.Status;
            if (says.RetryAfter is { } after)
                context.Response.Headers.RetryAfter = after;
            if (says.Location is { } location)
                context.Response.Headers.Location = location;
            if (says.Body is null)
                return;
            context.Response.ContentType = says.Type;
            await context.Response.WriteAsync(says.Body);
        }
        finally
        {
            lock (Seen)
                _underWay--;
        }
    }
}

internal static class GraphJson
{
    /// <summary>Exactly these members with these values, in any order.</summary>
    public static void AssertIs(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}

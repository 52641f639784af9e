using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>The Bot Connector REST API as Teams serves it, with a record of everything that the bot sent.</summary>
public sealed class BotConnector
{
    public const string Path = "/teams/";

    private readonly ConnectorStore store;
    private readonly ManagedIdentity identity;
    private readonly Changes changes;
    private readonly RequestLog log;
    private readonly Fate fate;

    internal BotConnector(ConnectorStore store, ConnectorFaults faults, ManagedIdentity identity, Changes changes, TimeProvider time)
    {
        (this.store, Faults, this.identity, this.changes) = (store, faults, identity, changes);
        (log, fate) = (new(changes, time), new(changes, time));
    }

    public ConnectorFaults Faults { get; }

    /// <summary>Every request, also the refused and the unanswered ones, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Received => log.All;

    /// <summary>Waits until a request that fits came, whatever became of it.</summary>
    public Task<ReceivedRequest> ReceivedAsync(string what, Func<ReceivedRequest, bool> fits, TimeSpan? within = null) => log.WaitAsync(what, fits, within);

    internal void Clear() => log.Clear();

    internal async Task ServeAsync(HttpContext context, string rest)
    {
        var (http, path, body) = (context.Request, rest.Split('/', StringSplitOptions.RemoveEmptyEntries), await RequestLog.BodyAsync(context.Request));
        var json = Wire.Parse(System.Text.Encoding.UTF8.GetString(body)) as JsonObject;
        var request = log.Add(http, body, store.About(path, json));
        try
        {
            if (await identity.WhyRefusedAsync(http.Headers.Authorization, ManagedIdentity.ConnectorAudience) is { } why)
                await WriteAsync(context, request, ConnectorAnswer.Unauthorized(why));
            else
                await fate.RunAsync(context, request, Faults.Decide(request), () =>
                {
                    var answer = store.Do(request.Method, path, json);
                    return Task.FromResult(new Outcome(answer.Status, () => WriteAsync(context, request, answer)));
                }, told => WriteAsync(context, request, ConnectorAnswer.Error(told.Code, "ServiceError", "A fault of the Playground."), told.RetryAfter));
        }
        finally
        {
            changes.Announce();
        }
    }

    private static async Task WriteAsync(HttpContext context, ReceivedRequest request, ConnectorAnswer answer, TimeSpan? retryAfter = null)
    {
        context.Response.StatusCode = answer.Status;
        if (retryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        request.Status = answer.Status;
        if (answer.Body is { } body) await context.Response.WriteAsJsonAsync(body, Wire.Json);
    }
}

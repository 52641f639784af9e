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
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly List<ReceivedRequest> received = [];

    internal BotConnector(ConnectorStore store, ConnectorFaults faults, ManagedIdentity identity, Changes changes, TimeProvider time) =>
        (this.store, Faults, this.identity, this.changes, this.time) = (store, faults, identity, changes, time);

    public ConnectorFaults Faults { get; }

    /// <summary>Every request, also the refused and the unanswered ones, oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Received
    {
        get { lock (gate) return [.. received]; }
    }

    /// <summary>Waits until a request that fits came, whatever became of it.</summary>
    public Task<ReceivedRequest> ReceivedAsync(string what, Func<ReceivedRequest, bool> fits, TimeSpan? within = null) =>
        changes.UntilAsync(what, () => Received.LastOrDefault(fits), within);

    internal void Clear()
    {
        lock (gate) received.Clear();
    }

    internal async Task ServeAsync(HttpContext context, string rest)
    {
        var (http, path) = (context.Request, rest.Split('/', StringSplitOptions.RemoveEmptyEntries));
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body);
        var json = Wire.Parse(System.Text.Encoding.UTF8.GetString(body.ToArray())) as JsonObject;
        var request = Record(http, body.ToArray(), store.About(path, json));
        try
        {
            if (await identity.WhyRefusedAsync(http.Headers.Authorization) is { } why)
                await WriteAsync(context, request, ConnectorAnswer.Unauthorized(why));
            else
                await FareAsync(context, request, Faults.Decide(request), () => store.Do(request.Method, path, json));
        }
        finally
        {
            changes.Announce();
        }
    }

    private ReceivedRequest Record(HttpRequest http, byte[] body, Person? person)
    {
        var headers = http.Headers.Where(header => header.Key != "Authorization")
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (gate)
        {
            var request = new ReceivedRequest(received.Count + 1, time.GetUtcNow(), http.Method, http.Path + http.QueryString, headers, body, person);
            received.Add(request);
            return request;
        }
    }

    private async Task FareAsync(HttpContext context, ReceivedRequest request, FaultDecision decision, Func<ConnectorAnswer> act)
    {
        if (decision.BeforeStoring is { } before) await before();
        var usual = decision.Store ? act() : ConnectorAnswer.Done;
        request.Stored = decision.Store && usual.Status < 300;
        changes.Announce();
        if (decision.AfterStoring is { } after) await after();
        if (!await PassedAsync(decision.Answer is FaultAnswer.Never ? Timeout.InfiniteTimeSpan : decision.Delay, context.RequestAborted)) return;
        if (decision.Answer is FaultAnswer.Abort)
            context.Abort();
        else if (decision.Answer is FaultAnswer.Status(var code, var retryAfter))
            await WriteAsync(context, request, ConnectorAnswer.Error(code, "ServiceError", "A fault of the Playground."), retryAfter);
        else
            await WriteAsync(context, request, usual);
    }

    private async Task<bool> PassedAsync(TimeSpan delay, CancellationToken goneAway)
    {
        try
        {
            await Task.Delay(delay, time, goneAway);
            return true;
        }
        catch (TaskCanceledException)
        {
            return false;
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

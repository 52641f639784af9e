using System.Text;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>Posts to the addresses that the bot gave Graph, one after another, and only on this machine.</summary>
internal sealed class Notifier(Func<HttpClient?> bot, Changes changes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient own = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Lock gate = new();
    private readonly List<SentNotification> sent = [];
    private Task line = Task.CompletedTask;

    public IReadOnlyList<SentNotification> Sent
    {
        get { lock (gate) return [.. sent]; }
    }

    /// <summary>Ends when all that was to be posted so far has been.</summary>
    public Task Settled
    {
        get { lock (gate) return line; }
    }

    /// <summary>Null when the address echoes the token as plain text in time.</summary>
    public async Task<string?> WhyNotValidAsync(string url)
    {
        if (!IsHere(url)) return "The address is not on this machine, and the Playground calls nowhere else.";
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {time.GetTimestamp():x}+/=";
        var (status, type, text) = await PostAsync($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}validationToken={Uri.EscapeDataString(token)}", "", "text/plain");
        if (status != 200) return $"Notification endpoint must respond with 200 OK to validation request; it was {status}. {(status == 0 ? text : "")}".TrimEnd();
        return type == "text/plain" && text == token ? null : "The notification endpoint did not return the validation token as text/plain.";
    }

    public void Enqueue(string url, JsonObject notification, bool lost)
    {
        var body = new JsonObject { ["value"] = new JsonArray(notification) };
        lock (gate) line = SendAfterAsync(line, url, body, lost);
    }

    public void Clear()
    {
        lock (gate) sent.Clear();
    }

    public void Dispose() => own.Dispose();

    private async Task SendAfterAsync(Task earlier, string url, JsonObject body, bool lost)
    {
        await Task.Yield();
        await earlier;
        int? status = lost ? null : (await PostAsync(url, body.Text(), "application/json")).Status;
        lock (gate) sent.Add(new(time.GetUtcNow(), url, body, status));
        changes.Announce();
    }

    private async Task<(int Status, string? Type, string Text)> PostAsync(string url, string body, string type)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            using var answer = await (bot() ?? own).PostAsync(url, content, patience.Token);
            return ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return (0, null, fault is OperationCanceledException ? "No answer within ten seconds." : fault.Message);
        }
    }

    private static bool IsHere(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme is "http" or "https";
}

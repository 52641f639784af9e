using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>An activity that was posted to the bot, with the answer.</summary>
public sealed record SentActivity(JsonNode? Activity, BotAnswer Answer);

/// <summary>The line from the emulated Teams to the bot's <c>/api/messages</c>.</summary>
internal sealed class BotLine(TimeProvider time) : IDisposable
{
    // Teams gives up on a bot after fifteen seconds.
    private readonly HttpClient own = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly Lock gate = new();
    private readonly List<SentActivity> sent = [];

    /// <summary>Null until a bot is started or connected.</summary>
    public HttpClient? Client { get; private set; }

    public IReadOnlyList<SentActivity> Sent
    {
        get { lock (gate) return [.. sent]; }
    }

    public void Connect(HttpClient client) => Client = client;

    public void Connect(Uri address)
    {
        own.BaseAddress ??= address;
        Client = own;
    }

    public async Task<BotAnswer> PostAsync(string json, string? token)
    {
        var client = Client ?? throw new InvalidOperationException("No bot is connected: start one (StartBot) or call ConnectBot first.");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var start = time.GetTimestamp();
        var (status, body) = await SendAsync(client, request);
        var answer = new BotAnswer(status, body, time.GetElapsedTime(start));
        lock (gate) sent.Add(new(Wire.Parse(json), answer));
        return answer;
    }

    public void Clear()
    {
        lock (gate) sent.Clear();
    }

    public void Dispose() => own.Dispose();

    private static async Task<(int Status, string Body)> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        try
        {
            using var response = await client.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return (0, fault is TaskCanceledException ? "The bot did not answer within 15 seconds." : fault.Message);
        }
    }
}

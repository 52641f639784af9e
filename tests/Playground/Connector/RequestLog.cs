namespace VpBot.Playground;

/// <summary>Every request of the bot to one emulated service, oldest first.</summary>
internal sealed class RequestLog(Changes changes, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<ReceivedRequest> received = [];

    public IReadOnlyList<ReceivedRequest> All
    {
        get { lock (gate) return [.. received]; }
    }

    public ReceivedRequest Add(HttpRequest http, byte[] body, Person? about)
    {
        var headers = http.Headers.Where(header => header.Key != "Authorization")
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (gate)
        {
            var request = new ReceivedRequest(received.Count + 1, time.GetUtcNow(), http.Method, http.Path + http.QueryString, headers, body, about);
            received.Add(request);
            return request;
        }
    }

    public Task<ReceivedRequest> WaitAsync(string what, Func<ReceivedRequest, bool> fits, TimeSpan? within) =>
        changes.UntilAsync(what, () => All.LastOrDefault(fits), within);

    public void Clear()
    {
        lock (gate) received.Clear();
    }

    public static async Task<byte[]> BodyAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body);
        return body.ToArray();
    }
}

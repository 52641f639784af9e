using System.Net;

namespace VpBot.Tests.Support;

/// <summary>Answers every request with 201, and remembers what was in it.</summary>
internal sealed class RememberingLine : HttpMessageHandler
{
    public List<byte[]> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        lock (Bodies)
            Bodies.Add(body);
        return new(HttpStatusCode.Created) { Content = new StringContent("{\"id\":\"1\"}", null, "application/json") };
    }
}

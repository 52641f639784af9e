using System.Net;

namespace VpBot.Tests.Support;

/// <summary>Answers every request with 201, and remembers what was in it.</summary>
internal sealed class RememberingLine : HttpMessageHandler
{
    public List<byte[]> Bodies { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Bodies.Add(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return new(HttpStatusCode.Created) { Content = new StringContent("{\"id\":\"1\"}", null, "application/json") };
    }
}

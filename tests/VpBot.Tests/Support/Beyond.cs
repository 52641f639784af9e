using System.Net;

namespace VpBot.Tests.Support;

/// <summary>What lies behind a gate.</summary>
internal sealed class Beyond : HttpMessageHandler
{
    public int Passed { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Passed++;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created));
    }
}

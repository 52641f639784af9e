using Azure.Core;

namespace VpBot.Teams.Outgoing;

/// <summary>Puts the bot's own token on a request to the Bot Connector. Azure.Identity keeps and renews it; no secret exists.</summary>
internal sealed class ConnectorToken(TokenCredential credential) : DelegatingHandler
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(Scope, cancellationToken);
        request.Headers.Authorization = new("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken);
    }
}

using Azure.Core;

namespace VpBot.Teams.Outgoing;

/// <summary>Puts the bot's own token on a request to the Bot Connector. Azure.Identity renews it; no secret exists.</summary>
internal sealed class ConnectorToken(TokenCredential credential) : DelegatingHandler
{
    private static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);
    private AccessToken _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_token.ExpiresOn < TimeProvider.System.GetUtcNow().AddMinutes(5))
            _token = await credential.GetTokenAsync(Scope, cancellationToken);
        request.Headers.Authorization = new("Bearer", _token.Token);
        return await base.SendAsync(request, cancellationToken);
    }
}

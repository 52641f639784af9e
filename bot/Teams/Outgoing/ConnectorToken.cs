using Azure.Core;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// Puts the bot's own token on a request to the Bot Connector. One request asks for it and all the others wait for that answer;
/// no secret exists.
/// </summary>
internal sealed class ConnectorToken(TokenCredential credential, TimeProvider clock) : DelegatingHandler
{
    public static readonly TokenRequestContext Scope = new(["https://api.botframework.com/.default"]);
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>Returns when a token is there that the next request can carry.</summary>
    public Task IsThereAsync(CancellationToken stopping) => Fresh() is null ? TokenAsync(stopping) : Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", await TokenAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _asking.Dispose();
        base.Dispose(disposing);
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } kept)
            return kept;
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile)
                return meanwhile;
            _kept = new(await credential.GetTokenAsync(Scope, cancellationToken));
            return _kept.Token.Token;
        }
        finally
        {
            _asking.Release();
        }
    }

    private string? Fresh() => _kept is { } kept && kept.Token.ExpiresOn > clock.GetUtcNow() + Early ? kept.Token.Token : null;

    /// <summary>One reference, so that no thread sees half of a token.</summary>
    private sealed record Kept(AccessToken Token);
}

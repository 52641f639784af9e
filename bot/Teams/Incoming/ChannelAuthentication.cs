using System.Collections;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace VpBot.Teams.Incoming;

/// <summary>What a token turned out to be.</summary>
public abstract record TokenCheck
{
    private TokenCheck() { }

    /// <param name="ServiceUrl">The claim <c>serviceurl</c>: the activity must name the same.</param>
    public sealed record Good(string ServiceUrl) : TokenCheck;

    public sealed record Bad : TokenCheck;

    /// <summary>The published keys could not be fetched, so nobody can be believed now.</summary>
    public sealed record KeysUnavailable : TokenCheck;
}

/// <summary>
/// Checks the token that the Bot Connector sends with every activity. Source: "Authentication with the Bot Connector API",
/// section "Connector to Bot": signature by a published key endorsed for the channel, issuer, audience, lifetime, serviceurl.
/// Tokens of the emulator are not accepted: they leave the sender free.
/// </summary>
public sealed class ChannelAuthentication
{
    private const string Issuer = "https://api.botframework.com";
    private const string Channel = "msteams";

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;
    private readonly TokenValidationParameters _rules;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly CheckedTokens _checked = new();
    private readonly TimeProvider _clock;
    private Current? _current;

    public ChannelAuthentication(TeamsSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.TokenMetadataAddress,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = settings.TokenMetadataAddress == TeamsSettingsRules.MicrosoftMetadata });
        _rules = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = settings.AppId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => new TokenLifetime(notBefore, expires).Holds(Now),
        };
    }

    public async Task<TokenCheck> CheckAsync(string token)
    {
        try
        {
            var current = await CurrentAsync();
            if (_checked.Find(token, current.From, Now) is { } known)
                return known;
            var result = await _handler.ValidateTokenAsync(token, current.Rules);
            if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // Keys roll: ask once more. The configuration manager itself limits how often it goes out.
                _metadata.RequestRefresh();
                current = await CurrentAsync();
                result = await _handler.ValidateTokenAsync(token, current.Rules);
            }

            if (!result.IsValid || !result.Claims.TryGetValue("serviceurl", out var url) || url is not string serviceUrl)
                return new TokenCheck.Bad();
            var good = new TokenCheck.Good(serviceUrl);
            _checked.Keep(token, current.From, LifetimeOf(result.SecurityToken), good);
            return good;
        }
        catch (InvalidOperationException)
        {
            return new TokenCheck.KeysUnavailable();
        }
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    private async Task<Current> CurrentAsync()
    {
        var published = await _metadata.GetConfigurationAsync(CancellationToken.None);
        if (_current is { } current && ReferenceEquals(current.From, published))
            return current;
        var rules = _rules.Clone();
        rules.IssuerSigningKeys = [.. published.JsonWebKeySet.Keys.Where(IsEndorsed)];
        return _current = new(published, rules);
    }

    // The library says "absent" with the least moment that there is.
    private static TokenLifetime LifetimeOf(SecurityToken token) =>
        new(token.ValidFrom == DateTime.MinValue ? null : token.ValidFrom, token.ValidTo);

    /// <summary>A key speaks only for the channels in its <c>endorsements</c>.</summary>
    private static bool IsEndorsed(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var endorsements) && endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(entry => entry.ValueEquals(Channel)),
            IEnumerable list => list.Cast<object>().Any(entry => entry.ToString() == Channel),
            _ => false,
        };

    /// <summary>One reference, so that no thread sees rules of another publication.</summary>
    private sealed record Current(OpenIdConnectConfiguration From, TokenValidationParameters Rules);
}

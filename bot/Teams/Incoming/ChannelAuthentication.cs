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
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;
    private readonly TokenValidationParameters _rules;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private (OpenIdConnectConfiguration From, TokenValidationParameters Rules)? _current;

    public ChannelAuthentication(TeamsSettings settings, TimeProvider clock)
    {
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
            LifetimeValidator = (notBefore, expires, _, _) => IsNow(clock.GetUtcNow().UtcDateTime, notBefore, expires),
        };
    }

    public async Task<TokenCheck> CheckAsync(string token)
    {
        try
        {
            var result = await _handler.ValidateTokenAsync(token, await RulesAsync());
            if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                // Keys roll: ask once more. The configuration manager itself limits how often it goes out.
                _metadata.RequestRefresh();
                result = await _handler.ValidateTokenAsync(token, await RulesAsync());
            }

            return result.IsValid && result.Claims.TryGetValue("serviceurl", out var url) && url is string serviceUrl
                ? new TokenCheck.Good(serviceUrl)
                : new TokenCheck.Bad();
        }
        catch (InvalidOperationException)
        {
            return new TokenCheck.KeysUnavailable();
        }
    }

    private async Task<TokenValidationParameters> RulesAsync()
    {
        var published = await _metadata.GetConfigurationAsync(CancellationToken.None);
        if (_current is { } current && ReferenceEquals(current.From, published))
            return current.Rules;
        var rules = _rules.Clone();
        rules.IssuerSigningKeys = [.. published.JsonWebKeySet.Keys.Where(IsEndorsed)];
        _current = (published, rules);
        return rules;
    }

    private static bool IsNow(DateTime now, DateTime? notBefore, DateTime? expires) =>
        expires is { } end && now <= end + ClockSkew && (notBefore is not { } start || now >= start - ClockSkew);

    /// <summary>A key speaks only for the channels in its <c>endorsements</c>.</summary>
    private static bool IsEndorsed(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var endorsements) && endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Any(entry => entry.ValueEquals(Channel)),
            IEnumerable list => list.Cast<object>().Any(entry => entry.ToString() == Channel),
            _ => false,
        };
}

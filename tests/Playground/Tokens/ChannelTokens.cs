using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VpBot.Playground;

/// <summary>Issues the bearer tokens with which the emulated Teams calls the bot, true ones and forged ones.</summary>
public sealed class ChannelTokens : IDisposable
{
    private readonly string appId;
    private readonly TimeProvider time;
    private readonly Func<string> serviceUrl;
    private readonly SigningKeys keys = new();

    internal ChannelTokens(string appId, Func<string> serviceUrl, TimeProvider time) =>
        (this.appId, this.serviceUrl, this.time) = (appId, serviceUrl, time);

    /// <summary>A token that the bot accepts.</summary>
    public string Issue() => Issue(new ChannelToken());

    public string Issue(ChannelToken token)
    {
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>(token.MoreClaims);
        AddUnlessAbsent(claims, "iss", token.Issuer);
        AddUnlessAbsent(claims, "aud", token.Audience ?? appId);
        AddUnlessAbsent(claims, "serviceurl", token.ServiceUrl ?? serviceUrl());
        var key = keys[token.Key];
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            NotBefore = (token.NotBefore ?? now.AddMinutes(-5)).UtcDateTime,
            Expires = (token.Expires ?? now.AddHours(1)).UtcDateTime,
            SigningCredentials = key is null ? null : Credentials(key, token.KeyId),
        });
    }

    internal SigningKeys Keys => keys;

    public void Dispose() => keys.Dispose();

    private static SigningCredentials Credentials(RsaSecurityKey key, string? keyId) =>
        new(keyId is null ? key : new RsaSecurityKey(key.Rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256)
        {
            // A cached signature provider is found by key id: a forged id would be signed with the true key.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };

    private static void AddUnlessAbsent(Dictionary<string, object> claims, string name, string value)
    {
        if (value != ChannelToken.Absent) claims[name] = value;
    }
}

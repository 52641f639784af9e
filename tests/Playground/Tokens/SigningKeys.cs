using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace VpBot.Playground;

/// <summary>The channel's keys of this run. They are made new at every start and never leave memory.</summary>
internal sealed class SigningKeys : IDisposable
{
    private readonly RsaSecurityKey own = New("playground-teams");
    private readonly Lazy<RsaSecurityKey> unendorsed = new(() => New("playground-other-channel"));
    private readonly Lazy<RsaSecurityKey> foreign = new(() => New("playground-unpublished"));

    public RsaSecurityKey? this[SigningKey key] => key switch
    {
        SigningKey.Own => own,
        SigningKey.Unendorsed => unendorsed.Value,
        SigningKey.Foreign => foreign.Value,
        SigningKey.None => null,
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Name the key in SigningKey."),
    };

    /// <summary>The published key set in the Bot Framework's form: each key says for which channels it is endorsed.</summary>
    public JsonObject KeySet() => new()
    {
        ["keys"] = new JsonArray(Published(own, "msteams"), Published(unendorsed.Value, "webchat")),
    };

    public void Dispose()
    {
        own.Rsa.Dispose();
        if (unendorsed.IsValueCreated) unendorsed.Value.Rsa.Dispose();
        if (foreign.IsValueCreated) foreign.Value.Rsa.Dispose();
    }

    public static RsaSecurityKey New(string id) => new(RSA.Create(2048)) { KeyId = id };

    private static JsonObject Published(RsaSecurityKey key, string channel)
    {
        var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
            ["endorsements"] = new JsonArray(channel),
        };
    }
}

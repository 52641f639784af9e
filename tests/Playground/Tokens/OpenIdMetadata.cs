using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>The metadata of the token issuer, where the bot learns the channel's keys.</summary>
internal static class OpenIdMetadata
{
    public const string Path = "/.well-known/openidconfiguration";
    private const string KeysPath = "/.well-known/keys";

    public static void MapOpenIdMetadata(this WebApplication app, ChannelTokens tokens, Func<Uri> address)
    {
        app.MapGet(Path, () => new JsonObject
        {
            ["issuer"] = ChannelToken.BotFrameworkIssuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = new Uri(address(), KeysPath).ToString(),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        });
        app.MapGet(KeysPath, () => tokens.Keys.KeySet());
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VpBot.Playground;

/// <summary>
/// The App Service managed identity endpoint (api-version 2019-08-01), and the check of the tokens that it gave.
/// Its key is not in the channel's key set: a token of the bot must not pass for a token of Teams.
/// </summary>
public sealed class ManagedIdentity : IDisposable
{
    public const string Path = "/msi/token";
    public const string ConnectorAudience = "https://api.botframework.com";
    public const string GraphAudience = "https://graph.microsoft.com";

    private readonly string clientId;
    private readonly string issuer;
    private readonly TimeProvider time;
    private readonly RsaSecurityKey key = SigningKeys.New("playground-identity");
    private readonly ConcurrentDictionary<string, int> issued = new();

    internal ManagedIdentity(string clientId, string tenantId, TimeProvider time) =>
        (this.clientId, issuer, this.time) = (clientId, $"https://sts.windows.net/{tenantId}/", time);

    /// <summary>The value of the header <c>X-IDENTITY-HEADER</c>, which the bot gets as <c>IDENTITY_HEADER</c>.</summary>
    public string Secret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Answers 500 while true.</summary>
    public bool Down { get; set; }

    /// <summary>How many tokens were given for this audience.</summary>
    public int IssuedFor(string audience) => issued.GetValueOrDefault(audience);

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    internal IResult Answer(HttpRequest request)
    {
        var (query, resource) = (request.Query, request.Query["resource"].ToString());
        if (Down) return Refuse(500, "The managed identity is switched off in the Playground.");
        if (request.Headers["X-IDENTITY-HEADER"] != Secret) return Refuse(401, "X-IDENTITY-HEADER is not the IDENTITY_HEADER that the bot was given.");
        if (query["api-version"] != "2019-08-01") return Refuse(400, "Ask with api-version=2019-08-01.");
        if (resource.TrimEnd('/') is not (ConnectorAudience or GraphAudience))
            return Refuse(400, $"This identity gives tokens for {ConnectorAudience} and {GraphAudience} only.");
        if (query["client_id"] != clientId) return Refuse(400, "No user-assigned identity with this client_id: use Teams:ManagedIdentityClientId.");
        return Results.Json(Token(resource), Wire.Json);
    }

    /// <summary>Null when the service with this audience may take the call, else why not.</summary>
    internal async Task<string?> WhyRefusedAsync(string? authorization, string audience)
    {
        if (authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) is not true) return "The request carries no bearer token.";
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(authorization["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = audience,
            IssuerSigningKey = key,
            LifetimeValidator = (from, until, _, _) => from <= Now && Now < until,
        });
        return result.IsValid ? null : $"The bearer token is not valid here: {result.Exception.GetType().Name}.";
    }

    public void Dispose() => key.Rsa.Dispose();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private JsonObject Token(string resource)
    {
        issued.AddOrUpdate(resource.TrimEnd('/'), 1, (_, before) => before + 1);
        var expires = time.GetUtcNow() + Lifetime;
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = resource.TrimEnd('/'),
            Claims = new Dictionary<string, object> { ["appid"] = clientId },
            NotBefore = Now.AddMinutes(-5),
            Expires = expires.UtcDateTime,
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
        return new()
        {
            ["access_token"] = token,
            ["client_id"] = clientId,
            ["expires_on"] = $"{expires.ToUnixTimeSeconds()}",
            ["resource"] = resource,
            ["token_type"] = "Bearer",
        };
    }

    private static IResult Refuse(int status, string message) =>
        Results.Json(new JsonObject { ["statusCode"] = status, ["message"] = message }, Wire.Json, statusCode: status);
}

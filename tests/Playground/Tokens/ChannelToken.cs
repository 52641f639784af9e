namespace VpBot.Playground;

/// <summary>What a token claims about itself. The defaults make a token as Teams sends it; a test changes one thing.</summary>
public sealed record ChannelToken
{
    public const string BotFrameworkIssuer = "https://api.botframework.com";

    /// <summary>Put into <see cref="Audience"/>, <see cref="Issuer"/> or <see cref="ServiceUrl"/> to leave that claim out.</summary>
    public const string Absent = "";

    public string Issuer { get; init; } = BotFrameworkIssuer;

    /// <summary>Null is the bot's app id.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim <c>serviceurl</c>; null is the Playground's own Teams address.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Null is five minutes ago.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Null is an hour from now.</summary>
    public DateTimeOffset? Expires { get; init; }

    public SigningKey Key { get; init; } = SigningKey.Own;

    /// <summary>The <c>kid</c> in the header; null is the signing key's own. A foreign key can so pose under a published name.</summary>
    public string? KeyId { get; init; }

    public IReadOnlyDictionary<string, object> MoreClaims { get; init; } = new Dictionary<string, object>();
}

public enum SigningKey
{
    /// <summary>Published in the key set and endorsed for Teams.</summary>
    Own,

    /// <summary>Published in the key set, but for another channel than Teams.</summary>
    Unendorsed,

    /// <summary>Not published at all.</summary>
    Foreign,

    /// <summary>No signature: <c>alg</c> is <c>none</c>.</summary>
    None,
}

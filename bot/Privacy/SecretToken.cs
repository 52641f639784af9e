using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VpBot.Privacy;

/// <summary>A random token of 256 bits that only its bearer holds; the database keeps its hash.</summary>
public readonly record struct SecretToken
{
    private readonly string _text;

    private SecretToken(string text) => _text = text;

    public static SecretToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads what a browser sent. Anything that cannot be a token is null, before a database is asked.</summary>
    public static SecretToken? Read(string? text) =>
        text is { Length: 43 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? new SecretToken(text) : null;

    public string Reveal() => _text;

    /// <summary>SHA-256. A random token of this length needs no key and no salt.</summary>
    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(_text));

    public override string ToString() => "[token]";
}

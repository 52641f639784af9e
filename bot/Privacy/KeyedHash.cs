using System.Security.Cryptography;
using System.Text;

namespace VpBot.Privacy;

/// <summary>What is hashed. Two kinds never share a hash, so that rows of different tables cannot be matched.</summary>
public enum HashedKind
{
    Activity,
    Welcome,
    Person,
    ReturnCode,
    ConsultationCode,
    Asker,
}

/// <summary>HMAC-SHA-256 with a key that lies sealed in the database: without the key, a known user id finds nothing.</summary>
public sealed class KeyedHash(byte[] key)
{
    public byte[] Of(HashedKind kind, string value)
    {
        var material = Encoding.UTF8.GetBytes($"{kind}\n{value}");
        return HMACSHA256.HashData(key, material)[..16];
    }

    /// <summary>A person within one employer. The same person at another employer is another pseudonym.</summary>
    public Pseudonym PseudonymOf(string employer, string tenantId, string objectId) =>
        new(Convert.ToHexStringLower(Of(HashedKind.Person, $"{employer}\n{tenantId}\n{objectId}")));
}

/// <summary>Stands for a person without naming them. Only <see cref="KeyedHash"/> makes one.</summary>
public readonly record struct Pseudonym(string Value)
{
    public override string ToString() => "[pseudonym]";
}

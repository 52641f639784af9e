using System.Security.Cryptography;
using System.Text;

namespace VpBot.Tests.Support;

/// <summary>The search that the promises lean on finds what is planted.</summary>
public sealed class CanarySearchTests
{
    private const string Canary = "Zeearend Ünique-7";

    private static readonly Dictionary<string, Func<byte[]>> Planted = new()
    {
        ["UTF-8"] = () => Encoding.UTF8.GetBytes(Canary),
        ["UTF-16"] = () => Encoding.Unicode.GetBytes(Canary),
        ["hex"] = () => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary))),
        ["upper-case hex"] = () => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(Canary))),
        ["base64"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))),
        ["base64 behind one byte"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + Canary + "y"))),
        ["base64 behind two bytes"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("xx" + Canary + "yy"))),
        ["base64 of UTF-16"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes("xy" + Canary))),
        ["JSON"] = () => Encoding.ASCII.GetBytes("Zeearend \\u00DCnique-7"),
        ["an address"] = () => Encoding.ASCII.GetBytes("Zeearend%20%C3%9Cnique-7"),
        ["raw SHA-256"] = () => SHA256.HashData(Encoding.UTF8.GetBytes(Canary)),
        ["half of a SHA-256"] = () => SHA256.HashData(Encoding.UTF8.GetBytes(Canary))[..16],
        ["SHA-256 in hex"] = () => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canary)))),
        ["SHA-256 in base64"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Canary)))),
        ["MD5 in upper-case hex"] = () => Encoding.ASCII.GetBytes(Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.MD5, Encoding.UTF8.GetBytes(Canary)))),
        ["MD5 in base64"] = () => Encoding.ASCII.GetBytes(Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.MD5, Encoding.UTF8.GetBytes(Canary)))),
    };

    public static TheoryData<string> Disguises => [.. Planted.Keys];

    [Theory, MemberData(nameof(Disguises))]
    public void A_planted_canary_is_found_in_every_disguise(string disguise) =>
        Assert.NotEmpty(CanarySearch.Find([.. RandomNumberGenerator.GetBytes(500), .. Planted[disguise](), .. RandomNumberGenerator.GetBytes(500)], Canary));

    [Fact]
    public void Nothing_is_found_where_nothing_is_planted() => Assert.Empty(CanarySearch.Find(RandomNumberGenerator.GetBytes(100_000), Canary));
}

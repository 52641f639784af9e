using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VpBot.Tests.Support;

/// <summary>Looks for words where they must not be: as they are, and in the disguises that software gives them.</summary>
public static class CanarySearch
{
    /// <summary>The names of the disguises in which the bytes hold the canary; none when it is not there.</summary>
    public static IReadOnlyList<string> Find(ReadOnlySpan<byte> bytes, string canary)
    {
        var found = new List<string>();
        foreach (var (name, needle) in Disguises(canary))
        {
            if (bytes.IndexOf(needle) >= 0)
                found.Add(name);
        }

        return found;
    }

    public static IReadOnlyList<string> Find(string text, string canary) => Find(Encoding.UTF8.GetBytes(text), canary);

    /// <summary>Everything that is looked for when this canary is. What JSON or an address would write otherwise is also looked for as they write it.</summary>
    public static IEnumerable<(string Name, byte[] Needle)> Disguises(string canary)
    {
        foreach (var (name, needle) in Plain(canary))
        {
            yield return (name, needle);
            if (!name.Contains("base64", StringComparison.Ordinal))
                continue;
            var text = Encoding.ASCII.GetString(needle);
            if (text.Contains('+', StringComparison.Ordinal))
                yield return ($"{name}, in JSON", Encoding.ASCII.GetBytes(text.Replace("+", "\\u002B", StringComparison.Ordinal)));
            if (Uri.EscapeDataString(text) is var escaped && escaped != text)
                yield return ($"{name}, in an address", Encoding.ASCII.GetBytes(escaped));
        }
    }

    private static IEnumerable<(string Name, byte[] Needle)> Plain(string canary)
    {
        var (utf8, utf16) = (Encoding.UTF8.GetBytes(canary), Encoding.Unicode.GetBytes(canary));
        foreach (var (encoding, bytes) in new[] { ("UTF-8", utf8), ("UTF-16", utf16) })
        {
            yield return (encoding, bytes);
            foreach (var disguised in Written(encoding, bytes))
                yield return disguised;
            for (var shift = 0; shift < 3; shift++)
                yield return ($"{encoding} in base64, shifted by {shift}", Base64Within(bytes, shift));
        }

        foreach (var disguised in AsId(canary))
            yield return disguised;
        yield return ("JSON", Encoding.ASCII.GetBytes(System.Text.Json.JsonEncodedText.Encode(canary).ToString()));
        yield return ("an address", Encoding.ASCII.GetBytes(Uri.EscapeDataString(canary)));
        foreach (var (hash, digest) in Hashes(utf8).Concat(Hashes(utf16)))
        {
            yield return (hash, digest);
            foreach (var disguised in Written(hash, digest))
                yield return disguised;
            yield return ($"{hash} in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(digest)[..21]));
            yield return ($"{hash} in base64 for addresses", Encoding.ASCII.GetBytes(Base64Url.EncodeToString(digest)[..21]));
        }
    }

    /// <summary>An id also as the sixteen bytes that it is, in both orders, in hex and in base64; and what is hashed of them.</summary>
    private static IEnumerable<(string Name, byte[] Needle)> AsId(string canary)
    {
        if (!Guid.TryParse(canary, out var id))
            yield break;
        foreach (var bytes in new[] { id.ToByteArray(), id.ToByteArray(bigEndian: true) })
        {
            yield return ("an id's bytes", bytes);
            foreach (var disguised in Written("an id's bytes", bytes))
                yield return disguised;
            for (var shift = 0; shift < 3; shift++)
                yield return ($"an id's bytes in base64, shifted by {shift}", Base64Within(bytes, shift));
            foreach (var (hash, digest) in Hashes(bytes))
            {
                yield return ($"{hash} of an id's bytes", digest);
                yield return ($"{hash} of an id's bytes in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest)));
                yield return ($"{hash} of an id's bytes in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(digest)[..21]));
            }
        }
    }

    private static IEnumerable<(string Name, byte[] Digest)> Hashes(byte[] bytes) =>
    [
        ("SHA-256", Digest(HashAlgorithmName.SHA256, bytes)),
        ("SHA-1", Digest(HashAlgorithmName.SHA1, bytes)),
        ("SHA-512", Digest(HashAlgorithmName.SHA512, bytes)),
        ("MD5", Digest(HashAlgorithmName.MD5, bytes)),
    ];

    /// <summary>Half of a digest gives somebody away as well as the whole; rows here keep sixteen bytes.</summary>
    private static byte[] Digest(HashAlgorithmName name, byte[] bytes) => CryptographicOperations.HashData(name, bytes)[..16];

    private static IEnumerable<(string Name, byte[] Needle)> Written(string name, byte[] bytes) =>
    [
        ($"{name} in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes))),
        ($"{name} in upper-case hex", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes))),
    ];

    /// <summary>The part of a base64 text that these bytes alone decide, when they begin at this place in a group of three.</summary>
    private static byte[] Base64Within(byte[] bytes, int shift)
    {
        var whole = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
        var last = (shift + bytes.Length) % 3 == 0 ? whole.Length : whole.Length - 1;
        return Encoding.ASCII.GetBytes(whole[(shift == 0 ? 0 : shift + 1)..last]);
    }
}

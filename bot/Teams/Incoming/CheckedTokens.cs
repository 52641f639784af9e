using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VpBot.Teams.Incoming;

/// <summary>
/// Tokens that passed every check, by a hash of their exact letters: Teams sends one token with many activities. Signature, issuer
/// and audience stay what they were for the same letters and the same published keys. The clock is asked again every time.
/// </summary>
internal sealed class CheckedTokens
{
    /// <summary>More than the connector uses at a time; beyond it all are checked anew.</summary>
    public const int Most = 256;

    private readonly ConcurrentDictionary<(ulong, ulong, ulong, ulong), Kept> _kept = new();
    private int _count;

    /// <param name="keys">The published keys as they are now: another object is another publication, and nothing counts from before.</param>
    public TokenCheck.Good? Find(string token, object keys, DateTime now) =>
        _kept.TryGetValue(HashOf(token), out var kept) && ReferenceEquals(kept.Keys, keys) && kept.Lifetime.Holds(now) ? kept.Check : null;

    public void Keep(string token, object keys, TokenLifetime lifetime, TokenCheck.Good check)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _kept[HashOf(token)] = new(keys, lifetime, check);
    }

    private static (ulong, ulong, ulong, ulong) HashOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
        return MemoryMarshal.Read<(ulong, ulong, ulong, ulong)>(hash);
    }

    private sealed record Kept(object Keys, TokenLifetime Lifetime, TokenCheck.Good Check);
}

/// <summary>From when to when a token counts, with five minutes for clocks that differ.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenLifetime(DateTime? NotBefore, DateTime? Expires)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public bool Holds(DateTime now) =>
        Expires is { } end && now <= end + ClockSkew && (NotBefore is not { } start || now >= start - ClockSkew);
}

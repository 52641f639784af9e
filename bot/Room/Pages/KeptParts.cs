using System.Collections.Concurrent;

namespace VpBot.Room.Pages;

/// <summary>A part of a page that is the same for many people. It is drawn once for all of them.</summary>
internal interface IKeptPart
{
    /// <summary>
    /// All that this part says is made of this: two parts of equal values look the same. Never a token, a draft, or anything that one
    /// person said. Null where it is drawn every time.
    /// </summary>
    object? KeptFor { get; }
}

/// <summary>Parts of pages as they were drawn, in memory only and not without end.</summary>
internal sealed class KeptParts
{
    public const int Most = 400;

    private readonly ConcurrentDictionary<object, byte[]> _parts = new();

    public int Count => _parts.Count;

    public IEnumerable<byte[]> Parts => _parts.Values;

    public byte[]? Find(object keptFor) => _parts.GetValueOrDefault(keptFor);

    /// <summary>When there are too many, all of them go: what is still said is soon drawn again, and what was said before some change is gone.</summary>
    public void Keep(object keptFor, ReadOnlySpan<byte> drawn)
    {
        if (_parts.Count >= Most)
            _parts.Clear();
        _parts[keptFor] = drawn.ToArray();
    }
}

using System.Buffers.Binary;

namespace VpBot.Employers.Photos;

/// <summary>
/// Reads a PNG by its chunks and writes only what draws the picture: the header, the palette, what is see-through, the image data.
/// A wrong checksum, another order or an unknown chunk that matters is refused. Source: ISO/IEC 15948.
/// </summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>The picture, or null for anything that is not one.</summary>
    public static Photo? Read(ReadOnlySpan<byte> file)
    {
        var (kept, width, height, before) = (new List<byte>(file.Length), 0, 0, "");
        kept.AddRange(Signature);
        for (var at = Signature.Length; file.Length - at >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
                return null;
            var chunk = file.Slice(at, (int)length + 12);
            var named = chunk[4..^4];
            var content = chunk[8..^4];
            if (BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) != Checksum(named))
                return null;
            at += chunk.Length;
            var name = System.Text.Encoding.Latin1.GetString(named[..4]);
            if (name is "IHDR" or "PLTE" or "tRNS" or "IDAT" or "IEND")
            {
                if (!MayFollow(before, name) || !IsWhole(name, content))
                    return null;
                if (name == "IHDR")
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                kept.AddRange(chunk);
                if (name == "IEND")
                    return new Photo("image/png", width, height, [.. kept]);
                before = name;
            }
            else if (before.Length == 0 || !char.IsAsciiLetterLower(name[0]))
            {
                return null;
            }
        }

        return null;
    }

    private static bool MayFollow(string before, string name) => name switch
    {
        "IHDR" => before.Length == 0,
        "PLTE" => before == "IHDR",
        "tRNS" => before is "IHDR" or "PLTE",
        "IDAT" => before.Length > 0,
        _ => before == "IDAT",
    };

    private static bool IsWhole(string name, ReadOnlySpan<byte> content) => name switch
    {
        "IHDR" => content.Length == 13 && BinaryPrimitives.ReadInt32BigEndian(content) > 0 && BinaryPrimitives.ReadInt32BigEndian(content[4..]) > 0
            && content[8] is 1 or 2 or 4 or 8 or 16 && content[9] is 0 or 2 or 3 or 4 or 6 && content[10] == 0 && content[11] == 0 && content[12] is 0 or 1,
        "PLTE" => content.Length is > 0 and <= 768 && content.Length % 3 == 0,
        "tRNS" => content.Length is > 0 and <= 256,
        "IEND" => content.Length == 0,
        _ => true,
    };

    /// <summary>CRC-32 as PNG uses it, over the name and the content.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xEDB88320u & (0u - (sum & 1)));
        }

        return ~sum;
    }
}

namespace VpBot.Employers.Photos;

/// <summary>What may stand in the segments of a JPEG that are kept. Source: ITU-T T.81, annex B.</summary>
internal static class JpegSegments
{
    /// <summary>True when this segment is one that draws the picture, and holds what it must and nothing more.</summary>
    public static bool IsWhole(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        // Frames that every browser draws: baseline, extended and progressive; in grey or in colour, not in the four inks of a printer.
        0xC0 or 0xC1 or 0xC2 => content.Length >= 6 && content[0] == 8 && content[5] is 1 or 3 && content.Length == 6 + 3 * content[5]
            && (content[1] | content[2]) != 0 && (content[3] | content[4]) != 0,
        0xC4 => AreHuffmanTables(content),
        0xDB => AreQuantizations(content),
        0xDD => content.Length == 2,
        0xDA => content.Length >= 1 && content[0] is >= 1 and <= 3 && content.Length == 4 + 2 * content[0],
        _ => false,
    };

    /// <summary>How long the coded picture is, until the next marker that is not part of it.</summary>
    public static int Scan(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at + 1 < rest.Length; at++)
        {
            if (rest[at] == 0xFF && rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return at;
        }

        return 0;
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> content)
    {
        var any = content.Length > 0;
        while (content.Length >= 17)
        {
            var codes = 0;
            foreach (var count in content[1..17])
                codes += count;
            if ((content[0] & 0xEC) != 0 || codes > 256 || content.Length < 17 + codes)
                return false;
            content = content[(17 + codes)..];
        }

        return any && content.Length == 0;
    }

    private static bool AreQuantizations(ReadOnlySpan<byte> content)
    {
        var any = content.Length > 0;
        while (content.Length > 0)
        {
            var length = (content[0] & 0xF0) == 0 ? 65 : 129;
            if ((content[0] & 0xEC) != 0 || content.Length < length)
                return false;
            content = content[length..];
        }

        return any;
    }
}

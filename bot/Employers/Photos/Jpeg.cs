using System.Buffers.Binary;

namespace VpBot.Employers.Photos;

/// <summary>
/// Reads a JPEG by its segments and writes only what draws the picture: the tables, the frame, the scans. Every other segment is
/// left out, and what does not fill its segment exactly is refused. Source: ITU-T T.81, annex B.
/// </summary>
internal static class Jpeg
{
    private const int MostScans = 32;

    /// <summary>Says that the colours are the usual ones, and holds no small picture of its own. Source: JFIF 1.02.</summary>
    private static readonly byte[] Beginning = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    /// <summary>The picture, or null for anything that is not one.</summary>
    public static Photo? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Beginning.AsSpan(0, 2)))
            return null;
        var (kept, width, height, scans) = (new List<byte>(file.Length), 0, 0, 0);
        kept.AddRange(Beginning);
        for (var at = 2; ;)
        {
            if (at >= file.Length || file[at++] != 0xFF)
                return null;
            // A marker may be preceded by any number of filling bytes.
            while (at < file.Length && file[at] == 0xFF)
                at++;
            if (at >= file.Length)
                return null;
            var marker = file[at++];
            if (marker == 0xD9)
            {
                kept.AddRange([0xFF, marker]);
                return scans > 0 ? new Photo("image/jpeg", width, height, [.. kept]) : null;
            }

            if (at + 2 > file.Length || BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is var length && (length < 2 || length > file.Length - at))
                return null;
            var content = file.Slice(at + 2, length - 2);
            if (!IsLeftOut(marker))
            {
                // One frame, and before the first scan.
                if (!JpegSegments.IsWhole(marker, content) || (IsFrame(marker) ? width > 0 : marker == 0xDA && width == 0))
                    return null;
                if (IsFrame(marker))
                    (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
                kept.AddRange([0xFF, marker]);
                kept.AddRange(file.Slice(at, length));
            }

            at += length;
            if (marker != 0xDA)
                continue;
            var scan = JpegSegments.Scan(file[at..]);
            if (scan == 0 || ++scans > MostScans)
                return null;
            kept.AddRange(file.Slice(at, scan));
            at += scan;
        }
    }

    /// <summary>What programs write beside the picture, and comments.</summary>
    private static bool IsLeftOut(byte marker) => marker is >= 0xE0 and <= 0xEF or 0xFE;

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xC2;
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace VpBot.Tests.Support;

/// <summary>Small photos, with and without what cameras and programs write beside the picture.</summary>
internal static class SamplePhotos
{
    /// <summary>24 by 32, from blue to wheat.</summary>
    public static readonly byte[] Jpeg = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAgABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQB/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAwT/xAAVEQEBAAAAAAAAAAAAAAAAAAAAEv/aAAwDAQACEQMRAD8A2CFEELUjKeBRAUSoghRBDNS8p4FEBRL/2Q==");

    public static readonly byte[] Progressive = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wgARCAAgABgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAgP/2gAMAwEAAhADEAAAASi4moKKMrmoP//EABQQAQAAAAAAAAAAAAAAAAAAADD/2gAIAQEAAQUCT//EABURAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEDAQE/AYiI/8QAFREBAQAAAAAAAAAAAAAAAAAAABH/2gAIAQIBAT8Bqqr/xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAY/Ak//xAAVEAEBAAAAAAAAAAAAAAAAAAAAEf/aAAgBAQABPyGIiIiIiIj/2gAMAwEAAgADAAAAEPPP/wD/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAEDAQE/EAH/xAAUEQEAAAAAAAAAAAAAAAAAAAAg/9oACAECAQE/EAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAw/9oACAEBAAE/EE//AP/Z");

    /// <summary>The same picture as a camera hands it over: where it was made, a comment, a profile, and a second file behind the end.</summary>
    public static byte[] Told(string word) =>
    [
        .. Jpeg.AsSpan(0, 2), .. Segment(0xE1, "Exif\0\0" + "MM\0*GPS " + word), .. Segment(0xED, "Photoshop 3.0\0" + word), .. Segment(0xFE, word),
        .. Jpeg.AsSpan(2), .. Encoding.ASCII.GetBytes(word),
    ];

    public static byte[] Png(int width = 16, int height = 12, string? word = null, byte[]? data = null)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        var told = word is null ? [] : Encoding.ASCII.GetBytes(word);
        return
        [
            0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", head), .. word is null ? [] : Chunk("tEXt", [.. "Location\0"u8, .. told]), .. word is null ? [] : Chunk("eXIf", told),
            .. Chunk("IDAT", data ?? Pixels(width, height)), .. Chunk("IEND", []), .. told,
        ];
    }

    public static byte[] Segment(byte marker, string content)
    {
        var bytes = new byte[content.Length + 4];
        (bytes[0], bytes[1]) = (0xFF, marker);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), (ushort)(content.Length + 2));
        Encoding.Latin1.GetBytes(content, bytes.AsSpan(4));
        return bytes;
    }

    public static byte[] Chunk(string name, byte[] content)
    {
        var bytes = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(bytes, content.Length);
        Encoding.ASCII.GetBytes(name, bytes.AsSpan(4));
        content.CopyTo(bytes, 8);
        var sum = uint.MaxValue;
        foreach (var one in bytes.AsSpan(4, content.Length + 4))
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320u;
        }

        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(^4..), ~sum);
        return bytes;
    }

    private static byte[] Pixels(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            for (var row = 0; row < height; row++)
                zlib.Write([0, .. Enumerable.Repeat((byte)(90 + row % 100), width * 3)]);
        }

        return packed.ToArray();
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace VpBot.Tests.Packaging;

/// <summary>The size and the pixels of an 8-bit PNG without interlacing, read from its bytes.</summary>
internal sealed record Png(int Width, int Height, bool HasAlpha, byte[] Pixels)
{
    /// <summary>Red, green, blue and alpha of every pixel.</summary>
    public IEnumerable<(byte R, byte G, byte B, byte A)> Colours => Pixels.Chunk(HasAlpha ? 4 : 3).Select(pixel => (pixel[0], pixel[1], pixel[2], HasAlpha ? pixel[3] : (byte)255));

    public static Png Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        var (width, height) = (Number(file, 16), Number(file, 20));
        Assert.Equal((8, 0), (file[24], file[28]));
        Assert.Contains(file[25], new byte[] { 2, 6 });
        using var packed = new MemoryStream();
        for (var at = 8; at < file.Length; at += Number(file, at) + 12)
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(file, at + 8, Number(file, at));
        packed.Position = 0;
        using var open = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        open.CopyTo(rows);
        return new(width, height, file[25] == 6, Unfiltered(rows.ToArray(), width * (file[25] == 6 ? 4 : 3), file[25] == 6 ? 4 : 3));
    }

    private static int Number(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));

    /// <summary>Each row begins with how it was filtered against the pixel to the left and the row above.</summary>
    private static byte[] Unfiltered(byte[] rows, int width, int step)
    {
        var pixels = new byte[rows.Length / (width + 1) * width];
        for (var row = 0; row < rows.Length / (width + 1); row++)
        {
            var filter = rows[row * (width + 1)];
            for (var i = 0; i < width; i++)
            {
                var left = i >= step ? pixels[(row * width) + i - step] : 0;
                var above = row > 0 ? pixels[((row - 1) * width) + i] : 0;
                var corner = row > 0 && i >= step ? pixels[((row - 1) * width) + i - step] : 0;
                var guess = filter switch { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, _ => Nearest(left, above, corner) };
                pixels[(row * width) + i] = (byte)(rows[(row * (width + 1)) + 1 + i] + guess);
            }
        }

        return pixels;
    }

    private static int Nearest(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}

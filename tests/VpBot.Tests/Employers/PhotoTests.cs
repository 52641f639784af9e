using System.Text;
using VpBot.Employers.Photos;
using VpBot.Tests.Support;

namespace VpBot.Tests.Employers;

/// <summary>Of a file only the picture is kept, and nothing that somebody sends makes us stumble.</summary>
public sealed class PhotoTests
{
    private const string Word = "Roerdomp-51.9N-4.5E";

    public static TheoryData<string> Kinds => ["jpeg", "png"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Where_it_was_made_and_what_stands_behind_its_end_goes(string kind)
    {
        var file = kind == "jpeg" ? SamplePhotos.Told(Word) : SamplePhotos.Png(word: Word);
        Assert.NotEmpty(CanarySearch.Find(file, Word));

        var photo = Read(file);

        Assert.Empty(CanarySearch.Find(photo.Content, Word));
        Assert.Equal(-1, photo.Content.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(Read(kind == "jpeg" ? SamplePhotos.Jpeg : SamplePhotos.Png()).Content, photo.Content);
        Assert.Equal(photo.Content, Read(photo.Content).Content);
    }

    [Fact]
    public void What_draws_the_picture_stays_byte_for_byte()
    {
        // The header of a JPEG is written anew, and was the same.
        Assert.Equal(SamplePhotos.Jpeg, Read(SamplePhotos.Jpeg).Content);
        Assert.Equal(SamplePhotos.Progressive, Read(SamplePhotos.Progressive).Content);
        Assert.Equal(SamplePhotos.Png(), Read(SamplePhotos.Png()).Content);
        Assert.Equal((24, 32), (Read(SamplePhotos.Jpeg).Width, Read(SamplePhotos.Jpeg).Height));
    }

    [Fact]
    public void A_small_picture_within_the_header_goes_too()
    {
        byte[] file = [.. SamplePhotos.Jpeg.AsSpan(0, 2), .. SamplePhotos.Segment(0xE0, $"JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0002\u0002{Word}"), .. SamplePhotos.Jpeg.AsSpan(20)];
        Assert.Equal(SamplePhotos.Jpeg, Read(file).Content);
    }

    [Theory]
    [InlineData(512, 512, null)]
    [InlineData(513, 8, PhotoFault.TooManyPixels)]
    [InlineData(8, 513, PhotoFault.TooManyPixels)]
    [InlineData(0, 8, PhotoFault.NotAPhoto)]
    [InlineData(-1, 8, PhotoFault.NotAPhoto)]
    public void It_has_at_most_512_by_512_pixels(int width, int height, PhotoFault? fault) =>
        Assert.Equal(fault, Photo.Read(SamplePhotos.Png(width, height, data: [1, 2, 3]), out _));

    [Fact]
    public void It_has_at_most_64_KB()
    {
        var frame = SamplePhotos.Png(data: []).Length;
        Assert.Null(Photo.Read(SamplePhotos.Png(data: new byte[Photo.LargestFile - frame]), out _));
        Assert.Equal(PhotoFault.TooLarge, Photo.Read(SamplePhotos.Png(data: new byte[Photo.LargestFile - frame + 1]), out _));
    }

    [Theory]
    [InlineData(24, 32, 24, 32)]
    [InlineData(512, 512, 96, 96)]
    [InlineData(512, 256, 96, 48)]
    [InlineData(1, 512, 1, 96)]
    public void It_is_shown_small_and_in_its_own_shape(int width, int height, int shownWidth, int shownHeight) =>
        Assert.Equal((shownWidth, shownHeight), new Photo("image/png", width, height, []).Shown);

    public static TheoryData<string, byte[]> NoPhotos => new()
    {
        { "nothing", [] },
        { "words", Encoding.UTF8.GetBytes("Ik ben geen foto") },
        { "a drawing with a program in it", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") },
        { "a GIF", Encoding.ASCII.GetBytes("GIF89a\u0001\0\u0001\0\0\0\0;") },
        { "a JPEG without its end", SamplePhotos.Jpeg[..^2] },
        { "a JPEG without a scan", [.. SamplePhotos.Jpeg.AsSpan(0, 20), 0xFF, 0xD9] },
        { "a JPEG with words in a table", [.. SamplePhotos.Jpeg.AsSpan(0, 20), .. SamplePhotos.Segment(0xDB, new string('\u0001', 65) + Word), .. SamplePhotos.Jpeg.AsSpan(20)] },
        { "a JPEG with two frames", [.. SamplePhotos.Jpeg.AsSpan(0, 20), .. SamplePhotos.Segment(0xC0, "\u0008\0\u0008\0\u0008\u0001\u0001\u0011\0"), .. SamplePhotos.Jpeg.AsSpan(20)] },
        { "a PNG with a wrong checksum", Changed(SamplePhotos.Png(), 60) },
        { "a PNG without its end", SamplePhotos.Png()[..^12] },
        { "a PNG with a chunk that matters to somebody else", [.. SamplePhotos.Png()[..^12], .. SamplePhotos.Chunk("VPBT", []), .. SamplePhotos.Chunk("IEND", [])] },
    };

    [Theory]
    [MemberData(nameof(NoPhotos))]
    public void What_is_no_whole_picture_is_refused(string what, byte[] file)
    {
        Assert.True(Photo.Read(file, out var photo) == PhotoFault.NotAPhoto, what);
        Assert.Null(photo);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_sent_the_answer_comes_soon_and_a_photo_that_is_kept_can_be_read_again(string kind)
    {
        var random = new Random(20270111);
        byte[][] seeds = kind == "jpeg" ? [SamplePhotos.Told(Word), SamplePhotos.Progressive] : [SamplePhotos.Png(word: Word), SamplePhotos.Png()];
        var (start, kept) = (TimeProvider.System.GetTimestamp(), 0);
        for (var round = 0; round < 6_000; round++)
        {
            var file = seeds[round % 2][..];
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                file[random.Next(file.Length)] = random.Next(3) == 0 ? (byte)0xFF : (byte)random.Next(256);
            if (random.Next(4) == 0)
                file = file[..random.Next(file.Length)];
            if (Photo.Read(file, out var photo) is null)
            {
                kept++;
                Assert.Equal(photo!.Content, Read(photo.Content).Content);
                Assert.InRange(Math.Max(photo.Width, photo.Height), 1, Photo.MostPixels);
            }
        }

        Assert.True(kept > 20, $"Only {kept} were kept: too few to say anything.");
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0, 30);
    }

    private static Photo Read(byte[] file)
    {
        Assert.Null(Photo.Read(file, out var photo));
        return photo!;
    }

    private static byte[] Changed(byte[] file, int at)
    {
        file[at] ^= 1;
        return file;
    }
}

namespace VpBot.Employers.Photos;

/// <summary>Why a file cannot stand in a profile.</summary>
public enum PhotoFault
{
    TooLarge,
    TooManyPixels,

    /// <summary>No whole JPEG or PNG of an ordinary kind.</summary>
    NotAPhoto,
}

/// <summary>
/// A photo as it is kept and shown: the picture and nothing else. Where, when and with what it was made is no part of it, nor is
/// anything behind its end. We never decode it.
/// </summary>
public sealed record Photo(string MediaType, int Width, int Height, byte[] Content)
{
    public const int LargestFile = 64 * 1024;
    public const int MostPixels = 512;
    private const int LongestShown = 96;

    /// <summary>What a page shows: the file itself, so that nothing is fetched for it.</summary>
    public string Source => $"data:{MediaType};base64,{Convert.ToBase64String(Content)}";

    /// <summary>In pixels of the page: no side is longer than 96, and nothing is made larger than it is.</summary>
    public (int Width, int Height) Shown
    {
        get
        {
            var longest = Math.Max(Math.Max(Width, Height), LongestShown);
            return (Math.Max(1, Width * LongestShown / longest), Math.Max(1, Height * LongestShown / longest));
        }
    }

    /// <summary>The photo of a file, judged by its bytes, or why it cannot be used.</summary>
    public static PhotoFault? Read(ReadOnlySpan<byte> file, out Photo? photo)
    {
        photo = null;
        if (file.Length > LargestFile)
            return PhotoFault.TooLarge;
        photo = Png.IsOne(file) ? Png.Read(file) : Jpeg.Read(file);
        if (photo is null)
            return PhotoFault.NotAPhoto;
        return photo is { Width: <= MostPixels, Height: <= MostPixels } ? null : PhotoFault.TooManyPixels;
    }
}

using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using VpBot.Employers.Photos;

namespace VpBot.Room;

/// <summary>What a room page sends, bounded before anything looks at it.</summary>
internal sealed record RoomForm(
    string Act, string Session, string Goal, string Step, IReadOnlyList<string> Answer, string Ticket, string Employer, string Tongue)
{
    public const int LongestValue = 2_000;
    public const int MostValues = 40;
    private const int LargestBody = 16 * 1024;

    /// <summary>Long enough for a photo over bad reception. A sender just above the slowest that is allowed would otherwise take minutes.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    /// <summary>A file comes on top of what the form holds otherwise.</summary>
    private const int LargestWithFile = LargestBody + Photo.LargestFile;

    /// <summary>Whoever sends a photo as a telephone makes it reads that it is too large. Above this the connection ends.</summary>
    private const int LargestAnswered = 32 * 1024 * 1024;

    /// <summary>Nothing of it is kept, and who only trickles is cut off by the slowest that is allowed: a large photo may take its time.</summary>
    private static readonly TimeSpan LongestThrownAway = TimeSpan.FromMinutes(2);

    /// <summary>How a page without a file sends its form, in every browser.</summary>
    private const string Plain = "application/x-www-form-urlencoded";

    private const int LongestName = 40;

    /// <summary>As it comes over the wire a letter can be twelve characters: a message in Arabic may be as long as one in Dutch.</summary>
    private const int LongestWritten = 6_000;

    /// <summary>The pseudonym of who sent a card, as Teams vouches for it. A page never has one: it is not read from a request.</summary>
    public string? Owner { get; init; }

    /// <summary>The file that came along; the name it had on somebody's device is not read. The desk alone looks at it.</summary>
    public byte[]? File { get; init; }

    /// <summary>True for a form with a file that says itself to be larger than we take. It is not looked at.</summary>
    public static bool IsTooLarge(HttpContext context) => HoldsFile(context) && context.Request.ContentLength > LargestWithFile;

    /// <summary>A browser reads an answer only after it has sent everything: what comes is thrown away as it comes.</summary>
    public static async Task LetFinishAsync(HttpContext context)
    {
        Accept(context, LargestAnswered);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ending.CancelAfter(LongestThrownAway);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, ending.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // Larger than any photo, too slow, or gone: there is nobody to wait for.
        }
    }

    /// <summary>The form, or null when the request is not one of ours.</summary>
    public static async Task<RoomForm?> ReadAsync(HttpContext context)
    {
        var largest = HoldsFile(context) ? LargestWithFile : LargestBody;
        Accept(context, largest);
        var isPlain = string.Equals(context.Request.ContentType, Plain, StringComparison.OrdinalIgnoreCase);
        if (context.Request.ContentLength > largest || !(isPlain || context.Request.HasFormContentType))
            return null;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        ending.CancelAfter(LongestReading);
        try
        {
            var form = isPlain ? await PlainAsync(context, ending.Token) : await AnyAsync(context, largest, ending.Token);
            if (form.Files.Count > 1 || HasLongValue(form))
                return null;
            string One(string name) => form[name] is [{ } first, ..] ? first : "";
            return new RoomForm(
                One("act"), One("session"), One("goal"), One("step"), form["answer"].ToArray()!, One("ticket"), One("employer"), One("tongue"))
            {
                File = form.Files.GetFile("file") is { } file ? await BytesAsync(file, ending.Token) : null,
            };
        }
        // A body that is not a form, is too large or too slow, or ends before it said it would.
        catch (Exception fault) when (fault is InvalidDataException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<IFormCollection> PlainAsync(HttpContext context, CancellationToken stopping)
    {
        var reader = new FormPipeReader(context.Request.BodyReader) { ValueCountLimit = MostValues, ValueLengthLimit = LongestWritten, KeyLengthLimit = LongestName };
        return new FormCollection(await reader.ReadFormAsync(stopping));
    }

    private static Task<IFormCollection> AnyAsync(HttpContext context, int largest, CancellationToken stopping)
    {
        // Above the threshold a file would be laid on the disk of this machine: it stays in memory.
        var options = new FormOptions
        {
            ValueCountLimit = MostValues,
            ValueLengthLimit = LongestWritten,
            KeyLengthLimit = LongestName,
            MultipartBodyLengthLimit = largest,
            MemoryBufferThreshold = LargestWithFile,
        };
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, options));
        return context.Request.ReadFormAsync(stopping);
    }

    private static bool HasLongValue(IFormCollection form)
    {
        foreach (var (_, values) in form)
        {
            foreach (var value in values)
            {
                if (value?.Length > LongestValue)
                    return true;
            }
        }

        return false;
    }

    private static void Accept(HttpContext context, int largest)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;
    }

    private static bool HoldsFile(HttpContext context) =>
        context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken stopping)
    {
        var bytes = new byte[file.Length];
        await using var content = file.OpenReadStream();
        await content.ReadExactlyAsync(bytes, stopping);
        return bytes;
    }
}

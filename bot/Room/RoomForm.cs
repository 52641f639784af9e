using Microsoft.AspNetCore.Http.Features;

namespace VpBot.Room;

/// <summary>What a room page sends, bounded before anything looks at it.</summary>
internal sealed record RoomForm(
    string Act, string Session, string Goal, string Step, IReadOnlyList<string> Answer, string Ticket, string Employer, string Tongue)
{
    public const int LongestValue = 2_000;
    public const int MostValues = 40;
    private const int LargestBody = 16 * 1024;

    /// <summary>As it comes over the wire a letter can be twelve characters: a message in Arabic may be as long as one in Dutch.</summary>
    private const int LongestWritten = 6_000;

    /// <summary>The pseudonym of who sent a card, as Teams vouches for it. A page never has one: it is not read from a request.</summary>
    public string? Owner { get; init; }

    /// <summary>The form, or null when the request is not one of ours.</summary>
    public static async Task<RoomForm?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
        if (context.Request.ContentLength > LargestBody || !context.Request.HasFormContentType)
            return null;
        try
        {
            var options = new FormOptions { ValueCountLimit = MostValues, ValueLengthLimit = LongestWritten, KeyLengthLimit = 40, MultipartBodyLengthLimit = LargestBody };
            context.Features.Set<IFormFeature>(new FormFeature(context.Request, options));
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form.Any(field => field.Value.Any(value => value?.Length > LongestValue)))
                return null;
            string One(string name) => form[name].Count > 0 ? form[name][0]! : "";
            return new RoomForm(
                One("act"), One("session"), One("goal"), One("step"), [.. form["answer"].Select(value => value ?? "")], One("ticket"), One("employer"), One("tongue"));
        }
        // A body that is not a form, is too large, or ends before it said it would.
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace VpBot.Teams.Incoming;

/// <summary>What goes back in the HTTP response. An invoke's answer rides in it and is not stored as a message.</summary>
internal sealed record TurnAnswer(int Status, ReadOnlyMemory<byte> Json = default)
{
    public static readonly TurnAnswer Accepted = new(StatusCodes.Status200OK);
    public static readonly TurnAnswer NotImplemented = new(StatusCodes.Status501NotImplemented);
}

/// <summary>POST /api/messages: the token first, then a bounded body, then the activity.</summary>
internal sealed class MessagesEndpoint(ChannelAuthentication authentication, Acceptance acceptance, Turns turns, ILogger<MessagesEndpoint> log)
{
    public const int LargestBody = 256 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        var answer = await AnswerAsync(context);
        context.Response.StatusCode = answer.Status;
        if (answer.Json.IsEmpty)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(answer.Json, CancellationToken.None);
    }

    private async Task<TurnAnswer> AnswerAsync(HttpContext context)
    {
        if (BearerOf(context.Request.Headers.Authorization) is not { } token)
            return Refused(Refusal.NoToken);
        var check = await authentication.CheckAsync(token);
        if (check is TokenCheck.KeysUnavailable)
            return Refused(Refusal.KeysUnavailable);
        if (check is not TokenCheck.Good good)
            return Refused(Refusal.BadToken);
        using var body = new BoundedBody(LargestBody);
        if (!await body.ReadAsync(context.Request.Body, context.RequestAborted))
            return Refused(Refusal.TooLarge);
        if (Parse(body.Bytes) is not { } activity)
            return Refused(Refusal.Malformed);
        return acceptance.Judge(activity, good.ServiceUrl) is { } refusal
            ? Refused(refusal)
            : await turns.HandleAsync(activity, context.RequestAborted);
    }

    private TurnAnswer Refused(Refusal refusal) => new(refusal.Count(log));

    private static string? BearerOf(string? header) =>
        header?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true && header.Length < 16 * 1024 ? header[7..].Trim() : null;

    private static Activity? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, TeamsJson.Default.Activity) is { } activity && InvokeValue.IsReadable(json, activity.Value) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

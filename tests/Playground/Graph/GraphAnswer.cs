using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What Graph answers to one request, in its own words.</summary>
internal sealed record GraphAnswer(int Status, JsonObject? Body, TimeSpan? RetryAfter = null)
{
    private const string ContentType = "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    public static GraphAnswer NoContent => new(204, Body: null);

    public static GraphAnswer AccessDenied => Error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    public static GraphAnswer NoMeetingPolicy => Error(403, "Forbidden", "No application access policy found for this app on the user.");

    public static GraphAnswer ItemNotFound => Error(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public static GraphAnswer MeetingNotFound => Error(404, "NotFound", "3003: User does not have access to lookup meeting.");

    public static GraphAnswer UnknownZone => Error(400, "TimeZoneNotSupportedException", "A valid TimeZone value must be specified. Exchange's own list has no 'Europe/Amsterdam'.");

    public static GraphAnswer Ok(JsonObject body) => new(200, body);

    public static GraphAnswer Created(JsonObject body) => new(201, body);

    public static GraphAnswer BadRequest(string code, string message) => Error(400, code, message);

    public static GraphAnswer Throttled(TimeSpan after) => Error(429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.") with { RetryAfter = after };

    public static GraphAnswer NotEmulated(string method) =>
        Error(404, "ResourceNotFound", $"{method} on this address is not emulated. Add it to tests/Playground/Graph if the bot needs it.");

    public static GraphAnswer Fault(FaultAnswer.Status told) =>
        Error(told.Code, told.Code switch { 429 => "TooManyRequests", 503 => "serviceNotAvailable", _ => "generalException" }, "A fault of the Playground.") with { RetryAfter = told.RetryAfter };

    public static GraphAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    /// <summary>An error tells when and in which request it happened, as Graph's do.</summary>
    public async Task WriteAsync(HttpContext context, ReceivedRequest request)
    {
        request.Status = context.Response.StatusCode = Status;
        if (RetryAfter is { } wait) context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (Body is null) return;
        if (Body["error"] is JsonObject error) error["innerError"] = new JsonObject
        {
            ["date"] = request.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            ["request-id"] = context.Response.Headers["request-id"].ToString(),
            ["client-request-id"] = context.Response.Headers["client-request-id"].ToString(),
        };
        await context.Response.WriteAsJsonAsync(Body, Wire.Json, ContentType);
    }
}

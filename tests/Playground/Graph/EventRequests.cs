using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary><c>users/{id}/events</c>, as Exchange answers it.</summary>
internal static class EventRequests
{
    public static GraphAnswer Do(MailboxCalendar calendar, string[] path, GraphRequest request) => (request.Method, path) switch
    {
        _ when request.Zone is null => GraphAnswer.UnknownZone,
        ("POST", []) => Create(calendar, request),
        ("GET", []) => GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. calendar.Events.Select(item => (JsonNode)request.Selected(item.In(request.Zone)))]) }),
        ("GET", [var id]) => calendar.Find(item => item.Id == id) is { } item ? GraphAnswer.Ok(Entity(item, request)) : GraphAnswer.ItemNotFound,
        ("PATCH", [var id]) => Known(calendar, id, request) ?? Change(calendar, id, request),
        ("DELETE", [var id]) => Known(calendar, id, request) ?? Delete(calendar, id, permanently: false),
        ("POST", [var id, "permanentDelete"]) => Delete(calendar, id, permanently: true),
        _ => GraphAnswer.NotEmulated(request.Method),
    };

    private static GraphAnswer Create(MailboxCalendar calendar, GraphRequest request)
    {
        if (request.Body is not { } body) return NoBody;
        // A repeated request is answered like the first: 201, and the event that is there already.
        if (body["transactionId"].String() is { } transaction && calendar.Find(item => item.TransactionId == transaction) is { } earlier)
            return GraphAnswer.Created(Entity(earlier, request));
        if (Zoneless(body)) return GraphAnswer.UnknownZone;
        if (GraphZone.Read(body["start"]) is not { } start || GraphZone.Read(body["end"]) is not { } end)
            return GraphAnswer.BadRequest("ErrorPropertyValidationFailure", "At least one property failed validation: start and end are needed.");
        return end < start ? EndsTooEarly : GraphAnswer.Created(Entity(calendar.Add(start, end, Fields(body)), request));
    }

    private static GraphAnswer Change(MailboxCalendar calendar, string id, GraphRequest request)
    {
        if (request.Body is not { } body) return NoBody;
        if (Zoneless(body)) return GraphAnswer.UnknownZone;
        var now = calendar.Find(item => item.Id == id)!;
        if (body["transactionId"].String() is { } transaction && transaction != now.TransactionId)
            return GraphAnswer.BadRequest("ErrorInvalidPropertySet", "transactionId cannot be changed.");
        var (start, end) = (GraphZone.Read(body["start"]) ?? now.Start, GraphZone.Read(body["end"]) ?? now.End);
        if (end < start) return EndsTooEarly;
        var changed = calendar.Change(id, item =>
        {
            var fields = item.Fields.DeepClone().AsObject();
            foreach (var (name, value) in Fields(body)) fields[name] = value?.DeepClone();
            return item with { Start = start, End = end, Fields = fields };
        });
        return changed is null ? GraphAnswer.ItemNotFound : GraphAnswer.Ok(Entity(changed, request));
    }

    private static GraphAnswer Delete(MailboxCalendar calendar, string id, bool permanently) =>
        calendar.Remove(id, permanently) ? GraphAnswer.NoContent : GraphAnswer.ItemNotFound;

    private static GraphAnswer? Known(MailboxCalendar calendar, string id, GraphRequest request) => calendar.Find(item => item.Id == id) switch
    {
        null => GraphAnswer.ItemNotFound,
        { } item when request.IfMatch is { } tag && tag != "*" && tag != item.ETag =>
            GraphAnswer.Error(412, "ErrorIrresolvableConflict", "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item."),
        _ => null,
    };

    private static JsonObject Entity(CalendarEvent item, GraphRequest request)
    {
        var json = request.Selected(item.In(request.Zone!));
        json["@odata.context"] = $"https://graph.microsoft.com/v1.0/$metadata#users('{item.Owner.ObjectId}')/events/$entity";
        return json;
    }

    private static bool Zoneless(JsonObject body) =>
        new[] { body["start"], body["end"] }.Any(moment => moment is not null && GraphZone.Named(moment.At("timeZone").String()) is null);

    private static JsonObject Fields(JsonObject body) => new(body
        .Where(field => field.Key is not ("start" or "end" or "id") && field.Key[0] != '@')
        .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    private static GraphAnswer NoBody => GraphAnswer.BadRequest("ErrorInvalidRequest", "The body is not a JSON object.");

    private static GraphAnswer EndsTooEarly => GraphAnswer.BadRequest("ErrorCalendarEndDateIsEarlierThanStartDate", "EndDate is earlier than StartDate.");
}

using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary><c>users/{id}/calendar/getSchedule</c>, as Exchange answers it.</summary>
internal sealed class ScheduleRequests(Func<string, MailboxCalendar?> withMail, GraphFaults faults)
{
    private const int MostSchedules = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(62);

    // What is told when several overlap is the last of these.
    private static readonly string[] Weights = ["free", "workingElsewhere", "tentative", "busy", "oof"];

    public GraphAnswer Get(GraphRequest request)
    {
        if (request.Zone is null) return GraphAnswer.UnknownZone;
        // The parameters of an action are read whatever their case; the SDK writes Schedules, the documentation schedules.
        var body = new JsonObject((request.Body ?? []).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())), new() { PropertyNameCaseInsensitive = true });
        if (body["schedules"] is not JsonArray { Count: > 0 } schedules) return Bad("ErrorInvalidParameter", "schedules is empty.");
        if (schedules.Count > MostSchedules) return Bad("ErrorInvalidParameter", $"At most {MostSchedules} schedules in one request.");
        if (GraphZone.Read(body["startTime"]) is not { } start || GraphZone.Read(body["endTime"]) is not { } end) return GraphAnswer.UnknownZone;
        if (end <= start) return Bad("ErrorInvalidTimeInterval", "endTime is not after startTime.");
        if (end - start >= Longest) return Bad("ErrorTimeIntervalTooBig", "The requested time window is larger than the allowed 62 days.");
        var minutes = body["availabilityViewInterval"] is JsonValue value && value.TryGetValue<int>(out var asked) ? asked : 30;
        if (minutes is < 5 or > 1440) return Bad("ErrorInvalidMergedFreeBusyInterval", "availabilityViewInterval is from 5 to 1440.");
        return GraphAnswer.Ok(new()
        {
            ["@odata.context"] = "https://graph.microsoft.com/v1.0/$metadata#Collection(microsoft.graph.scheduleInformation)",
            ["value"] = new JsonArray([.. schedules.Select(schedule => (JsonNode)One(schedule.String() ?? "", start, end, TimeSpan.FromMinutes(minutes), request.Zone))]),
        });
    }

    private JsonObject One(string mail, DateTimeOffset start, DateTimeOffset end, TimeSpan interval, GraphZone zone)
    {
        if (withMail(mail) is not { } calendar)
            return Error(mail, "ErrorMailRecipientNotFound", "Unable to resolve e-mail address to an Active Directory object.");
        if (faults.IsScheduleBroken(calendar.Owner))
            return Error(mail, "ErrorFreeBusyGenerationFailed", "Free/busy data could not be generated for this mailbox.");
        var within = calendar.Events.Where(item => item.Start < end && start < item.End).ToList();
        return new()
        {
            ["scheduleId"] = mail,
            ["availabilityView"] = View(within, start, end, interval, zone),
            ["scheduleItems"] = new JsonArray([.. within.Where(item => item.ShowAs != "free").Select(item => (JsonNode)Item(item, zone))]),
            ["workingHours"] = calendar.WorkingHours.Json,
        };
    }

    private string View(List<CalendarEvent> within, DateTimeOffset start, DateTimeOffset end, TimeSpan interval, GraphZone zone)
    {
        var elapsed = faults.ViewClock == ViewClock.Elapsed;
        var places = (int)Math.Ceiling((elapsed ? end - start : zone.On(end) - zone.On(start)) / interval);
        return string.Concat(Enumerable.Range(0, places).Select(index => Digit(within, elapsed
            ? [(start + index * interval, start + (index + 1) * interval)]
            : zone.Passages(zone.On(start) + index * interval, interval))));
    }

    private static char Digit(List<CalendarEvent> events, IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> passages)
    {
        var most = events.Where(item => passages.Any(passage => item.Start < passage.Until && passage.From < item.End)).Select(item => Array.IndexOf(Weights, item.ShowAs)).DefaultIfEmpty(0).Max();
        return Weights[Math.Max(0, most)] switch { "workingElsewhere" => '4', "tentative" => '1', "busy" => '2', "oof" => '3', _ => '0' };
    }

    // A reader with the right to the details gets the subject and place, except of what is private.
    private static JsonObject Item(CalendarEvent item, GraphZone zone) => new()
    {
        ["isPrivate"] = item.IsPrivate,
        ["status"] = item.ShowAs,
        ["subject"] = item.IsPrivate ? null : item.Subject,
        ["location"] = item.IsPrivate ? null : item.Fields["location"].At("displayName").String() ?? "",
        ["isMeeting"] = false,
        ["isRecurring"] = false,
        ["isException"] = false,
        ["isReminderSet"] = true,
        ["start"] = zone.Write(item.Start),
        ["end"] = zone.Write(item.End),
    };

    private static JsonObject Error(string mail, string code, string message) => new()
    {
        ["scheduleId"] = mail,
        ["error"] = new JsonObject { ["message"] = message, ["responseCode"] = code },
    };

    private static GraphAnswer Bad(string code, string message) => GraphAnswer.BadRequest(code, message);
}

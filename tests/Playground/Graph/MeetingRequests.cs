using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary><c>users/{id}/onlineMeetings</c>, as Teams answers it.</summary>
internal static class MeetingRequests
{
    public static GraphAnswer Do(MailboxCalendar calendar, string[] path, GraphRequest request, MeetingTrouble trouble, DateTimeOffset now) => (request.Method, path) switch
    {
        ("POST", []) => Create(calendar, request.Body, trouble, now),
        ("GET", [var id]) => calendar.FindMeeting(id) is { } meeting ? GraphAnswer.Ok(request.Selected(meeting.Json)) : GraphAnswer.MeetingNotFound,
        ("PATCH", [var id]) => calendar.FindMeeting(id) is { } meeting ? Change(calendar, meeting, request.Body) : GraphAnswer.MeetingNotFound,
        ("DELETE", [var id]) => calendar.RemoveMeeting(id) ? GraphAnswer.NoContent : GraphAnswer.MeetingNotFound,
        _ => GraphAnswer.NotEmulated(request.Method),
    };

    private static GraphAnswer Create(MailboxCalendar calendar, JsonObject? body, MeetingTrouble trouble, DateTimeOffset now)
    {
        if (body is null) return NoBody;
        if (WhyBadTimes(body) is { } bad) return bad;
        var start = GraphZone.Instant(body["startDateTime"]) ?? now;
        JsonObject asked = [];
        var meeting = calendar.AddMeeting(start, GraphZone.Instant(body["endDateTime"]) ?? start.AddHours(1), (id, number) =>
        {
            asked = Asked(body, id, number);
            return Holding(asked, trouble);
        });
        return GraphAnswer.Created(meeting.With(asked));
    }

    private static GraphAnswer Change(MailboxCalendar calendar, OnlineMeeting meeting, JsonObject? body)
    {
        if (body is null) return NoBody;
        if (WhyBadTimes(body) is { } bad) return bad;
        var changed = calendar.ChangeMeeting(meeting.Id, now =>
        {
            var fields = now.Fields.DeepClone().AsObject();
            foreach (var (name, value) in Settings(body).Where(field => field.Key != "joinMeetingIdSettings")) fields[name] = value?.DeepClone();
            return now with { Start = GraphZone.Instant(body["startDateTime"]) ?? now.Start, End = GraphZone.Instant(body["endDateTime"]) ?? now.End, Fields = fields };
        });
        return changed is null ? GraphAnswer.MeetingNotFound : GraphAnswer.Ok(changed.Json);
    }

    private static GraphAnswer? WhyBadTimes(JsonObject body)
    {
        var (start, end) = (GraphZone.Instant(body["startDateTime"]), GraphZone.Instant(body["endDateTime"]));
        if (start is null != end is null) return GraphAnswer.BadRequest("BadRequest", "7002: startDateTime and endDateTime must both be given.");
        return end < start ? GraphAnswer.BadRequest("BadRequest", "7003: endDateTime is before startDateTime.") : null;
    }

    // What the tenant has as its usual settings, under what was asked for.
    private static JsonObject Asked(JsonObject body, string id, int number)
    {
        var fields = new JsonObject
        {
            ["subject"] = "",
            ["lobbyBypassSettings"] = new JsonObject { ["scope"] = "organization", ["isDialInBypassEnabled"] = false },
            ["allowedPresenters"] = "everyone",
            ["allowMeetingChat"] = "enabled",
            ["allowTeamworkReactions"] = true,
            ["allowAttendeeToEnableCamera"] = true,
            ["allowAttendeeToEnableMic"] = true,
            ["allowRecording"] = true,
            ["allowTranscription"] = true,
            ["isEntryExitAnnounced"] = false,
            ["recordAutomatically"] = false,
        };
        foreach (var (name, value) in Settings(body)) fields[name] = value?.DeepClone();
        var passcode = body["joinMeetingIdSettings"].At("isPasscodeRequired") is JsonValue asked && asked.TryGetValue<bool>(out var required) && required;
        fields["joinMeetingIdSettings"] = Join(OnlineMeeting.NewMeetingId(number), passcode ? OnlineMeeting.NewPasscode(id) : null);
        return fields;
    }

    private static JsonObject Holding(JsonObject asked, MeetingTrouble trouble)
    {
        var fields = asked.DeepClone().AsObject();
        if (trouble.HasFlag(MeetingTrouble.RecordingStaysAllowed)) fields["allowRecording"] = true;
        if (trouble.HasFlag(MeetingTrouble.TranscriptionStaysAllowed)) fields["allowTranscription"] = true;
        if (trouble.HasFlag(MeetingTrouble.ChatStaysEnabled)) fields["allowMeetingChat"] = "enabled";
        if (trouble.HasFlag(MeetingTrouble.LobbyStaysOpen)) fields["lobbyBypassSettings"] = new JsonObject { ["scope"] = "everyone", ["isDialInBypassEnabled"] = true };
        if (trouble.HasFlag(MeetingTrouble.NoPasscode)) fields["joinMeetingIdSettings"] = Join(asked["joinMeetingIdSettings"].At("joinMeetingId").String()!, passcode: null);
        return fields;
    }

    private static JsonObject Join(string id, string? passcode) =>
        new() { ["isPasscodeRequired"] = passcode is not null, ["joinMeetingId"] = id, ["passcode"] = passcode };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Settings(JsonObject body) =>
        body.Where(field => field.Key is not ("startDateTime" or "endDateTime" or "id" or "participants") && field.Key[0] != '@');

    private static GraphAnswer NoBody => GraphAnswer.BadRequest("BadRequest", "The body is not a JSON object.");
}

using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>An event in an advisor's mailbox. A snapshot: it does not change any more.</summary>
/// <param name="Fields">All that was given beside start and end, raw: what a reader of this calendar could find.</param>
public sealed record CalendarEvent(
    string Id, Person Owner, int Version, DateTimeOffset Start, DateTimeOffset End, JsonObject Fields, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public string Subject => Fields["subject"].String() ?? "";

    public bool IsPrivate => Fields["sensitivity"].String() == "private";

    /// <summary><c>free</c>, <c>tentative</c>, <c>busy</c>, <c>oof</c> or <c>workingElsewhere</c>.</summary>
    public string ShowAs => Fields["showAs"].String() ?? "busy";

    public string? TransactionId => Fields["transactionId"].String();

    public string ETag => $"W/\"{ChangeKey}\"";

    /// <summary>The event as Graph answers it, with UTC times.</summary>
    public JsonObject Json => In(GraphZone.Utc);

    private string ChangeKey => Person.Opaque("change", $"{Id} {Version}", 20);

    internal JsonObject In(GraphZone zone)
    {
        var json = Defaults();
        foreach (var (name, value) in Fields) json[name] = value?.DeepClone();
        json["bodyPreview"] = Fields["body"].At("content").String() ?? "";
        json["start"] = zone.Write(Start);
        json["end"] = zone.Write(End);
        return json;
    }

    private JsonObject Defaults() => new()
    {
        ["@odata.etag"] = ETag,
        ["id"] = Id,
        ["createdDateTime"] = GraphZone.Instant(CreatedAt),
        ["lastModifiedDateTime"] = GraphZone.Instant(ChangedAt),
        ["changeKey"] = ChangeKey,
        ["categories"] = new JsonArray(),
        ["transactionId"] = null,
        ["iCalUId"] = "040000008200E00074C5B7101A82E008" + Person.Opaque("ical", Id, 24),
        ["reminderMinutesBeforeStart"] = 15,
        ["isReminderOn"] = true,
        ["hasAttachments"] = false,
        ["subject"] = "",
        ["importance"] = "normal",
        ["sensitivity"] = "normal",
        ["isAllDay"] = false,
        ["isCancelled"] = false,
        ["isOrganizer"] = true,
        ["responseRequested"] = true,
        ["seriesMasterId"] = null,
        ["showAs"] = "busy",
        ["type"] = "singleInstance",
        ["webLink"] = $"https://outlook.office365.com/owa/?itemid={Uri.EscapeDataString(Id)}&exvsurl=1&path=/calendar/item",
        ["onlineMeetingUrl"] = null,
        ["isOnlineMeeting"] = false,
        ["onlineMeetingProvider"] = "unknown",
        ["allowNewTimeProposals"] = true,
        ["isDraft"] = false,
        ["hideAttendees"] = false,
        ["recurrence"] = null,
        ["onlineMeeting"] = null,
        ["responseStatus"] = new JsonObject { ["response"] = "organizer", ["time"] = "0001-01-01T00:00:00Z" },
        ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "" },
        ["location"] = new JsonObject { ["displayName"] = "", ["locationType"] = "default", ["uniqueIdType"] = "unknown" },
        ["locations"] = new JsonArray(),
        ["attendees"] = new JsonArray(),
        ["organizer"] = new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = Owner.Name, ["address"] = Owner.Mail } },
    };
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>An online meeting as Teams holds it, whatever was asked for. A snapshot. It is in nobody's calendar.</summary>
/// <param name="Fields">All settings that hold, raw.</param>
public sealed record OnlineMeeting(string Id, Person Organizer, DateTimeOffset Start, DateTimeOffset End, DateTimeOffset CreatedAt, JsonObject Fields)
{
    public string Subject => Fields["subject"].String() ?? "";

    /// <summary>Digits only; people see it in groups of three.</summary>
    public string MeetingId => Fields["joinMeetingIdSettings"].At("joinMeetingId").String()!;

    /// <summary>Null when none is required.</summary>
    public string? Passcode => Fields["joinMeetingIdSettings"].At("passcode").String();

    public string JoinWebUrl => JoinUrl(Thread(Id), Organizer);

    /// <summary>The meeting as Graph answers it.</summary>
    public JsonObject Json => With(Fields);

    internal static string NewId(Person organizer, int number)
    {
        var thread = $"19:meeting_{Person.Opaque("meeting", $"{organizer.ObjectId} {number}", 36)}@thread.v2";
        return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"1*{organizer.ObjectId}*0**{thread}"));
    }

    internal static string NewMeetingId(int number) => (3_000_000_000_000 + number * 7_919_000_003L % 899_999_999_999).ToString(CultureInfo.InvariantCulture);

    internal static string NewPasscode(string id) => Person.Opaque("passcode", id, 16).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)[..8];

    internal JsonObject With(JsonObject fields)
    {
        var json = new JsonObject
        {
            ["@odata.context"] = $"https://graph.microsoft.com/v1.0/$metadata#users('{Organizer.ObjectId}')/onlineMeetings/$entity",
            ["id"] = Id,
            ["creationDateTime"] = GraphZone.Instant(CreatedAt),
            ["startDateTime"] = GraphZone.Instant(Start),
            ["endDateTime"] = GraphZone.Instant(End),
            ["joinWebUrl"] = JoinWebUrl,
            ["chatInfo"] = new JsonObject { ["threadId"] = Thread(Id), ["messageId"] = "0", ["replyChainMessageId"] = null },
            ["participants"] = new JsonObject
            {
                ["organizer"] = new JsonObject
                {
                    ["upn"] = Organizer.Mail,
                    ["role"] = "presenter",
                    ["identity"] = new JsonObject { ["user"] = new JsonObject { ["id"] = Organizer.ObjectId, ["displayName"] = null, ["tenantId"] = Organizer.Tenant.Id } },
                },
                ["attendees"] = new JsonArray(),
            },
        };
        foreach (var (name, value) in fields) json[name] = value?.DeepClone();
        return json;
    }

    private static string Thread(string id) => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split("**")[1];

    // The tenant and the organizer stand in every join address, readable for whoever sees it.
    private static string JoinUrl(string thread, Person organizer) =>
        $"https://teams.microsoft.com/l/meetup-join/{Uri.EscapeDataString(thread)}/0?context=" +
        Uri.EscapeDataString($$"""{"Tid":"{{organizer.Tenant.Id}}","Oid":"{{organizer.ObjectId}}"}""");
}

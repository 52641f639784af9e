using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams.Outgoing;

namespace VpBot.Teams.Incoming;

/// <summary>
/// The one live button of a constant card: it opens the room for an employee, or the desk for an advisor, as a dialog.
/// Source: "Invoke dialogs from a card", <c>task/fetch</c>. The answer rides in the response and is no message.
/// </summary>
internal sealed class TaskFetch(EmployerDirectory directory, KeyedHash hash, Tickets tickets, Spoken spoken)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<TurnAnswer> AnswerAsync(Database db, Activity activity, bool isNew, CancellationToken stopping)
    {
        var tongue = spoken.At(directory.ByTenant(activity.Conversation!.TenantId)?.Key ?? "", Text(activity.Value, "data", "lang") ?? activity.Locale);
        var words = tongue.Words<FrontDoorPhrases>();
        // A repeated press never gets a second ticket: whoever repeats it may not be the person who pressed.
        if (!isNew || AdmissionFor(activity, tongue) is not { } admission)
            return Answer(new JsonObject { ["type"] = "message", ["value"] = words.NotServed });
        var address = tickets.Issue(db, admission);
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateException fault) when (fault.WasTaken())
        {
            return Answer(new JsonObject { ["type"] = "message", ["value"] = words.NotServed });
        }

        return Answer(new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = admission.Advisor is null ? words.RoomTitle : words.DeskTitle,
                ["url"] = address.ToString(),
                ["width"] = "medium",
                ["height"] = "large",
            },
        });
    }

    private Admission? AdmissionFor(Activity activity, Tongue tongue)
    {
        var tenant = activity.Conversation!.TenantId;
        var person = activity.From!.AadObjectId!;
        var theme = Text(activity.Value, "context", "theme") is ("dark" or "contrast") and var known ? known : "default";
        if (Text(activity.Value, "data", "open") == "desk")
        {
            return directory.AdvisorOf(tenant, person) is { } advisor
                ? new Admission(directory.ByTenant(tenant)?.Key ?? "", null, advisor.Id, tongue.Code, theme)
                : null;
        }

        return directory.ByTenant(tenant) is { } employer
            ? new Admission(employer.Key, hash.PseudonymOf(employer.Key, tenant!, person).Value, null, tongue.Code, theme)
            {
                Chat = EmployeeChat.AddressOf(employer, activity.ServiceUrl!, activity.Conversation.Id!),
            }
            : null;
    }

    private static string? Text(JsonElement value, string first, string second) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(first, out var outer) && outer.ValueKind == JsonValueKind.Object
        && outer.TryGetProperty(second, out var inner) && inner.ValueKind == JsonValueKind.String ? inner.GetString() : null;

    private static TurnAnswer Answer(JsonObject task) =>
        new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["task"] = task }, Readable));
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Teams.Outgoing;

namespace VpBot.Teams.Incoming;

/// <summary>
/// The one live button of a constant card: it opens the room for an employee, or the desk for an advisor, as a dialog.
/// Source: "Invoke dialogs from a card", <c>task/fetch</c>. The answer rides in the response and is no message.
/// </summary>
internal sealed class TaskFetch(EmployerDirectory directory, KeyedHash hash, SeenActivities seen, Tickets tickets, Spoken spoken)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<TurnAnswer> AnswerAsync(Activity activity)
    {
        var tongue = spoken.At(directory.ByTenant(activity.Conversation!.TenantId)?.Key ?? "", Text(activity.Value, "data", "lang") ?? activity.Locale);
        var words = tongue.Words<FrontDoorPhrases>();
        // A repeated press never gets a second ticket: whoever repeats it may not be the person who pressed.
        if (AdmissionFor(activity, tongue) is not { } admission || await tickets.IssueAsync(seen.Mark(activity), admission) is not { } address)
            return Answer("message", words.NotServed, static (answer, said) => answer.WriteStringValue(said));
        return Answer("continue", (Title: admission.Advisor is null ? words.RoomTitle : words.DeskTitle, Address: address), static (answer, dialog) =>
        {
            answer.WriteStartObject();
            answer.WriteString("title", dialog.Title);
            answer.WriteString("url", dialog.Address);
            answer.WriteString("width", "medium");
            answer.WriteString("height", "large");
            answer.WriteEndObject();
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

    private static TurnAnswer Answer<T>(string type, T value, Action<Utf8JsonWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var answer = new Utf8JsonWriter(bytes, Readable);
        answer.WriteStartObject();
        answer.WriteStartObject("task");
        answer.WriteString("type", type);
        answer.WritePropertyName("value");
        write(answer, value);
        answer.WriteEndObject();
        answer.WriteEndObject();
        answer.Flush();
        return new(StatusCodes.Status200OK, bytes.WrittenMemory);
    }
}

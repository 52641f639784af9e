using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Announcing;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Teams.Catalogue;

namespace VpBot.Teams.Incoming;

/// <summary>
/// The message extension with which HR, or anybody else of the employer, puts an announcement into a message of their own. It is a
/// function of the form: no database, no log, no look at who asks or where. Sources: "Create and send dialogs" and "Respond to the
/// dialog submit action" (action commands), <c>composeExtension/fetchTask</c> and <c>composeExtension/submitAction</c>.
/// </summary>
internal sealed class ComposeExtension(EmployerDirectory directory, AnnouncementBook book, Spoken spoken, TimeProvider clock)
{
    public const string Command = "announce";
    private const string Fetch = "composeExtension/fetchTask", Submit = "composeExtension/submitAction";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It may come from a channel, a group chat, a meeting or somebody else's chat: Teams sends it there without the bot being a member.</summary>
    public static bool IsAsked(Activity activity) => activity is { Type: "invoke", Name: Fetch or Submit };

    public TurnAnswer Answer(Activity activity)
    {
        // Opened on somebody's message, that message would ride along. Our command is not offered there, and such a press is not read.
        if (Text(activity.Value, "commandId") != Command || Text(activity.Value, "commandContext") is not (null or "compose" or "commandBox"))
            return TurnAnswer.NotImplemented;
        var tongue = Tongue.Of(activity.Locale);
        if (directory.ByTenant(activity.ChannelData?.Tenant?.Id) is not { } employer)
            return Task(new JsonObject { ["type"] = "message", ["value"] = tongue.Words<AnnouncingPhrases>().NotServed });
        tongue = spoken.At(employer.Key, tongue.Code);
        var announced = activity.Name == Submit ? AnnouncementForm.Press(Filled(activity.Value), tongue, clock.GetUtcNow()) : AnnouncementForm.Begin(tongue);
        return announced switch
        {
            Announced.Asked asked => Form(asked.Form, tongue),
            Announced.Ready ready => Card(book.Card(employer, ready.What, ready.Tongue, ready.Session)),
            _ => throw new InvalidOperationException("A press in the form has two outcomes."),
        };
    }

    private static TurnAnswer Form(ICard form, Tongue tongue) => Task(new JsonObject
    {
        ["type"] = "continue",
        ["value"] = new JsonObject
        {
            ["title"] = tongue.Words<AnnouncingPhrases>().FormTitle,
            ["width"] = "medium",
            ["height"] = "medium",
            ["card"] = Attachment(CardTemplate.Fill(form)),
        },
    });

    /// <summary>The card goes into the message that is being written, where it can still be taken out.</summary>
    private static TurnAnswer Card(AnnouncementCard card)
    {
        var attachment = Attachment(CardTemplate.Fill(card));
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = card.Title },
        };
        return Json(new JsonObject
        {
            ["composeExtension"] = new JsonObject { ["type"] = "result", ["attachmentLayout"] = "list", ["attachments"] = new JsonArray(attachment) },
        });
    }

    private static JsonObject Attachment(JsonObject card) => new() { ["contentType"] = CardMessage.ContentType, ["content"] = card };

    private static Dictionary<string, string> Filled(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
                .GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value.GetString()!)
            : [];

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static TurnAnswer Task(JsonObject task) => Json(new JsonObject { ["task"] = task });

    private static TurnAnswer Json(JsonObject answer) => new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(answer, Readable));
}

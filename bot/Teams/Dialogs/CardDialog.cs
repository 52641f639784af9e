using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Room;
using VpBot.Storage.Direct;
using VpBot.Teams.Catalogue;
using VpBot.Teams.Incoming;

namespace VpBot.Teams.Dialogs;

/// <summary>
/// The second surface: the room's dialogs as cards within one Teams dialog, for an employer whose network blocks the room's
/// address, and only where the settings say so. Each answer rides in the response of an invoke and is no chat message.
/// Source: "Use dialogs with bots", <c>task/fetch</c> and <c>task/submit</c>.
/// </summary>
internal sealed class CardDialog(EmployerDirectory directory, KeyedHash hash, SeenActivities seen, GroupCommit commits, CardDoor door, DialogDrawing drawing, Spoken spoken)
{
    public const string Open = "cards";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsAsked(Activity activity) => Text(activity.Value, "open") == Open;

    /// <summary>Opens a session of its own for every press, and says first what is true here and what is unproven.</summary>
    public async Task<TurnAnswer> OpenAsync(Activity activity, CancellationToken stopping)
    {
        var tongue = spoken.Of(Text(activity.Value, "lang") ?? activity.Locale).Reviewed;
        // A repeated press opens nothing, at whatever instance it arrives.
        if (ServedBy(activity) is not { } employer || await commits.WriteAsync(seen.Mark(activity)) == 0)
            return Message(tongue.Words<FrontDoorPhrases>().NotServed);
        return await door.OpenAsync(OwnerOf(activity, employer), employer, tongue, stopping) is CardTurn.Shown shown
            ? Continue(drawing.Before(shown))
            : Message(tongue.Words<FrontDoorPhrases>().NotServed);
    }

    /// <summary>One press in the dialog. Pressing twice is harmless, as in the room.</summary>
    public async Task<TurnAnswer> SubmitAsync(Activity activity, CancellationToken stopping)
    {
        if (ServedBy(activity) is not { } employer)
            return TurnAnswer.NotImplemented;
        var tongue = spoken.At(employer.Key, Tongue.Of(activity.Locale).Code);
        if (DialogPress.Read(activity.Value) is not { } press)
            return Message(tongue.Words<FrontDoorPhrases>().NotServed);
        return await door.PressAsync(press.By(OwnerOf(activity, employer)), stopping) switch
        {
            CardTurn.Shown shown when press is { IsBefore: true, Act: "tongue" } => Continue(drawing.Before(shown)),
            CardTurn.Shown shown => Continue(drawing.Draw(shown, press.Part)),
            CardTurn.Gone => Continue(drawing.Gone(employer, tongue)),
            CardTurn.Failed => Continue(drawing.Failed(employer, tongue, press.Session)),
            // An answer without a body closes the dialog.
            CardTurn.Left => TurnAnswer.Accepted,
            _ => throw new UnreachableException("A press has four outcomes."),
        };
    }

    private Employer? ServedBy(Activity activity) => directory.ByTenant(activity.Conversation!.TenantId) is { CardDialogs: true } employer ? employer : null;

    private string OwnerOf(Activity activity, Employer employer) =>
        hash.PseudonymOf(employer.Key, activity.Conversation!.TenantId!, activity.From!.AadObjectId!).Value;

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static TurnAnswer Continue(DialogCard card) => Answer(new JsonObject
    {
        ["type"] = "continue",
        ["value"] = new JsonObject
        {
            ["title"] = card.Door.RoomTitle,
            ["width"] = "medium",
            ["height"] = "large",
            ["card"] = new JsonObject { ["contentType"] = CardMessage.ContentType, ["content"] = CardTemplate.Fill(card) },
        },
    });

    private static TurnAnswer Message(string words) => Answer(new JsonObject { ["type"] = "message", ["value"] = words });

    private static TurnAnswer Answer(JsonObject task) =>
        new(StatusCodes.Status200OK, JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["task"] = task }, Readable));
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;
using VpBot.Teams.Dialogs;
using VpBot.Tests.Shape;

namespace VpBot.Tests.Teams.Dialogs;

/// <summary>A view of the room as the card that a dialog would show of it.</summary>
internal static class DrawnCard
{
    public const int Largest = 28 * 1024;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DialogDrawing Drawing = new(new RoomAddresses(new RoomSettings { Address = "https://spreekkamer.example" }));

    public static JsonObject Of(View view, Tongue tongue, Employer employer, int part = 0) =>
        CardTemplate.Fill(Drawing.Draw(new CardTurn.Shown(view, tongue, new string('t', 43), employer, true), part));

    public static JsonObject Of(Prompt prompt, int part = 0) => Of(new View("talk", "Step", [], prompt, null) { Exposed = [] }, Tongue.Dutch, Template.Duinrand, part);

    public static int Size(JsonObject card) => Encoding.UTF8.GetByteCount(card.ToJsonString(Readable));

    /// <summary>Every page of every transcript is drawn too: it fits, it can be closed, and help stands on it.</summary>
    public static void MustFit(View view, Tongue tongue, Employer employer)
    {
        var card = Of(view, tongue, employer);
        Assert.InRange(Size(card), 1, Largest - 1);
        Assert.Contains(CardWalk.Elements(card), element => CardWalk.Text(element["data"]?["act"]) == "leave");
        Assert.Contains(CardWalk.Leaves(card), leaf => CardWalk.Text(leaf) == tongue.Words<DialogPhrases>().Urgent);
        Assert.DoesNotContain(CardWalk.Leaves(card), leaf => CardWalk.Text(leaf)?.Contains("${", StringComparison.Ordinal) == true);
    }
}

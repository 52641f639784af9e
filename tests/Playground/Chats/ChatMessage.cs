using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>One message in a personal chat, as its one viewer sees it now. A snapshot: it does not change any more.</summary>
/// <remarks>
/// The version rises when the bot updates the message, not when an answer to an invoke changes the viewer's card.
/// The activity is the bot's last, raw, and null for a line that the person typed.
/// The viewer's card is what answered the last <c>adaptiveCard/action</c> on this version.
/// </remarks>
public sealed record ChatMessage(
    string Id, Person Person, DateTimeOffset At, int Version, string? Text, JsonObject? Activity, JsonObject? ViewerCard, bool Deleted)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public bool FromBot => Activity is not null;

    /// <summary>The card as it is shown, or null.</summary>
    public JsonObject? Card => ViewerCard ?? StoredCard;

    /// <summary>The card as the tenant stored it, or null.</summary>
    public JsonObject? StoredCard => (Activity?["attachments"] as JsonArray)?
        .FirstOrDefault(attachment => attachment.At("contentType").String() == CardType).At("content") as JsonObject;

    /// <summary>Teams asks for a fresh card on behalf of the viewers whom the stored card names.</summary>
    public JsonObject? RefreshAction =>
        !Deleted && (StoredCard.At("refresh").At("userIds") as JsonArray)?.Any(id => id.String() == Person.TeamsId) == true
            ? StoredCard.At("refresh").At("action") as JsonObject
            : null;
}

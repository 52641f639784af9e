using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Teams.Catalogue;

/// <summary>The bytes of every catalogue entry per employer. Routing lies in the address, so the bytes never vary.</summary>
public sealed class CatalogueBook(Func<Employer, Uri> shortLink)
{
    private readonly ConcurrentDictionary<(string Employer, bool CardDialogs, CatalogueCard Card), byte[]> _pages = new();

    public ReadOnlyMemory<byte> Page(Employer employer, CatalogueCard card) =>
        _pages.GetOrAdd((employer.Key, employer.CardDialogs, card), _ => JsonSerializer.SerializeToUtf8Bytes(Message(Draw(employer, card)), Readable));

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ICard Draw(Employer employer, CatalogueCard card) => card switch
    {
        CatalogueCard.FrontDoor => new FrontDoor(shortLink(employer).ToString(), employer.Provider.Phone, employer.CardDialogs),
        CatalogueCard.DoNotType => new DoNotType(),
        CatalogueCard.AdvisorCalled => new AdvisorCalled(),
        CatalogueCard.RoomThere => new RoomThere(),
        _ => throw new InvalidOperationException($"{card} is not drawn."),
    };

    private static JsonObject Message(ICard card) => CardMessage.Of(card, Tongue.Dutch.Words<FrontDoorPhrases>().Summary);
}

/// <summary>A message activity that carries one card. <c>summary</c>, <c>text</c> and <c>speak</c> are the same neutral line.</summary>
internal static class CardMessage
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Of(ICard card, string summary) => new()
    {
        ["type"] = "message",
        ["summary"] = summary,
        ["text"] = summary,
        ["speak"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = ContentType, ["content"] = CardTemplate.Fill(card) }),
    };
}

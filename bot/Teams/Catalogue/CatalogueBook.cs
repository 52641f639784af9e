using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;

namespace VpBot.Teams.Catalogue;

/// <summary>The bytes of every catalogue entry per employer. Routing lies in the address, so the bytes never vary.</summary>
/// <param name="tooLarge">Hears of a card that the provider's own texts make larger than Teams takes, once for each time that it is drawn.</param>
public sealed class CatalogueBook(Func<Employer, Uri> shortLink, Spoken? languages = null, Action<CatalogueCard>? tooLarge = null)
{
    /// <summary>Bytes. Teams refuses a message that is larger with its card. Source: "Format your bot messages", size limits.</summary>
    public const int LargestMessage = 28 * 1024;

    private const string Nobody = "";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Spoken _spoken = languages ?? Spoken.Reviewed;
    private readonly ConcurrentDictionary<(string Employer, bool CardDialogs, CatalogueCard Card, int Words), byte[]> _pages = new();
    private int _lastSeen;

    public ReadOnlyMemory<byte> Page(Employer employer, CatalogueCard card)
    {
        while (true)
        {
            var key = (employer.Key, employer.CardDialogs, card, _spoken.Number);
            if (_pages.TryGetValue(key, out var known))
                return known;
            var drawn = Draw(employer, card);
            // Texts that were read again in the middle would make a card of two editions.
            if (_spoken.Number == key.Number)
            {
                ForgetOlderThan(key.Number);
                return _pages.GetOrAdd(key, drawn);
            }
        }
    }

    /// <summary>
    /// What may be on its way: the page of now, and what was drawn before the provider's own texts were last read, or before the second
    /// way in was switched. A card that was drawn in that moment was true when it was drawn.
    /// </summary>
    internal IEnumerable<ReadOnlyMemory<byte>> OnTheirWay(Employer employer, CatalogueCard card)
    {
        yield return Page(employer, card);
        var now = _spoken.Number;
        foreach (var edition in (int[])[now, now - 1])
        {
            foreach (var cardDialogs in (bool[])[true, false])
            {
                if (_pages.TryGetValue((employer.Key, cardDialogs, card, edition), out var drawn))
                    yield return drawn;
            }
        }
    }

    /// <summary>The languages that the cards of employees have beside the reviewed ones. The desk has none.</summary>
    public IReadOnlyList<Tongue> More(CatalogueCard card) => card == CatalogueCard.AdvisorCalled ? [] : [.. _spoken.All.Where(MoreTongues.CanSay)];

    /// <summary>What is drawn for the first time in an edition ends every edition but the one before.</summary>
    private void ForgetOlderThan(int now)
    {
        if (Interlocked.Exchange(ref _lastSeen, now) == now)
            return;
        foreach (var old in _pages.Keys.Where(page => page.Words < now - 1))
            _pages.TryRemove(old, out _);
    }

    /// <summary>Words of the provider's own cost nobody the door: a card that Teams would refuse is said in ours.</summary>
    private byte[] Draw(Employer employer, CatalogueCard card)
    {
        var drawn = JsonSerializer.SerializeToUtf8Bytes(Message(employer, card, employer.Key), Readable);
        if (drawn.Length < LargestMessage || !_spoken.Changed.Contains(employer.Key))
            return drawn;
        tooLarge?.Invoke(card);
        return JsonSerializer.SerializeToUtf8Bytes(Message(employer, card, Nobody), Readable);
    }

    private ICard Draw(Employer employer, CatalogueCard card, CardTongues tongues) => card switch
    {
        CatalogueCard.FrontDoor => new FrontDoor(shortLink(employer).ToString(), employer.Provider.Phone, employer.CardDialogs) { In = tongues },
        CatalogueCard.DoNotType => new DoNotType { In = tongues },
        CatalogueCard.AdvisorCalled => new AdvisorCalled { In = tongues },
        CatalogueCard.RoomThere => new RoomThere { In = tongues },
        _ => throw new InvalidOperationException($"{card} is not drawn."),
    };

    /// <summary>Under the block of one language, where the provider says it in other words.</summary>
    private static void SayChanged(JsonObject card, Tongue tongue, Employer employer)
    {
        if (tongue.SayChanged(employer, tongue.OwnReviewOf<FrontDoorPhrases>()) is { } changed)
            card["body"]!.AsArray().Single(block => block?["id"]?.GetValue<string>() == tongue.Code)!["items"]!.AsArray().Add(MoreTongues.Notice(changed));
    }

    /// <param name="whose">The employer whose people hear it in words of their own.</param>
    private JsonObject Message(Employer employer, CatalogueCard card, string whose)
    {
        var reviewed = new CardTongues(_spoken.At(whose, Tongue.Dutch.Code), _spoken.At(whose, Tongue.English.Code));
        var more = More(card).Select(tongue => _spoken.At(whose, tongue.Code)).ToList();
        var filled = MoreTongues.Fill(tongues => Draw(employer, card, tongues), reviewed, more);
        foreach (var tongue in (Tongue[])[reviewed.First, reviewed.Second, .. more])
            SayChanged(filled, tongue, employer);
        return CardMessage.Of(filled, reviewed.First.Words<FrontDoorPhrases>().Summary);
    }
}

internal static partial class CatalogueLog
{
    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "The provider's own texts make a card larger than Teams takes, and it is sent in our words: {card}")]
    public static partial void TooLarge(ILogger logger, CatalogueCard card);
}

/// <summary>A message activity that carries one card. <c>summary</c>, <c>text</c> and <c>speak</c> are the same neutral line.</summary>
internal static class CardMessage
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Of(ICard card, string summary) => Of(CardTemplate.Fill(card), summary);

    public static JsonObject Of(JsonObject card, string summary) => new()
    {
        ["type"] = "message",
        ["summary"] = summary,
        ["text"] = summary,
        ["speak"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = ContentType, ["content"] = card }),
    };
}

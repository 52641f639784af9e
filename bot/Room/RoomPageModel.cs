using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Room;

/// <summary>How a page looks: "default", "dark" or "contrast" as Teams says, "auto" for the device's own preference.</summary>
public sealed record Look(Tongue Tongue, string Theme);

/// <summary>The room, or the desk, after a turn.</summary>
/// <param name="Token">The session token: it lives in the form and nowhere else in the browser.</param>
/// <param name="ShortLink">The way to one's own phone; empty where somebody is there already, and at the desk.</param>
/// <param name="OwnDeviceQr">An SVG of the short link, shown in Teams as the way to one's own phone.</param>
public sealed record RoomPageModel(
    View View, Look Look, string Token, Employer Employer, bool InTeams, bool IsDesk, string ShortLink, string OwnDeviceQr, int IdleMinutes, string HelpHtml)
{
    /// <summary>What was sent and did not fit: the fields show it again, so that nobody has to type it twice.</summary>
    public Reply? Sent { get; init; }

    /// <summary>Every language that can be chosen here.</summary>
    public required IReadOnlyList<Tongue> Tongues { get; init; }

    /// <summary>False where back would lead nowhere: at the start, before anything was answered.</summary>
    public bool CanGoBack { get; init; } = View.Goal != Goal<object>.Start || View.Said.Any(exchange => exchange.CanChange);
}

/// <summary>A page outside a conversation: something ended, was used up, or is not known.</summary>
/// <param name="Ways">Links or nothing; a notice never leads into a dead end without a phone number.</param>
public sealed record NoticePageModel(Look Look, string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<NoticeWay> Ways);

public sealed record NoticeWay(string Href, string Label);

/// <summary>The page behind the short link and the QR code: no identity, one button.</summary>
public sealed record DoorPageModel(Look Look, Employer Employer, IReadOnlyList<Tongue> Tongues);

/// <summary>The room's address without a session: with script it redeems the ticket in the fragment.</summary>
public sealed record EntrancePageModel(Look Look);

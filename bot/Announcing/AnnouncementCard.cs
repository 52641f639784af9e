using VpBot.Cards;
using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>An announcement as HR posts it: our constant words, the employer's published door, and of a session HR's own three texts as plain runs.</summary>
/// <param name="Chat">The address that opens one's own chat with the app.</param>
/// <param name="Changed">Who says this in other words than ours, and when it was reviewed; null where nobody does.</param>
/// <param name="OwnPhone">The address of the room, to type over on one's own phone; it is no link, so that nobody opens it at work by a slip.</param>
public sealed record AnnouncementCard(Announcement What, Tongue Tongue, string Chat, string OwnPhone, string Phone, SessionLines? Session = null, string? Changed = null) : ICard
{
    public AnnouncingPhrases Words => Tongue.Words<AnnouncingPhrases>();
    public string Title => Words.Title(What);
    public string Text => Words.Text(What);
    public bool HasChanged => Changed is not null;
    public bool HasSession => Session is not null;
    public string? Day => Session?.Day;
    public string? Time => Session?.Time;
    public string? Place => Session?.Place;
}

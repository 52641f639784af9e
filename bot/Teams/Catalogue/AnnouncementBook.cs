using System.Text.Json.Nodes;
using VpBot.Announcing;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Room;

namespace VpBot.Teams.Catalogue;

/// <summary>
/// The announcements of an employer as cards. The bot sends none of them: it answers HR's form with one, Teams puts it into the
/// message that HR is writing, and HR posts it. Only <see cref="SessionLines"/> vary, and those HR typed.
/// </summary>
public sealed class AnnouncementBook(Func<Employer, Uri> shortLink, string appId, Spoken? languages = null)
{
    private readonly Spoken _spoken = languages ?? Spoken.Reviewed;

    /// <summary>The names under which the published list shows what HR fills in.</summary>
    public static SessionLines Named { get; } = new("{day}", "{time}", "{place}");

    public AnnouncementCard Card(Employer employer, Announcement what, Tongue tongue, SessionLines? session)
    {
        var (door, own) = (shortLink(employer), _spoken.At(employer.Key, tongue.Code));
        return new(what, own, ChatWith(appId), door.Authority + door.AbsolutePath, employer.Provider.Phone, session, own.SayChanged(employer, own.OwnReviewOf<AnnouncingPhrases>()));
    }

    public JsonObject Content(Employer employer, Announcement what, Tongue tongue) =>
        CardTemplate.Fill(Card(employer, what, tongue, what == Announcement.Session ? Named : null));

    /// <summary>Opens the viewer's own chat with the bot. Source: "Deep link to a chat", with the bot's id as the user.</summary>
    private static string ChatWith(string appId) => $"https://teams.microsoft.com/l/chat/0/0?users=28:{appId}";
}

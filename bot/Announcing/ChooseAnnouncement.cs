using VpBot.Cards;
using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>The first page of HR's form: which announcement, in which language.</summary>
/// <param name="Tongue">Of the form itself: whoever posts may write in another language than they read.</param>
public sealed record ChooseAnnouncement(Tongue Tongue, bool IsMissing = false) : ICard
{
    public AnnouncingPhrases Words => Tongue.Words<AnnouncingPhrases>();
    public IReadOnlyList<FormChoice> Announcements => [.. Enum.GetValues<Announcement>().Select(what => new FormChoice(Words.Choice(what), what.ToString()))];
    public IReadOnlyList<FormChoice> Tongues => [.. Tongue.All.Select(tongue => new FormChoice(tongue.OwnName, tongue.Code))];
    public string Code => Tongue.Code;
}

public sealed record FormChoice(string Title, string Value);

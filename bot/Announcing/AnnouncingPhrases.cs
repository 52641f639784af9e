using VpBot.Language;

namespace VpBot.Announcing;

/// <summary>The words of the announcements, and of the form in which HR chooses one.</summary>
public sealed class AnnouncingPhrases : Phrases
{
    public string Title(Announcement what) => Each(what);
    public string Text(Announcement what) => Each(what);
    public string DayLabel => Say();
    public string TimeLabel => Say();
    public string PlaceLabel => Say();
    public string OpenChat => Say();
    public string OpenChatWhy => Say();
    public string OwnPhone => Say();
    public string Call => Say();
    public string NotHere => Say();
    public string CardFallback => Say();

    public string FormTitle => Say();
    public string FormWhy => Say();
    public string NothingKept => Say();
    public string WhichAnnouncement => Say();
    public string Choice(Announcement what) => Each(what);
    public string WhichTongue => Say();
    public string ChooseFirst => Say();
    public string Further => Say();
    public string SessionWhy => Say();
    public string WhichDay => Say();
    public string WhichTime => Say();
    public string WhichPlace => Say();
    public string PlaceHint => Say();
    public string FillThisIn => Say();
    public string MakeCard => Say();
    public string Back => Say();
    public string Fault(SessionFault fault) => Each(fault);
    public string NotServed => Say();
}

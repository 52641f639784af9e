using VpBot.Language;

namespace VpBot.Teams;

/// <summary>The words of the constant cards.</summary>
[ToCheck(Checker.Advisor)]
public sealed class FrontDoorPhrases : Phrases
{
    public string Title => Say();
    public string Intro => Say();
    [Fixed]
    public string DoNotType => Say();
    public string OpenRoom => Say();
    [Fixed]
    public string OpenRoomWhy => Say();
    public string OpenCards => Say();
    [Fixed]
    public string OpenCardsWhy => Say();
    public string OwnPhone => Say();
    public string CallUs => Say();
    public string Language => Say();
    public string DoesTitle => Say();
    public string DoesText => Say();
    public string DoesNotTitle => Say();
    [ToCheck(Checker.Lawyer)]
    public string DoesNotText => Say();
    [Fixed]
    public string ConfidentialTitle => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string ConfidentialText => Say();
    public string InternalExternalTitle => Say();
    public string InternalExternalText => Say();
    [Fixed]
    public string EmployerSeesTitle => Say();
    [Fixed]
    public string EmployerSeesMore => Say();
    [Fixed]
    public string HelpNowTitle => Say();
    [Fixed]
    public string HelpNowText => Say();
    [Fixed]
    public string TypedTitle => Say();
    [Fixed]
    public string TypedText => Say();
    public string ThereTitle => Say();
    public string ThereText => Say();
    public string AdvisorTitle => Say();
    public string AdvisorText => Say();
    public string OpenDesk => Say();
    public string DeskReadyTitle => Say();
    public string DeskReadyText => Say();
    public string RoomTitle => Say();
    public string DeskTitle => Say();
    public string NotServed => Say();
    public string CardFallback => Say();
    [Fixed]
    public string Summary => Say();
}

using VpBot.Language;

namespace VpBot.Teams;

/// <summary>The words of the constant cards.</summary>
public sealed class FrontDoorPhrases : Phrases
{
    public string Title => Say();
    public string Intro => Say();
    public string DoNotType => Say();
    public string OpenRoom => Say();
    public string OpenRoomWhy => Say();
    public string OpenCards => Say();
    public string OpenCardsWhy => Say();
    public string OwnPhone => Say();
    public string CallUs => Say();
    public string Language => Say();
    public string DoesTitle => Say();
    public string DoesText => Say();
    public string DoesNotTitle => Say();
    public string DoesNotText => Say();
    public string ConfidentialTitle => Say();
    public string ConfidentialText => Say();
    public string InternalExternalTitle => Say();
    public string InternalExternalText => Say();
    public string EmployerSeesTitle => Say();
    public string EmployerSeesMore => Say();
    public string HelpNowTitle => Say();
    public string HelpNowText => Say();
    public string TypedTitle => Say();
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
    public string Summary => Say();
}

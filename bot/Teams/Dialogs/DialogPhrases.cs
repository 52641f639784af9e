using VpBot.Language;

namespace VpBot.Teams.Dialogs;

/// <summary>The words around the room's questions when they are asked as cards.</summary>
public sealed class DialogPhrases : Phrases
{
    public string BeforeTitle => Say();
    public string BeforeWhy => Say();
    public string Passes => Say();
    public string Unproven => Say();
    public string Watched => Say();
    public string OwnPhone => Say();
    public string Understood => Say();
    public string BeforeTyping => Say();
    public string YourChoice => Say();
    public string ChooseTime => Say();
    public string ReadOn => Say();
    public string OtherTimes => Say();
    public string TryAgain => Say();
    public string FailedText(string phone) => With(phone);
    public string Close => Say();
    public string CloseWhy => Say();
    public string Urgent => Say();
    public string Fallback => Say();
    public string Speak => Say();
}

using VpBot.Language;

namespace VpBot.Explaining.Asking;

[ToCheck(Checker.Advisor)]
public sealed class AskingPhrases : Phrases
{
    public string Way => Say();
    public string WayDetail => Say();
    public string Question => Say();
    [Fixed]
    public string Why => Say();
    public string Label => Say();
    public string Hint => Say();
    public string Go => Say();
    public string Empty => Say();
    public string TooLong => Say();
    public string NotKnownTitle => Say();
    public string NotKnown => Say();
    public string NotSure => Say();
    public string HelpTitle => Say();
    [Fixed]
    public string HelpWhy => Say();
    public string Besides => Say();
    public string ReadOn(string subject) => With(subject);
    public string AskAgain => Say();
    public string Talk => Say();
    public string Subjects => Say();
    public string ToStart => Say();
}

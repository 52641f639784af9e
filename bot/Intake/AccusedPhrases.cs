using VpBot.Language;

namespace VpBot.Intake;

[ToCheck(Checker.Advisor)]
public sealed class AccusedPhrases : Phrases
{
    public string WelcomeQuestion => Say();
    public string WelcomeWhy => Say();
    public string WelcomeGo => Say();
    public string WelcomeSaid => Say();
    [Fixed]
    public string OwnAdvisors => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string NeverSaid => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string AdmitsNothing => Say();
    public string NoHour => Say();
    public string Read => Say();
    public string ReadGo => Say();
    public string NobodyQuestion => Say();
    public string NobodyWhy => Say();
    public string NobodyCall(string phone) => With(phone);
}

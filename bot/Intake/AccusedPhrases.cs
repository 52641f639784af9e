using VpBot.Language;

namespace VpBot.Intake;

public sealed class AccusedPhrases : Phrases
{
    public string WelcomeQuestion => Say();
    public string WelcomeWhy => Say();
    public string WelcomeGo => Say();
    public string WelcomeSaid => Say();
    public string OwnAdvisors => Say();
    public string NeverSaid => Say();
    public string AdmitsNothing => Say();
    public string NoHour => Say();
    public string Read => Say();
    public string ReadGo => Say();
    public string NobodyQuestion => Say();
    public string NobodyWhy => Say();
    public string NobodyCall(string phone) => With(phone);
}

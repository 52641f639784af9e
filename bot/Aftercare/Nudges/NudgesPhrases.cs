using VpBot.Language;

namespace VpBot.Aftercare.Nudges;

public sealed class NudgesPhrases : Phrases
{
    public string WayOff => Say();
    public string WayOn => Say();
    public string Question => Say();
    public string WhyOff => Say();
    public string WhyOn(string moment) => With(moment);
    public string Moment(NudgeMoment moment) => Each(moment);
    public string RatherNot => Say();
    public string RatherNotDetail => Say();
    public string Go => Say();
    public string ChooseOne => Say();
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string CardLabel => Say();
    public string CardSays => Say();
    public string WhenLabel => Say();
    public string WhenWhat(string moment) => With(moment);
    public string EmployerLabel => Say();
    public string EmployerSees => Say();
    public string KeptLabel => Say();
    public string KeptWhat => Say();
    public string SureAfter => Say();
    public string SureGo => Say();
    public string SureChanged => Say();
    public string IsOn(string moment) => With(moment);
    public string IsOff => Say();
    public string Gone => Say();
    public string GoneWhy => Say();
    public string BackToTalk => Say();
}

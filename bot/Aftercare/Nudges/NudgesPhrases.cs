using VpBot.Language;

namespace VpBot.Aftercare.Nudges;

public sealed class NudgesPhrases : Phrases
{
    public string WayOff => Say();
    public string WayOn => Say();
    public string Question => Say();
    [Fixed]
    public string WhyOff => Say();
    [Fixed]
    public string WhyOn(string moment) => With(moment);
    public string Moment(NudgeMoment moment) => Each(moment);
    public string RatherNot => Say();
    public string RatherNotDetail => Say();
    public string Go => Say();
    public string ChooseOne => Say();
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string CardLabel => Say();
    [Fixed]
    public string CardSays => Say();
    public string WhenLabel => Say();
    [Fixed]
    public string WhenWhat(string moment) => With(moment);
    public string EmployerLabel => Say();
    [Fixed]
    public string EmployerSees => Say();
    public string KeptLabel => Say();
    [Fixed]
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

using VpBot.Language;

namespace VpBot.Aftercare;

[ToCheck(Checker.Advisor)]
public sealed class AftercarePhrases : Phrases
{
    public string Way => Say();
    public string WayDue => Say();
    public string WayAnswered => Say();
    public string DistanceQuestion => Say();
    [Fixed]
    public string DistanceWhy => Say();
    public string DistanceNow(string day) => With(day);
    public string RatherNotAsked => Say();
    public string RatherNotAskedDetail(string day) => With(day);
    public string AfterOneWeek => Say();
    public string AfterWeeks(string count) => With(count);
    public string AfterDetail(string asked, string forgotten) => WithTwo(asked, forgotten);
    public string Chosen(string day) => With(day);
    public string NotChosen => Say();
    public string ChooseOne => Say();
    public string Go => Say();
    public string EnoughQuestion => Say();
    public string EnoughWhy => Say();
    public string Answer(AftercareAnswer answer) => Each(answer);
    public string AnswerDetail(AftercareAnswer answer) => Each(answer);
    public string AdvisorReads(AftercareAnswer answer) => Each(answer);
    public string TheAdvisor => Say();
    public string SureQuestion => Say();
    [Fixed]
    public string SureWhy => Say();
    [Fixed]
    public string SureAfter => Say();
    public string SureGo => Say();
    public string SureChanged => Say();
    public string NextTitle(AftercareAnswer answer) => Each(answer);
    public string NextWhy(AftercareAnswer answer) => Each(answer);
    public string CallProvider(string phone) => With(phone);
    public string AnotherTalk => Say();
    public string ReadReferral => Say();
    public string ReadNumbers => Say();
    public string BackToTalk => Say();
    public string Gone => Say();
    public string GoneWhy => Say();
    public string DeskTitle => Say();
    public string DeskWhy => Say();
    public string DeskWhenLabel => Say();
    public string DeskNotAsked => Say();
    public string DeskAnswerLabel => Say();
    public string DeskNoAnswer => Say();
    public string DeskBack => Say();
}

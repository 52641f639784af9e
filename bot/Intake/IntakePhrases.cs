using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Intake;

[ToCheck(Checker.Advisor)]
public sealed class IntakePhrases : Phrases
{
    public string Go => Say();
    public string RatherNot => Say();
    public string ToStart => Say();
    public string ChooseOne => Say();
    public string CallProvider(string phone) => With(phone);
    public string ForQuestion => Say();
    public string ForWhy => Say();
    public string Purpose(Purpose purpose) => Each(purpose);
    public string PurposeDetail(Purpose purpose) => Each(purpose);
    public string AboutQuestion => Say();
    public string AboutWhy => Say();
    public string Topic(Topic topic) => Each(topic);
    public string MustNotKnowQuestion => Say();
    [Fixed]
    public string MustNotKnowWhy => Say();
    public string MustNotKnowNobody => Say();
    public string AdvisorOf(Side side) => Each(side);
    public string NobodyLeftQuestion => Say();
    public string NobodyLeftWhy => Say();
    public string NobodyLeftChange => Say();
    public string SideQuestion => Say();
    public string SideWhy => Say();
    public string SideChoice(SideChoice sideChoice) => Each(sideChoice);
    public string SideChoiceDetail(SideChoice sideChoice) => Each(sideChoice);
    public string SideOf(Side side) => Each(side);
    public string WithWhomQuestion => Say();
    public string WithWhomWhy => Say();
    public string Whoever => Say();
    public string WhoeverDetail => Say();
    public string ProfileSide => Say();
    public string ProfileCertificate => Say();
    public string ProfileRoles => Say();
    public string ProfileLanguages => Say();
    public string ProfileWays => Say();
    public string ProfileResponds => Say();
    public string ProfileAway => Say();
    public string AwayFromUntil(string from, string until) => WithTwo(from, until);
    public string PhotoOf(string name) => With(name);
    public string ChooseSubstitute(string name) => With(name);
    public string HowQuestion => Say();
    public string HowWhy => Say();
    public string NumberQuestion => Say();
    [Fixed]
    public string NumberWhy => Say();
    public string NumberWhyAsCards => Say();
    public string NumberLabel => Say();
    public string NumberHint => Say();
    public string NumberICall => Say();
    public string NumberNotRight => Say();
    public string WhenQuestion => Say();
    public string WhenWhy => Say();
    public string MoreDays => Say();
    public string TimeJustTaken => Say();
    public string AdvisorGone => Say();
    public string ManyOpen(string phone) => With(phone);
    public string TimeHeld(string time, string until) => WithTwo(time, until);
    public string TimeNotHeld(string time) => With(time);
    public string HoldRanOut => Say();
    public string NoTimeQuestion => Say();
    public string NoTimeWhy => Say();
    public string CalendarSilentQuestion => Say();
    public string CalendarSilentWhy => Say();
    public string CalendarSilentAtBooking(string phone) => With(phone);
    public string LookAgain => Say();
    public string OtherAdvisor => Say();
    public string CalledAsQuestion => Say();
    public string CalledAsWhy => Say();
    public string CalledAsLabel => Say();
    public string CalledAsTooLong => Say();
    public string TakeOverQuestion => Say();
    public string TakeOverWhy => Say();
    public string TakeOver(TakeOver takeOver) => Each(takeOver);
    public string TakeOverDetailAskMe => Say();
    public string TakeOverDetailOthers(string names) => With(names);
    public string ConsentQuestion => Say();
    [Fixed]
    public string ConsentWhy(string advisor) => With(advisor);
    [Fixed]
    public string ConsentAfter => Say();
    [Fixed]
    public string ConsentAfterOthers => Say();
    [Fixed]
    public string ConsentGo => Say();
    public string ConsentChanged => Say();
    public string ConsentSaid => Say();
    public string CodeQuestion => Say();
    public string CodeWhy => Say();
    public string CodeInTeams => Say();
    public string CodeOwnDevice => Say();
    public string CodeGo => Say();
    public string CodeSaid => Say();
    public string LineEmployer => Say();
    public string LineFor => Say();
    public string LineTopic => Say();
    public string LineCalledAs => Say();
    public string LineNoName => Say();
    public string LineLanguage => Say();
    public string LineWay => Say();
    public string LineNumber => Say();
    public string LineICall => Say();
    public string LineTime => Say();
    public string LineReference => Say();
    public string LineConcern => Say();
    public string DifferenceGo => Say();
    public string DifferenceSaid => Say();
    public string ConcernQuestion => Say();
    public string ConcernWhy => Say();
    public string Concern(Concern concern) => Each(concern);
    public string ConcernDetail(Concern concern) => Each(concern);
    public string ReinsQuestion => Say();
    public string ReinsWhy => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string ReinsOfReport => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string ReinsOfComplaint => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string ReinsOfApp => Say();
    [ToCheck(Checker.Lawyer)]
    [Fixed]
    public string ReinsOfAppWithComplaint => Say();
    public string ReinsGo => Say();
    public string ReinsJustTalk => Say();
    public string ReinsLeaveOut => Say();
    public string ReinsSaid => Say();
}

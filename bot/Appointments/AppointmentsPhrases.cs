using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments;

[ToCheck(Checker.Advisor)]
public sealed class AppointmentsPhrases : Phrases
{
    public string WhichQuestion => Say();
    public string WhichWhy => Say();
    public string WithCode => Say();
    public string CodeQuestion => Say();
    public string CodeWhy => Say();
    public string CodeLabel => Say();
    public string CodeHint => Say();
    public string CodeGo => Say();
    public string CodeNotRight => Say();
    public string StatusQuestion => Say();
    [Fixed]
    public string State(AppointmentState state) => Each(state);
    [Fixed]
    public string StateWhy(AppointmentState state) => Each(state);
    public string Took => Say();
    public string WhenLabel => Say();
    public string WayLabel => Say();
    public string WithLabel => Say();
    public string ReferenceLabel => Say();
    public string PhoneLabel => Say();
    public string PlaceLabel => Say();
    public string MeetingIdLabel => Say();
    public string PasscodeLabel => Say();
    public string Way(WayToMeet way) => Each(way);
    public string WayDetail(WayToMeet way) => Each(way);
    public string At(string day, string time) => WithTwo(day, time);
    public string RespondsWithin(string time) => With(time);
    public string Hours(string count) => With(count);
    public string Days(string count) => With(count);
    public string OneDay => Say();
    [Fixed]
    public string ForgottenOn(string day) => With(day);
    [Fixed]
    public string ForgottenUnaccepted(string day) => With(day);
    public string CallProvider(string phone) => With(phone);
    public string Refresh => Say();
    public string Change(Change change) => Each(change);
    public string ProposedLabel => Say();
    public string ProposedAndOldTime => Say();
    public string ChooseBy(string time) => With(time);
    public string TakenOver => Say();
    public string GoesOn(string time) => With(time);
    public string MoreDays => Say();
    public string KeepAsItIs => Say();
    public string MoveQuestion => Say();
    public string MoveWhy => Say();
    public string MoveGo => Say();
    public string MoveChoose => Say();
    public string MoveTaken => Say();
    public string MoveNoTime => Say();
    public string MoveSilent => Say();
    public string MoveOldStays => Say();
    public string MoveSilentAtLast(string phone) => With(phone);
    public string MoveSure => Say();
    [Fixed]
    public string MoveSureWhy(string advisor) => With(advisor);
    public string MoveSureAfter => Say();
    public string MoveSureGo => Say();
    public string AgreeSure => Say();
    public string AgreeSureAfter => Say();
    public string AgreeSureGo => Say();
    public string KeepSure => Say();
    public string KeepSureAfter => Say();
    public string KeepSureGo => Say();
    public string FileSure => Say();
    [Fixed]
    public string FileSureWhy => Say();
    public string FileInIt => Say();
    public string FileContent => Say();
    public string FileSureAfter => Say();
    public string FileSureGo => Say();
    public string FileGet => Say();
    public string FileSubject => Say();
    public string FileName => Say();
    public string LinkSure => Say();
    public string LinkSureWhy => Say();
    public string LinkAtWork => Say();
    [Fixed]
    public string LinkAtWorkSeen => Say();
    public string LinkOwn => Say();
    [Fixed]
    public string LinkOwnSeen => Say();
    public string LinkItself => Say();
    [Fixed]
    public string LinkItselfSeen => Say();
    public string LinkSureAfter => Say();
    public string LinkSureGo => Say();
    public string LinkOpen => Say();
    public string ForgetSure => Say();
    public string ForgetSureWhy => Say();
    public string ForgetHere => Say();
    [Fixed]
    public string ForgetHereWhat => Say();
    public string ForgetAdvisor => Say();
    [Fixed]
    public string ForgetAdvisorTold => Say();
    [Fixed]
    public string ForgetAdvisorSilent => Say();
    public string ForgetCopies => Say();
    [Fixed]
    public string ForgetCopiesWhat => Say();
    public string ForgetNot => Say();
    [Fixed]
    public string ForgetNotWhat => Say();
    [Fixed]
    public string ForgetSureAfter => Say();
    public string ForgetSureGo => Say();
    public string Forgotten => Say();
    public string ForgottenWhy => Say();
    public string SureChanged => Say();
    public string ChooseAgain => Say();
    public string ToStart => Say();
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string SureAfter => Say();
    public string SureGo => Say();
    public string SureSaid => Say();
    public string Gone => Say();
    public string GoneWhy => Say();
    public string Unreadable => Say();
    public string UnreadableWhy => Say();
    public string AnotherTalk => Say();
}

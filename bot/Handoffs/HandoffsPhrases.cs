using VpBot.Appointments;
using VpBot.Language;

namespace VpBot.Handoffs;

public sealed class HandoffsPhrases : Phrases
{
    public string CardSummary => Say();
    public string CardTitle(CardState state) => Each(state);
    public string CardStatus(CardState state) => Each(state);
    public string CardFallback => Say();
    public string Accept => Say();
    public string PassOn => Say();
    public string OpenDesk => Say();
    public string ReminderTitle => Say();
    public string ReminderText => Say();
    public string DeskQuestion => Say();
    public string DeskWhy => Say();
    public string DeskEmpty => Say();
    public string DeskEmptyWhy => Say();
    public string DeskOpen => Say();
    public string DeskRefresh => Say();
    public string DeskBack => Say();
    public string RequestState(AppointmentState state) => Each(state);
    public string RequestWhy => Say();
    public string RequestGone => Say();
    public string RequestChanged => Say();
    public string Group(DeskGroup group) => Each(group);
    public string AnswerBefore(string time) => With(time);
    public string EmployeeChoosesBefore(string time) => With(time);
    public string PassOnQuestion => Say();
    public string PassOnWhy => Say();
    public string PassOnGo => Say();
    public string PassOnChoose => Say();
    public string Reason(PassOnReason reason) => Each(reason);
    public string ConflictDetail => Say();
    public string PassedOnAbsence => Say();
    public string PassedOnWorkload => Say();
    public string Propose => Say();
    public string ProposeQuestion => Say();
    public string ProposeWhy => Say();
    public string ProposeChoose => Say();
    public string ProposeTaken => Say();
    public string ProposeNoTime => Say();
    public string ProposeSilent => Say();
    public string ProposeSilentAtLast => Say();
    public string ProposeNothingChanged => Say();
    public string ProposeKeep => Say();
    public string ProposeSure => Say();
    public string ProposeSureWhy => Say();
    public string ProposeSureAfter => Say();
    public string ProposeGo => Say();
    public string OldTimeLabel => Say();
    public string NewTimeLabel => Say();
    public string RequestForgottenOn(string day) => With(day);
}

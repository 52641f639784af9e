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
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string SureAfter => Say();
    public string SureGo => Say();
    public string SureSaid => Say();
    public string RequestForgottenOn(string day) => With(day);
}

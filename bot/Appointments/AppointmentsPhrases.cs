using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments;

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
    public string State(AppointmentState state) => Each(state);
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
    public string ForgottenOn(string day) => With(day);
    public string CallProvider(string phone) => With(phone);
    public string Refresh => Say();
    public string Cancel => Say();
    public string ChooseAgain => Say();
    public string ToStart => Say();
    public string SureQuestion => Say();
    public string SureWhy => Say();
    public string SureAfter => Say();
    public string SureGo => Say();
    public string SureSaid => Say();
    public string Gone => Say();
    public string GoneWhy => Say();
}

using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>What an advisor reads at the desk about a consultation hour: numbers and times.</summary>
public sealed class DeskHourPhrases : Phrases
{
    public string WayIn(string day, string time) => WithTwo(day, time);
    public string WayInDetail(string count) => With(count);
    public string Title(string day, string time) => WithTwo(day, time);
    public string Why => Say();
    public string NoHour => Say();
    public string Nobody => Say();
    public string CallFrom(string time) => With(time);
    public string TimeIsUp => Say();
    public string TheyCome(WayToMeet way) => Each(way);
    public string NumberLabel(string number) => With(number);
    public string WaitsUntil(string time) => With(time);
    public string TalksSince(string time) => With(time);
    public string Next(string number) => With(number);
    public string Finished(string number) => With(number);
    public string NotThere(string number) => With(number);
    public string Refresh => Say();
    public string Back => Say();
    public string Changed => Say();
}

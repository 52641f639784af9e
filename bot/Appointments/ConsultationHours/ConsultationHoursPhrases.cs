using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>What someone reads who joins a line.</summary>
[ToCheck(Checker.Advisor)]
public sealed class ConsultationHoursPhrases : Phrases
{
    public string HourQuestion => Say();
    public string HourWhy => Say();
    public string HourGo => Say();
    public string WithWhom(string name, string side) => WithTwo(name, side);
    public string Of(Side side) => Each(side);
    public string LanguageLabel => Say();
    public string TurnLabel => Say();
    public string TurnOf(string minutes) => With(minutes);
    public string FreeLabel => Say();
    public string FreeNone => Say();
    public string WithCode => Say();
    public string WithCodeDetail => Say();
    public string ChooseOne => Say();
    public string Full => Say();
    public string NoHours => Say();
    public string NoHoursWhy => Say();
    public string CodeQuestion => Say();
    public string CodeWhy => Say();
    public string CodeGo => Say();
    public string CodeNotRight => Say();
    public string KnowQuestion => Say();
    [Fixed]
    public string KnowWhy => Say();
    public string KnowWay(WayToMeet way) => Each(way);
    public string KnowColleague => Say();
    [Fixed]
    public string KnowEmployer => Say();
    [Fixed]
    public string KnowLimits => Say();
    public string KnowGo => Say();
    public string KnowRead => Say();
    public string KnowSaid => Say();
    public string JoinQuestion => Say();
    [Fixed]
    public string JoinWhy => Say();
    public string SeesLabel(string name) => With(name);
    public string Sees => Say();
    [Fixed]
    public string JoinAfter => Say();
    public string JoinGo => Say();
    public string JoinSaid => Say();
    public string NoteQuestion => Say();
    public string NoteWhy(string number) => With(number);
    public string NoteOnce => Say();
    public string NoteGo => Say();
    public string NoteSaid => Say();
    public string Place(Standing standing) => Each(standing);
    public string PlaceWhy(Standing standing) => Each(standing);
    public string PlaceGone => Say();
    public string PlaceGoneWhy => Say();
    public string NumberLabel => Say();
    public string BeforeLabel => Say();
    public string AboutLabel => Say();
    public string WaitUntilTurn(WayToMeet way) => Each(way);
    public string ComeNow(WayToMeet way) => Each(way);
    public string SayNumber(string number) => With(number);
    [Fixed]
    public string ForgottenAfter(string day) => With(day);
    public string Leave => Say();
    public string OtherHour => Say();
}

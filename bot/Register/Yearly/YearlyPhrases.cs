using VpBot.Language;

namespace VpBot.Register.Yearly;

public sealed class YearlyPhrases : Phrases
{
    public string WayIn => Say();
    public string WayInDetail => Say();
    public string EmployerQuestion => Say();
    public string EmployerWhy => Say();
    public string NotYours => Say();
    public string NotYoursWhy => Say();
    public string YearQuestion => Say();
    public string YearWhy => Say();
    public string YearReleased => Say();
    public string YearOpen => Say();
    public string ChooseOne => Say();
    public string Go => Say();
    public string Title(string year) => With(year);
    public string PreviewWhy(string employer) => With(employer);
    public string ReleasedWhy(string employer) => With(employer);
    public string HandOver => Say();
    public string Release => Say();
    public string ToDesk => Say();
    public string SureQuestion(string year) => With(year);
    public string SureWhy => Say();
    public string SureEmployer => Say();
    public string SureTotal => Say();
    public string SureNoFigures => Say();
    public string SureAfter => Say();
    public string SureGo => Say();
    public string AlreadyReleased => Say();
    public string InIt(string year, string total) => WithTwo(year, total);
    public string NotInIt => Say();
    public string Five => Say();
    public string NotZero => Say();
    public string NotWhatHappens => Say();
    public string NoFigures(NoFigures why) => Each(why);
    public string Together => Say();
    public string Total => Say();
    public string ColumnQuestion => Say();
    public string ColumnAnswer => Say();
    public string ColumnCount => Say();
    public string ChartSays(string figures) => With(figures);
    public string FileName(string year) => With(year);
    public string File(ReportFileKind kind) => Each(kind);
}

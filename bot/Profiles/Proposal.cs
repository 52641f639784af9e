using System.Globalization;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Profiles;

/// <summary>What an advisor's own settings become with the change that is being made.</summary>
internal static class Proposal
{
    public static OwnChoices Of(SelfDraft draft)
    {
        var (facts, own) = (draft.Known, draft.Known.Own);
        var (settings, calendar) = (facts.Settings, facts.Settings.Calendar);
        return draft.Part switch
        {
            OwnPart.Week => own with { Week = new(calendar.Hours) { [draft.Weekday!.Value] = draft.Hours ?? [] } },
            OwnPart.Days => own with { Days = [.. Days(draft, calendar).OrderBy(day => day.Date)] },
            OwnPart.Absences => own with { Absences = [.. Absences(draft, calendar).OrderBy(absence => absence.From)] },
            OwnPart.ConsultationHours => own with { ConsultationHours = [.. Consultations(draft, calendar)] },
            OwnPart.RespondsWithin => own with { RespondsWithin = TimeSpan.Parse(draft.Amount!, CultureInfo.InvariantCulture) },
            OwnPart.TalkLength => own with { TalkLength = TimeSpan.Parse(draft.Amount!, CultureInfo.InvariantCulture) },
            OwnPart.MostPerDay => own with { MostPerDay = int.Parse(draft.Amount!, CultureInfo.InvariantCulture) },
            OwnPart.About => own with { About = Words(draft, settings.About) },
            OwnPart.Certificate => own with { Certificate = Words(draft, settings.Certificate) },
            OwnPart.OtherRoles => own with { OtherRoles = Words(draft, settings.OtherRoles) },
            OwnPart.Languages => own with { Languages = draft.Languages },
            OwnPart.Photo => own with { Photo = draft.Photo is { Length: > 0 } photo ? photo : null },
            OwnPart.Restore => OwnChoices.None,
            null => own,
            _ => throw new InvalidOperationException($"{draft.Part} cannot be set."),
        };
    }

    public static string KeyOf(ExceptionSettings day) => day.Date.ToString("O", CultureInfo.InvariantCulture);

    public static string KeyOf(AbsenceSettings absence) => string.Create(CultureInfo.InvariantCulture, $"{absence.From:O}/{absence.Until:O}");

    public static string KeyOf(ConsultationHourSettings hour) => $"{hour.Day}/{hour.Hours}";

    private static IEnumerable<ExceptionSettings> Days(SelfDraft draft, CalendarSettings calendar)
    {
        var others = calendar.Exceptions.Where(day => KeyOf(day) != draft.Entry && day.Date != draft.From);
        return draft.From is { } date ? others.Append(new() { Date = date, Hours = draft.Hours ?? [] }) : others;
    }

    private static IEnumerable<AbsenceSettings> Absences(SelfDraft draft, CalendarSettings calendar)
    {
        var others = calendar.Absences.Where(absence => KeyOf(absence) != draft.Entry);
        return draft is { From: { } from, Until: { } until }
            ? others.Append(new() { From = from, Until = until, Substitute = string.IsNullOrEmpty(draft.Substitute) ? null : draft.Substitute })
            : others;
    }

    private static IEnumerable<ConsultationHourSettings> Consultations(SelfDraft draft, CalendarSettings calendar)
    {
        var others = calendar.ConsultationHours.Where(hour => KeyOf(hour) != draft.Entry);
        return draft is { Hours: [var hours, ..], Turn: { } turn }
            ? others.Append(new() { Day = draft.Weekday, Hours = hours, TurnLength = turn, Way = draft.Way })
            : others;
    }

    private static Dictionary<string, string> Words(SelfDraft draft, Dictionary<string, string> now) => new(now)
    {
        [Tongue.Dutch.Code] = draft.Dutch ?? now[Tongue.Dutch.Code],
        [Tongue.English.Code] = draft.English ?? now[Tongue.English.Code],
    };
}

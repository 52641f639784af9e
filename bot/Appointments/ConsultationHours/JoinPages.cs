using System.Globalization;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>What is read before there is a place: the hours, what may give someone away, and what the advisor will see.</summary>
internal static class JoinPages
{
    /// <summary>The value that a choice of this hour sends.</summary>
    public static string ValueOf(OfferedLine offered) =>
        string.Create(CultureInfo.InvariantCulture, $"{offered.Advisor.Id}/{offered.Line.Consultation.Slot.Start.ToUnixTimeSeconds()}");

    /// <summary>What can be seen of this hour: the line itself, and how people meet.</summary>
    public static IReadOnlyList<Surface> Surfaces(ConsultationDraft draft, Setting setting) =>
        [Surface.WaitingLine, .. AppointmentSurfaces.OfWay(draft.Line?.Consultation.Way), .. setting.Employer.Advisor(draft.Advisor ?? "") is InternalAdvisor ? [Surface.InternalAdvisorDesk] : Array.Empty<Surface>()];

    public static Prompt Hours(ConsultationDraft draft, Setting setting)
    {
        var words = setting.Words<ConsultationHoursPhrases>();
        var code = new Option(JoinSteps.CodePrefix, words.WithCode, words.WithCodeDetail);
        return draft.Offer.Count == 0
            ? new Prompt.Tell(words.NoHours, words.NoHoursWhy, [], [], null, [new(JoinSteps.ToStart, setting.Words<AppointmentsPhrases>().ToStart), code])
            : new Prompt.Choose(words.HourQuestion, words.HourWhy, [.. draft.Offer.Select(offered => OptionOf(offered, setting, words)), code], words.HourGo);
    }

    public static string HourSaid(ConsultationDraft draft, Setting setting) =>
        draft.StartsAt is { } start ? $"{When(start, setting)}, {setting.Employer.Advisor(draft.Advisor!)?.Name}" : "";

    public static Prompt Know(ConsultationDraft draft, Setting setting, string go, string read)
    {
        var words = setting.Words<ConsultationHoursPhrases>();
        List<string> paragraphs = [];
        if (draft.Line is { } line)
            paragraphs.Add(words.KnowWay(line.Consultation.Way));
        if (setting.Employer.Advisor(draft.Advisor!) is InternalAdvisor)
            paragraphs.Add(words.KnowColleague);
        paragraphs.AddRange([words.KnowEmployer, words.KnowLimits]);
        return new Prompt.Tell(words.KnowQuestion, words.KnowWhy, paragraphs, [], null, [new(go, words.KnowGo), new(read, words.KnowRead)]);
    }

    public static Prompt.Confirm Consent(ConsultationDraft draft, Setting setting)
    {
        var words = setting.Words<ConsultationHoursPhrases>();
        var advisor = setting.Employer.Advisor(draft.Advisor!);
        return new Prompt.Confirm(
            words.JoinQuestion,
            words.JoinWhy,
            [.. HourLines(draft, advisor, setting), new(words.SeesLabel(advisor?.Name ?? setting.Employer.Provider.Name), words.Sees)],
            words.JoinAfter,
            words.JoinGo);
    }

    /// <summary>With whom, when and how.</summary>
    public static IEnumerable<Line> HourLines(ConsultationDraft draft, Advisor? advisor, Setting setting)
    {
        var general = setting.Words<AppointmentsPhrases>();
        if (advisor is not null)
            yield return new(general.WithLabel, setting.Words<ConsultationHoursPhrases>().WithWhom(advisor.Name, setting.Words<ConsultationHoursPhrases>().Of(advisor.Side)));
        if (draft.StartsAt is { } start)
            yield return new(general.WhenLabel, When(start, setting));
        if (draft.Line is { } line)
            yield return new(general.WayLabel, general.Way(line.Consultation.Way));
    }

    public static string Count(int number, Setting setting) => number.ToString(setting.Tongue.Culture);

    private static Option OptionOf(OfferedLine offered, Setting setting, ConsultationHoursPhrases words)
    {
        var (advisor, line, general) = (offered.Advisor, offered.Line, setting.Words<AppointmentsPhrases>());
        var consultation = line.Consultation;
        return new Option(ValueOf(offered), When(consultation.Slot.Start, setting), null,
        [
            new(general.WithLabel, words.WithWhom(advisor.Name, words.Of(advisor.Side))),
            new(general.WayLabel, general.Way(consultation.Way)),
            new(words.LanguageLabel, string.Join(", ", advisor.Languages.Select(tongue => tongue.OwnName))),
            new(words.TurnLabel, words.TurnOf(Count((int)consultation.TurnLength.TotalMinutes, setting))),
            new(words.FreeLabel, line.Free == 0 ? words.FreeNone : Count(line.Free, setting)),
        ])
        {
            CanChoose = line.Free > 0,
        };
    }

    private static string When(DateTimeOffset start, Setting setting) =>
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(start), setting.Tongue.SayTime(start));
}

using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Profiles;

/// <summary>How one thing is set, in a line.</summary>
internal static class Summary
{
    private static readonly DayOfWeek[] Days = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    /// <summary>The days of the week from Monday on.</summary>
    public static IReadOnlyList<DayOfWeek> Week => Days;

    public static string Of(OwnPart part, OwnChoices own, SelfFacts facts, Setting setting) => part == OwnPart.Photo
        ? own.Photo is null ? setting.Words<SelfPhrases>().NothingYet : setting.Words<SelfPhrases>().PhotoThere
        : Of(part, own.Over(facts.Source.Settings), setting);

    public static string Of(OwnPart part, AdvisorSettings settings, Setting setting)
    {
        var (words, calendar) = (setting.Words<SelfPhrases>(), settings.Calendar);
        return part switch
        {
            OwnPart.Week => string.Join(", ", Days.Where(day => calendar.Hours.GetValueOrDefault(day) is { Count: > 0 }).Select(day => TypedHours.Say(day, setting))),
            OwnPart.Days => Count(calendar.Exceptions.Count, setting),
            OwnPart.Absences => Count(calendar.Absences.Count, setting),
            OwnPart.ConsultationHours => Count(calendar.ConsultationHours.Count, setting),
            OwnPart.MostPerDay => calendar.MostPerDay.ToString(setting.Tongue.Culture),
            OwnPart.TalkLength => words.Minutes(calendar.TalkLength.TotalMinutes.ToString(setting.Tongue.Culture)),
            OwnPart.RespondsWithin => AppointmentLines.Span(settings.RespondsWithin, setting.Words<AppointmentsPhrases>()),
            OwnPart.About => In(settings.About, setting),
            OwnPart.Certificate => In(settings.Certificate, setting),
            OwnPart.OtherRoles => In(settings.OtherRoles, setting),
            OwnPart.Languages => string.Join(", ", settings.Languages.Select(code => Tongue.Of(code).OwnName)),
            OwnPart.Restore => words.RestoreDetail,
            _ => throw new InvalidOperationException($"{part} is not set anywhere."),
        };
    }

    public static string Hours(IReadOnlyCollection<string>? spans, Setting setting) =>
        spans is { Count: > 0 } ? TypedHours.Typed(spans) : setting.Words<SelfPhrases>().NotThere;

    private static string Count(int count, Setting setting) =>
        count == 0 ? setting.Words<SelfPhrases>().NothingYet : setting.Words<SelfPhrases>().Filled(count.ToString(setting.Tongue.Culture));

    private static string In(Dictionary<string, string> texts, Setting setting) => texts.GetValueOrDefault(setting.Tongue.Code, "");
}

using System.Globalization;
using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Appointments.ConsultationHours;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Profiles;

/// <summary>What other hours would mean for the talks that stand and the lines that people are in. Nothing of it changes by itself.</summary>
internal static class Consequences
{
    /// <summary>The talks that lie outside these hours.</summary>
    public static IReadOnlyList<AppointmentRow> Outside(SelfFacts facts, OpeningHours hours) =>
        [.. facts.Talks.Where(talk => !FreeTime.IsOpen(hours, talk.Slot))];

    public static IEnumerable<Line> Lines(SelfFacts facts, OpeningHours hours, Setting setting)
    {
        var words = setting.Words<SelfPhrases>();
        foreach (var talk in Outside(facts, hours))
            yield return new(talk.State == AppointmentState.Accepted ? words.TalkOutside : words.RequestOutside, At(talk.StartsAt, setting));
        foreach (var line in facts.InLine.GroupBy(place => place.StartsAt).Where(line => Consultation.At(line.Key, hours) is null))
            yield return new(words.LineEnds, words.LineEndsWith(At(line.Key, setting), line.Count().ToString(setting.Tongue.Culture)));
    }

    /// <summary>The consultation hours of today, when people are in line: they stay as they are until the end of the day.</summary>
    public static KeptDay? Today(SelfFacts facts, DateTimeOffset now)
    {
        var today = AmsterdamTime.DayOf(now);
        return facts.InLine.Any(place => AmsterdamTime.DayOf(place.StartsAt) == today)
            ? new() { Date = today, Hours = [.. facts.Self.Hours.ConsultationsOn(today).Select(Written)] }
            : null;
    }

    private static ConsultationHourSettings Written(ConsultationHour hour) => new()
    {
        Day = hour.Day,
        Hours = string.Create(CultureInfo.InvariantCulture, $"{hour.Span.From:HH\\:mm}-{hour.Span.Until:HH\\:mm}"),
        TurnLength = hour.TurnLength,
        Way = hour.Way,
    };

    private static string At(DateTimeOffset moment, Setting setting) =>
        setting.Words<AppointmentsPhrases>().At(setting.Tongue.SayDay(moment), setting.Tongue.SayTime(moment));
}

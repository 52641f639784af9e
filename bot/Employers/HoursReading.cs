using System.Globalization;

namespace VpBot.Employers;

/// <summary>Reads the settings of one advisor's calendar; faults are added as sentences that say what to change.</summary>
internal sealed class HoursReading(List<string> faults)
{
    public OpeningHours Read(AdvisorSettings advisor, List<DateOnly> closed, string at)
    {
        var settings = advisor.Calendar;
        var before = faults.Count;
        var week = settings.Hours.ToDictionary(day => day.Key, day => ReadSpans(day.Value, $"{at}:Hours:{day.Key}"));
        var exceptions = new Dictionary<DateOnly, IReadOnlyList<HourSpan>>();
        foreach (var day in settings.Exceptions)
        {
            if (!exceptions.TryAdd(day.Date, ReadSpans(day.Hours, $"{at}:Exceptions")))
                faults.Add($"{at}:Exceptions names {day.Date.ToString("O", CultureInfo.InvariantCulture)} twice. Put all hours of a day in one entry.");
        }

        if (settings.MostPerDay < 1)
            faults.Add($"{at}:MostPerDay must be at least 1.");
        if (settings.TalkLength < TimeSpan.FromMinutes(15) || settings.TalkLength > TimeSpan.FromHours(4))
            faults.Add($"{at}:TalkLength must lie between 00:15 and 04:00.");
        foreach (var (purpose, _) in settings.TalkLengths.Where(entry => entry.Value < TimeSpan.FromMinutes(15) || entry.Value > TimeSpan.FromHours(4)))
            faults.Add($"{at}:TalkLengths:{purpose} must lie between 00:15 and 04:00.");
        foreach (var absence in settings.Absences.Where(absence => absence.Until < absence.From))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{at}:Absences ends on {absence.Until:O}, before it begins on {absence.From:O}. Turn the two around."));
        if (settings.FurthestDay is < 1 or > 180)
            faults.Add($"{at}:FurthestDay must lie between 1 and 180 days.");
        if (settings.MinimumNotice < TimeSpan.Zero || settings.BufferBefore < TimeSpan.Zero || settings.BufferAfter < TimeSpan.Zero)
            faults.Add($"{at}: MinimumNotice, BufferBefore and BufferAfter cannot be less than nothing.");
        var consultations = new ConsultationReading(faults).Read(settings.ConsultationHours, advisor.Ways, $"{at}:ConsultationHours");
        if (faults.Count > before)
            return OpeningHours.Closed;
        return new OpeningHours
        {
            Week = week,
            Exceptions = exceptions,
            BufferBefore = settings.BufferBefore,
            BufferAfter = settings.BufferAfter,
            MinimumNotice = settings.MinimumNotice,
            FurthestDay = settings.FurthestDay,
            TalkLength = settings.TalkLength,
            TalkLengths = settings.TalkLengths,
            Absences = [.. settings.Absences.Select(absence => new Absence(absence.From, absence.Until, string.IsNullOrWhiteSpace(absence.Substitute) ? null : absence.Substitute))],
            ClosedDays = closed.ToHashSet(),
            MostPerDay = settings.MostPerDay,
            ConsultationHours = consultations,
        };
    }

    private IReadOnlyList<HourSpan> ReadSpans(List<string> texts, string at)
    {
        var spans = new List<HourSpan>();
        foreach (var text in texts)
        {
            if (HourSpan.TryParse(text, out var span))
                spans.Add(span);
            else
                faults.Add($"{at} holds \"{text}\". Write a span as 09:00-12:30.");
        }

        return spans;
    }
}

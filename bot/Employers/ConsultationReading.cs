namespace VpBot.Employers;

/// <summary>Reads an advisor's consultation hours; faults are added as sentences that say what to change.</summary>
internal sealed class ConsultationReading(List<string> faults)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public IReadOnlyList<ConsultationHour> Read(List<ConsultationHourSettings> settings, List<WayToMeet> ways, string at)
    {
        var hours = new List<ConsultationHour>();
        for (var entry = 0; entry < settings.Count; entry++)
        {
            if (ReadOne(settings[entry], ways, $"{at}:{entry}") is not { } hour)
                continue;
            if (hours.Any(other => other.Day == hour.Day && other.Span.From < hour.Span.Until && hour.Span.From < other.Span.Until))
                faults.Add($"{at}:{entry} overlaps another consultation hour on {hour.Day}. An advisor helps one person at a time: move one of the two.");
            hours.Add(hour);
        }

        return hours;
    }

    private ConsultationHour? ReadOne(ConsultationHourSettings settings, List<WayToMeet> ways, string at)
    {
        var before = faults.Count;
        if (settings.Day is null)
            faults.Add($"{at}:Day is missing. Name a day of the week, as Wednesday.");
        if (!HourSpan.TryParse(settings.Hours, out var span))
            faults.Add($"{at}:Hours is \"{settings.Hours}\". Write a span as 13:00-14:00.");
        else if (settings.TurnLength > span.Until - span.From)
            faults.Add($"{at}:TurnLength is longer than the hour itself. At least one turn must fit in it.");
        if (settings.TurnLength < Shortest || settings.TurnLength > Longest)
            faults.Add($"{at}:TurnLength must lie between 00:05 and 01:00.");
        if (settings.Way is null)
            faults.Add($"{at}:Way is missing. Name one of the advisor's Ways.");
        else if (ways.Count > 0 && !ways.Contains(settings.Way.Value))
            faults.Add($"{at}:Way is {settings.Way}, which is not among this advisor's Ways. Choose one of them, or add it there.");
        return faults.Count > before ? null : new ConsultationHour(settings.Day!.Value, span, settings.TurnLength, settings.Way!.Value);
    }
}

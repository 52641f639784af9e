namespace VpBot.Appointments.Calendars.BuiltIn;

public readonly record struct HourSpan(TimeOnly From, TimeOnly Until)
{
    public static bool TryParse(string text, out HourSpan span) { span = default; return true; }
}

public sealed record OpeningHours(
    IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourSpan>> Week,
    IReadOnlyDictionary<DateOnly, IReadOnlyList<HourSpan>> Exceptions,
    TimeSpan BufferBefore, TimeSpan BufferAfter, TimeSpan MinimumNotice, int FurthestDay, TimeSpan TalkLength)
{
    public IReadOnlySet<DateOnly> ClosedDays { get; init; } = new HashSet<DateOnly>();
    public int MostPerDay { get; init; } = int.MaxValue;
}

using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

/// <summary>An advisor's calendar made up from a seed: the same seed is the same calendar. Many lie around a change of the clock or a holiday.</summary>
internal sealed record RandomCalendar(OpeningHours Hours, Slot[] Taken, DateTimeOffset Now)
{
    private static readonly string[] Around = ["2027-03-28", "2028-03-26", "2027-10-31", "2028-10-29", "2028-02-28", "2031-04-25", "2030-05-04", "2026-12-24"];

    public static RandomCalendar From(int seed)
    {
        var random = new Random(seed);
        var today = AnAdvisor.Day(Around[random.Next(Around.Length)]).AddDays(-random.Next(3));
        var now = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(random.Next(24 * 60 * 60));
        var furthest = random.Next(4);
        var hours = new OpeningHours
        {
            Week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => Spans()),
            Exceptions = Days(4).ToDictionary(day => day, _ => Spans()),
            ClosedDays = random.Next(4) == 0 ? Days(1).ToHashSet() : [],
            TalkLength = Minutes(15, 30, 45, 50, 60, 90),
            BufferBefore = Minutes(0, 0, 5, 10, 15, 20, 30),
            BufferAfter = Minutes(0, 0, 5, 10, 15, 20, 30),
            MinimumNotice = Minutes(0, 60, 240, 1440),
            FurthestDay = furthest,
            MostPerDay = random.Next(3) == 0 ? random.Next(4) : int.MaxValue,
        };
        var taken = Enumerable.Range(0, random.Next(8)).Select(_ => new Slot(
            new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(random.Next(-120, (furthest + 1) * 24 * 60)),
            Minutes(1, 15, 45, 50, 180)));
        Slot[] talks = [.. taken];
        return new RandomCalendar(random.Next(2) == 0 ? hours : hours with { ConsultationHours = Consultations() }, talks, now);

        ConsultationHour[] Consultations() =>
            [.. Enum.GetValues<DayOfWeek>().SelectMany(day => Spans().Take(1).Select(span => new ConsultationHour(day, span, Minutes(5, 15, 60), WayToMeet.Phone)))];

        IEnumerable<DateOnly> Days(int most) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => today.AddDays(random.Next(furthest + 1))).Distinct().ToArray();

        TimeSpan Minutes(params int[] choices) => TimeSpan.FromMinutes(choices[random.Next(choices.Length)]);

        // Spans of a day neither overlap nor stand in order; half of the days are open at night.
        IReadOnlyList<HourSpan> Spans()
        {
            var step = random.Next(2) == 0 ? 15 : 5;
            var (earliest, latest) = random.Next(2) == 0 ? (0, 6 * 60) : (8 * 60, 24 * 60);
            var edges = Enumerable.Range(0, 2 * random.Next(4)).Select(_ => Math.Min(1439, random.Next(earliest / step, latest / step) * step)).Distinct().Order().ToArray();
            return [.. edges.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new HourSpan(Time(pair[0]), Time(pair[1]))).Reverse()];
        }
    }

    private static TimeOnly Time(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);
}

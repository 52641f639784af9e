using System.Globalization;
using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

/// <summary>Advisors and moments for examples, written as on the clock in Amsterdam.</summary>
internal static class AnAdvisor
{
    /// <summary>Talks of 45 minutes without buffers or notice, so that each example says what it adds.</summary>
    public static OpeningHours OpenDaily(params string[] spans) => new()
    {
        Week = Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => Spans(spans)),
        TalkLength = TimeSpan.FromMinutes(45),
        BufferBefore = TimeSpan.Zero,
        BufferAfter = TimeSpan.Zero,
        MinimumNotice = TimeSpan.Zero,
        FurthestDay = 0,
    };

    public static OpeningHours WithBuffers(this OpeningHours hours, int before, int after) =>
        hours with { BufferBefore = TimeSpan.FromMinutes(before), BufferAfter = TimeSpan.FromMinutes(after) };

    public static OpeningHours WithException(this OpeningHours hours, string day, params string[] spans) =>
        hours with { Exceptions = new Dictionary<DateOnly, IReadOnlyList<HourSpan>> { [Day(day)] = Spans(spans) } };

    public static IReadOnlyList<HourSpan> Spans(params string[] spans) =>
        [.. spans.Select(text => HourSpan.TryParse(text, out var span) ? span : throw new FormatException(text))];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string local)
    {
        var time = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, AmsterdamTime.Zone.GetUtcOffset(time));
    }

    public static Slot Talk(string local, int minutes = 45) => new(At(local), TimeSpan.FromMinutes(minutes));

    /// <summary>What is offered, as date and time in Amsterdam.</summary>
    public static string[] Offers(this OpeningHours hours, string now, params Slot[] taken) =>
        [.. FreeTime.Of(hours, taken, At(now)).Select(slot => AmsterdamTime.Local(slot.Start).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))];

    /// <summary>The offers of a single day, as times.</summary>
    public static string[] OffersOn(this OpeningHours hours, string day, params Slot[] taken) =>
        [.. hours.Offers($"{day} 00:00", taken).Select(offer => offer[(day.Length + 1)..])];
}

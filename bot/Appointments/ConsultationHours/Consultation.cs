using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>One consultation hour on one day, in real time. On a night when the clock changes it lasts as long as the advisor is there.</summary>
public sealed record Consultation(Slot Slot, TimeSpan TurnLength, WayToMeet Way)
{
    /// <summary>How many days ahead a line can be joined.</summary>
    public const int FurthestDay = 14;

    /// <summary>How many turns fit in the hour.</summary>
    public int Capacity => (int)(Slot.Length / TurnLength);

    /// <summary>From this moment nobody can join any more.</summary>
    public DateTimeOffset LastTurn => Slot.Start + ((Capacity - 1) * TurnLength);

    /// <summary>The end of the day on the clock in Amsterdam: nothing of the line is kept longer.</summary>
    public DateTimeOffset ForgetAt => AmsterdamDay.Of(AmsterdamTime.DayOf(Slot.Start).AddDays(1)).At(TimeOnly.MinValue);

    /// <summary>The consultation hours of one day, from early to late. An hour that the clock skips in spring does not take place.</summary>
    public static IEnumerable<Consultation> On(AmsterdamDay day, OpeningHours hours) =>
        hours.ConsultationsOn(day.Date)
            .Select(hour => new Consultation(new Slot(day.At(hour.Span.From), day.At(hour.Span.Until) - day.At(hour.Span.From)), hour.TurnLength, hour.Way))
            .Where(consultation => consultation.Capacity > 0).OrderBy(consultation => consultation.Slot.Start);

    /// <summary>The consultation hours from the beginning of today, also those that are over by now.</summary>
    public static IEnumerable<Consultation> From(DateTimeOffset now, OpeningHours hours) =>
        AmsterdamDay.From(AmsterdamTime.DayOf(now)).Take(FurthestDay + 1).SelectMany(day => On(day, hours));

    /// <summary>The consultation hour that begins at this moment; null when there is none, or none any more.</summary>
    public static Consultation? At(DateTimeOffset start, OpeningHours hours) =>
        On(AmsterdamDay.Of(AmsterdamTime.DayOf(start)), hours).FirstOrDefault(consultation => consultation.Slot.Start == start);
}

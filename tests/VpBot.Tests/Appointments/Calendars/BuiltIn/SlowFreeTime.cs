using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Tests.Appointments.Calendars.BuiltIn;

/// <summary>The rules of free time, walked minute by minute with a clock in hand. It knows only whole minutes, and nothing of how FreeTime works.</summary>
internal static class SlowFreeTime
{
    private const int Quarter = 15;

    private static readonly ConcurrentDictionary<DateTime, Minute[]> Days = new();

    public static IEnumerable<Slot> Of(OpeningHours hours, IReadOnlyCollection<Slot> taken, DateTimeOffset now)
    {
        var today = WallClock(now).Date;
        var takenQuarters = taken.SelectMany(talk => Quarters(talk, hours)).ToHashSet();
        for (var date = today; date <= today.AddDays(hours.FurthestDay); date = date.AddDays(1))
        {
            if (taken.Count(talk => WallClock(talk.Start).Date == date) >= hours.MostPerDay)
                continue;
            var unavailable = Consultations(date, hours).SelectMany(minute => Quarters(new Slot(minute, TimeSpan.FromMinutes(1)), hours)).Concat(takenQuarters).ToHashSet();
            foreach (var span in hours.On(DateOnly.FromDateTime(date)))
            {
                foreach (var talk in Within(span, MinutesOf(date), hours, unavailable))
                {
                    if (talk.Start - now >= hours.MinimumNotice)
                        yield return talk;
                }
            }
        }
    }

    /// <summary>Every minute of the day before and on and after it in which a consultation hour is going on.</summary>
    private static IEnumerable<DateTimeOffset> Consultations(DateTime date, OpeningHours hours)
    {
        for (var day = date.AddDays(-1); day <= date.AddDays(1); day = day.AddDays(1))
        {
            foreach (var hour in hours.ConsultationsOn(DateOnly.FromDateTime(day)))
            {
                var minutes = MinutesOf(day);
                var (from, until) = (minutes.First(minute => minute.Shown >= hour.Span.From).Moment, minutes.First(minute => minute.Shown >= hour.Span.Until).Moment);
                if (until - from < hour.TurnLength)
                    continue;
                for (var minute = from; minute < until; minute = minute.AddMinutes(1))
                    yield return minute;
            }
        }
    }

    private static IEnumerable<Slot> Within(HourSpan span, Minute[] day, OpeningHours hours, HashSet<long> takenQuarters)
    {
        var closing = day.First(minute => minute.Shown >= span.Until).Moment;
        var sinceOpening = 0;
        var sinceLastTalk = TimeSpan.MaxValue;
        foreach (var (minute, shown, isNew) in day)
        {
            if (shown < span.From && sinceOpening == 0)
                continue;
            var talk = new Slot(minute, hours.TalkLength);
            var isMark = sinceOpening++ % Quarter == 0;
            if (sinceLastTalk != TimeSpan.MaxValue)
                sinceLastTalk += TimeSpan.FromMinutes(1);
            if (!isMark || !isNew || talk.End > closing || sinceLastTalk < hours.TalkLength + hours.BufferAfter + hours.BufferBefore || Quarters(talk, hours).Any(takenQuarters.Contains))
                continue;
            sinceLastTalk = TimeSpan.Zero;
            yield return talk;
        }
    }

    private static IEnumerable<long> Quarters(Slot talk, OpeningHours hours)
    {
        for (var minute = talk.Start - hours.BufferBefore; minute < talk.End + hours.BufferAfter; minute = minute.AddMinutes(1))
            yield return minute.ToUnixTimeSeconds() / 60 / Quarter;
    }

    // The clock is the same for every advisor, so a day is walked once.
    private static Minute[] MinutesOf(DateTime date) => Days.GetOrAdd(date, _ =>
    {
        var noon = new DateTimeOffset(date.AddHours(12), TimeSpan.Zero);
        var shown = new HashSet<TimeOnly>();
        return
        [
            .. Enumerable.Range(-24 * 60, 48 * 60).Select(minutes => noon.AddMinutes(minutes)).Where(minute => WallClock(minute).Date == date)
                .Select(minute => new Minute(minute, TimeOfDay(minute), shown.Add(TimeOfDay(minute)))),
        ];
    });

    private static DateTime WallClock(DateTimeOffset moment) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(moment, "Europe/Amsterdam").DateTime;

    private static TimeOnly TimeOfDay(DateTimeOffset moment) => TimeOnly.FromDateTime(WallClock(moment));

    /// <summary>A minute, what the clock shows then, and whether it shows that for the first time on this day.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Minute(DateTimeOffset Moment, TimeOnly Shown, bool IsNew);
}

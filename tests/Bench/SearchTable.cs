using System.Diagnostics;
using VpBot.Appointments;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Bench.Measuring;
using VpBot.Employers;
using VpBot.Tests.Appointments.Calendars.BuiltIn;

namespace VpBot.Bench;

/// <summary>How long it takes to find the free times of an advisor, and whether they are the right ones.</summary>
internal static class SearchTable
{
    private const int Rounds = 9, Times = 400;

    public static async Task<int> RunAsync(TextWriter output, int calendars, int seed)
    {
        var now = new DateTimeOffset(2027, 3, 1, 6, 0, 0, TimeSpan.Zero);
        var hours = AnAdvisor.OpenDaily("08:00-12:00", "13:00-17:00") with { FurthestDay = 59, TalkLength = TimeSpan.FromMinutes(15), MostPerDay = 40 };
        Slot[] taken = [.. Enumerable.Range(0, 120).Select(talk => new Slot(now.AddDays(talk / 2).AddHours(2 + (talk % 2 * 4)), TimeSpan.FromMinutes(15)))];
        await output.WriteLineAsync("| search | µs | goal |\n|---|--:|--:|");
        await output.WriteLineAsync($"| one advisor, 60 days in steps of 15 minutes, {FreeTime.Of(hours, taken, now).Count} free | {Measure(() => FreeTime.Of(hours, taken, now))} | 50 |");
        await output.WriteLineAsync($"| the same with a consultation hour every day | {Measure(() => FreeTime.Of(WithConsultations(hours), taken, now))} | |");
        await output.WriteLineAsync($"| twenty advisors | {Measure(() => Enumerable.Range(0, 20).Sum(_ => FreeTime.Of(hours, taken, now).Count))} | 1000 |");

        var wrong = 0;
        for (var which = seed; which < seed + calendars; which++)
        {
            var calendar = RandomCalendar.From(which);
            if (!SlowFreeTime.Of(calendar.Hours, calendar.Taken, calendar.Now).SequenceEqual(FreeTime.Of(calendar.Hours, calendar.Taken, calendar.Now)))
                await output.WriteLineAsync($"The calendar of seed {which} is read differently ({++wrong}).");
        }

        await output.WriteLineAsync($"\n{calendars} random calendars from seed {seed}, {wrong} read differently from the patient reader of the clock.");
        return wrong == 0 ? 0 : 1;
    }

    private static OpeningHours WithConsultations(OpeningHours hours) => hours with
    {
        ConsultationHours = [.. Enum.GetValues<DayOfWeek>().Select(day => new ConsultationHour(day, AnAdvisor.Spans("12:00-13:00")[0], TimeSpan.FromMinutes(15), WayToMeet.Phone))],
    };

    private static Figures Measure(Func<object> search)
    {
        var rounds = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            for (var time = 0; time < Times; time++)
                GC.KeepAlive(search());
            if (round >= 0)
                rounds.Add(Stopwatch.GetElapsedTime(since).TotalMicroseconds / Times);
        }

        return new(rounds);
    }
}

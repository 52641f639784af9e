using VpBot.Appointments.ConsultationHours;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>Which talks can be offered, from opening hours and what is taken alone.</summary>
public static class FreeTime
{
    /// <summary>
    /// The talks that can be offered from <paramref name="now"/> on, from early to late. They follow each other back to back, so that a
    /// person has a few clear choices. Each is free by itself: whoever takes one may thereby take away its neighbours.
    /// <para><paramref name="taken"/> holds every talk and hold of this advisor, in any order, from the beginning of today in Amsterdam:
    /// a talk that is over still counts for its day and still decides where the next ones begin.</para>
    /// </summary>
    public static IReadOnlyList<Slot> Of(OpeningHours hours, IReadOnlyCollection<Slot> taken, DateTimeOffset now) => Of(hours, taken, [], [], now);

    /// <summary>
    /// The same beside another calendar: what is busy there brings no buffers of its own and is no talk of ours. What is
    /// <paramref name="leaving"/> still stands where it stands, and does not count for its day: its owner looks for another time.
    /// </summary>
    public static IReadOnlyList<Slot> Of(
        OpeningHours hours, IReadOnlyCollection<Slot> taken, IReadOnlyCollection<Slot> leaving, IReadOnlyCollection<Slot> busy, DateTimeOffset now)
    {
        var free = new FreeSlots(hours.TalkLength);
        var earliest = (now + hours.MinimumNotice).UtcTicks;
        var today = AmsterdamTime.DayOf(now);
        var takenCells = new TakenCells([.. taken, .. leaving, .. Consultations(today, hours.FurthestDay + 1, hours)], busy, hours);
        long[] starts = [.. taken.Select(talk => talk.Start.UtcTicks).Order()];
        var next = 0;

        foreach (var day in AmsterdamDay.From(today).Take(hours.FurthestDay + 1))
        {
            next = FirstFrom(day.Begin, next);
            if (FirstFrom(day.End, next) - next >= hours.MostPerDay)
                continue;
            foreach (var span in hours.On(day.Date))
                AddTalks(free, span, day, hours, takenCells, earliest);
        }

        return free;

        int FirstFrom(DateTimeOffset moment, int index)
        {
            while (index < starts.Length && starts[index] < moment.UtcTicks)
                index++;
            return index;
        }
    }

    /// <summary>True when the advisor is there for the whole of this talk and holds no consultation hour around it, whatever is booked.</summary>
    public static bool IsOpen(OpeningHours hours, Slot talk)
    {
        var day = AmsterdamDay.Of(AmsterdamTime.DayOf(talk.Start));
        var consultations = new TakenCells([.. Consultations(day.Date, 1, hours)], [], hours);
        return hours.On(day.Date).Any(span => talk.Start >= day.At(span.From) && talk.End <= day.At(span.Until))
            && consultations.InTheWayOf((talk.Start - hours.BufferBefore).UtcTicks, (talk.End + hours.BufferAfter).UtcTicks) is null;
    }

    /// <summary>True when the advisor is there for this talk and that day has room for one more.</summary>
    public static bool MayTake(OpeningHours hours, IReadOnlyCollection<Slot> taken, Slot talk) =>
        IsOpen(hours, talk) && taken.Count(other => AmsterdamTime.DayOf(other.Start) == AmsterdamTime.DayOf(talk.Start)) < hours.MostPerDay;

    /// <summary>
    /// A consultation hour takes its time as a talk does, with buffers, but is no talk of its day. Those of the days before and
    /// after count as well: their buffers may reach over midnight.
    /// </summary>
    private static IEnumerable<Slot> Consultations(DateOnly first, int days, OpeningHours hours) =>
        !hours.HoldsConsultations ? []
        : AmsterdamDay.From(first.AddDays(-1)).Take(days + 2).SelectMany(day => Consultation.On(day, hours)).Select(consultation => consultation.Slot);

    private static void AddTalks(FreeSlots free, HourSpan span, AmsterdamDay day, OpeningHours hours, TakenCells taken, long earliest)
    {
        var (opening, lastStart) = (day.At(span.From).UtcTicks, (day.At(span.Until) - hours.TalkLength).UtcTicks);
        var (before, after) = (hours.BufferBefore.Ticks, (hours.TalkLength + hours.BufferAfter).Ticks);
        var (repeatedFrom, repeatedUntil) = (day.Change.UtcTicks, day.RepetitionEnd.UtcTicks);
        var untilNext = MarkFrom(after + before, 0);
        var start = opening;
        while (start <= lastStart)
        {
            if (repeatedFrom <= start && start < repeatedUntil)
            {
                start = MarkFrom(repeatedUntil, opening);
            }
            else if (taken.InTheWayOf(start - before, start + after) is { } end)
            {
                start = MarkFrom(end + before, opening);
            }
            else
            {
                // A talk that comes too soon is passed over like one that is offered, so that the others stay where they are as time goes by.
                if (start >= earliest)
                    free.Add(start);
                start += untilNext;
            }
        }
    }

    // The first whole number of quarters after opening that is not before the moment, in ticks.
    private static long MarkFrom(long moment, long opening) =>
        opening + ((moment - opening + CellRange.CellTicks - 1) / CellRange.CellTicks * CellRange.CellTicks);
}

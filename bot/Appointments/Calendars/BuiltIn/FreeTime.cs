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
        var free = new List<Slot>();
        var earliest = now + hours.MinimumNotice;
        var today = AmsterdamTime.DayOf(now);
        var takenCells = new TakenCells([.. taken, .. leaving, .. Consultations(today, hours.FurthestDay + 1, hours)], busy, hours);
        var talksOn = taken.CountBy(talk => AmsterdamTime.DayOf(talk.Start)).ToDictionary();

        foreach (var day in AmsterdamDay.From(today).Take(hours.FurthestDay + 1))
        {
            if (talksOn.GetValueOrDefault(day.Date) >= hours.MostPerDay)
                continue;
            foreach (var span in hours.On(day.Date))
                AddTalks(free, span, day, hours, takenCells, earliest);
        }

        return free;
    }

    /// <summary>True when the advisor is there for the whole of this talk and holds no consultation hour around it, whatever is booked.</summary>
    public static bool IsOpen(OpeningHours hours, Slot talk)
    {
        var day = AmsterdamDay.Of(AmsterdamTime.DayOf(talk.Start));
        var consultations = new TakenCells([.. Consultations(day.Date, 1, hours)], [], hours);
        return hours.On(day.Date).Any(span => talk.Start >= day.At(span.From) && talk.End <= day.At(span.Until))
            && consultations.InTheWayOf(CellRange.Of(talk, hours.BufferBefore, hours.BufferAfter)) is null;
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

    private static void AddTalks(List<Slot> free, HourSpan span, AmsterdamDay day, OpeningHours hours, TakenCells taken, DateTimeOffset earliest)
    {
        var opening = day.At(span.From);
        var lastStart = day.At(span.Until) - hours.TalkLength;
        var start = opening;
        while (start <= lastStart)
        {
            var talk = new Slot(start, hours.TalkLength);
            if (day.IsRepeated(start))
            {
                start = MarkFrom(day.RepetitionEnd, opening);
            }
            else if (taken.InTheWayOf(CellRange.Of(talk, hours.BufferBefore, hours.BufferAfter)) is { } obstacle)
            {
                start = MarkFrom(obstacle.End + hours.BufferBefore, opening);
            }
            else
            {
                // A talk that comes too soon is passed over like one that is offered, so that the others stay where they are as time goes by.
                if (start >= earliest)
                    free.Add(talk);
                start = MarkFrom(talk.End + hours.BufferAfter + hours.BufferBefore, opening);
            }
        }
    }

    // The first whole number of quarters after opening that is not before the moment.
    private static DateTimeOffset MarkFrom(DateTimeOffset moment, DateTimeOffset opening)
    {
        var quarters = (moment.UtcTicks - opening.UtcTicks + CellRange.CellTicks - 1) / CellRange.CellTicks;
        return opening.AddTicks(quarters * CellRange.CellTicks);
    }
}

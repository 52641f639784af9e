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
    public static IReadOnlyList<Slot> Of(OpeningHours hours, IReadOnlyCollection<Slot> taken, DateTimeOffset now)
    {
        var free = new List<Slot>();
        var today = AmsterdamTime.DayOf(now);
        var takenCells = new TakenCells(taken, hours);
        var talksOn = taken.CountBy(talk => AmsterdamTime.DayOf(talk.Start)).ToDictionary();

        for (var ahead = 0; ahead <= hours.FurthestDay; ahead++)
        {
            var date = today.AddDays(ahead);
            var spans = hours.On(date);
            if (spans.Count == 0 || talksOn.GetValueOrDefault(date) >= hours.MostPerDay)
                continue;

            var day = AmsterdamDay.Of(date);
            foreach (var span in spans)
                free.AddRange(Within(span, day, hours, takenCells).Where(talk => talk.Start >= now + hours.MinimumNotice));
        }

        return free;
    }

    private static IEnumerable<Slot> Within(HourSpan span, AmsterdamDay day, OpeningHours hours, TakenCells taken)
    {
        var opening = day.At(span.From);
        var closing = day.At(span.Until);
        var talk = new Slot(opening, hours.TalkLength);
        while (talk.End <= closing)
        {
            if (day.IsRepeated(talk.Start))
            {
                talk = talk with { Start = MarkFrom(day.RepetitionEnd, opening) };
            }
            else if (taken.InTheWayOf(CellRange.Of(talk, hours.BufferBefore, hours.BufferAfter)) is { } obstacle)
            {
                talk = talk with { Start = MarkFrom(obstacle.End + hours.BufferBefore, opening) };
            }
            else
            {
                yield return talk;
                talk = talk with { Start = MarkFrom(talk.End + hours.BufferAfter, opening) };
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

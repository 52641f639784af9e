using VpBot.Employers;

namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>
/// What is taken, in ticks and in whole cells, read once from early to late: each question must begin no earlier than the one before it.
/// </summary>
internal sealed class TakenCells
{
    private readonly long[] begins, ends;
    private int next;

    public TakenCells(IReadOnlyCollection<Slot> taken, IReadOnlyCollection<Slot> busy, OpeningHours hours)
    {
        (begins, ends) = (new long[taken.Count + busy.Count], new long[taken.Count + busy.Count]);
        var place = 0;
        foreach (var talk in taken)
            Take(place++, CellRange.Of(talk, hours.BufferBefore, hours.BufferAfter));
        foreach (var other in busy)
            Take(place++, CellRange.Of(other, TimeSpan.Zero, TimeSpan.Zero));
        Array.Sort(begins, ends);
    }

    /// <summary>The end of something taken that shares a cell with what is wanted, or null. Both ends are in ticks of UTC.</summary>
    public long? InTheWayOf(long from, long until)
    {
        // What is taken begins and ends with a cell, so sharing a moment and sharing a cell are the same.
        while (next < begins.Length && ends[next] <= from)
            next++;
        return next < begins.Length && begins[next] < until ? ends[next] : null;
    }

    private void Take(int place, CellRange cells) => (begins[place], ends[place]) = (cells.First * CellRange.CellTicks, (cells.Last + 1) * CellRange.CellTicks);
}

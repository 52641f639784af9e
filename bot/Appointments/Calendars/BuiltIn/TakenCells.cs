using VpBot.Employers;
using VpBot.Language;
namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>What is taken, read once from early to late: each question must begin no earlier than the one before it.</summary>
internal sealed class TakenCells
{
    private readonly CellRange[] ranges;
    private int next;

    public TakenCells(IReadOnlyCollection<Slot> taken, IReadOnlyCollection<Slot> busy, OpeningHours hours)
    {
        ranges =
        [
            .. taken.Select(talk => CellRange.Of(talk, hours.BufferBefore, hours.BufferAfter)),
            .. busy.Select(other => CellRange.Of(other, TimeSpan.Zero, TimeSpan.Zero)),
        ];
        Array.Sort(ranges, (one, other) => one.First.CompareTo(other.First));
    }

    /// <summary>Something taken that shares a cell with what is wanted, or null.</summary>
    public CellRange? InTheWayOf(CellRange wanted)
    {
        while (next < ranges.Length && ranges[next].Last < wanted.First)
            next++;
        return next < ranges.Length && ranges[next].First <= wanted.Last ? ranges[next] : null;
    }
}

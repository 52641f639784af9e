using System.Runtime.InteropServices;
using VpBot.Employers;
using VpBot.Language;

namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>
/// The quarters of an hour that a talk occupies, counted from the beginning of UTC ticks. The database keeps one row per advisor
/// and cell, so two talks of one advisor that share a cell can never both be written.
/// <para>
/// A talk brings its buffers with it, and a cell that is touched counts as a whole. So two talks exclude each other as soon as the
/// buffers of one share a cell with the buffers of the other: between two talks lie at least <c>bufferAfter + bufferBefore</c>,
/// and up to two quarters more where a talk does not begin on a quarter. <see cref="FreeTime"/> holds to exactly the same rule.
/// </para>
/// </summary>
public static class TimeCells
{
    public static IEnumerable<long> Of(Slot talk, TimeSpan bufferBefore, TimeSpan bufferAfter)
    {
        var cells = CellRange.Of(talk, bufferBefore, bufferAfter);
        for (var cell = cells.First; cell <= cells.Last; cell++)
            yield return cell;
    }
}

/// <summary>Neighbouring cells, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellRange(long First, long Last)
{
    public const long CellTicks = 15 * TimeSpan.TicksPerMinute;

    // The last cell holds the last tick before the end. Even a talk of no length takes the cell in which it lies.
    public static CellRange Of(Slot talk, TimeSpan bufferBefore, TimeSpan bufferAfter)
    {
        var first = (talk.Start.UtcTicks - bufferBefore.Ticks) / CellTicks;
        var last = (talk.End.UtcTicks + bufferAfter.Ticks - 1) / CellTicks;
        return new CellRange(first, Math.Max(first, last));
    }
}

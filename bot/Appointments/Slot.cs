using System.Runtime.InteropServices;

namespace VpBot.Appointments;

/// <summary>A stretch of real time for one talk. It begins at <paramref name="Start"/>, which is kept in UTC, and ends just before <see cref="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Slot(DateTimeOffset Start, TimeSpan Length)
{
    public DateTimeOffset Start { get; init => field = value.ToUniversalTime(); } = Start.ToUniversalTime();

    public DateTimeOffset End => Start + Length;

    /// <summary>Two slots that only touch do not overlap.</summary>
    public bool Overlaps(Slot other) => Start < other.End && other.Start < End;
}

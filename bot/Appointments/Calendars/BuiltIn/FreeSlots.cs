using System.Collections;

namespace VpBot.Appointments.Calendars.BuiltIn;

/// <summary>Free talks of one length, from early to late. Only their beginnings are kept; a slot is made when somebody looks at it.</summary>
internal sealed class FreeSlots(TimeSpan length) : IReadOnlyList<Slot>
{
    private readonly List<long> starts = [];

    public int Count => starts.Count;

    public Slot this[int index] => new(new DateTimeOffset(starts[index], TimeSpan.Zero), length);

    public void Add(long start) => starts.Add(start);

    public IEnumerator<Slot> GetEnumerator()
    {
        for (var index = 0; index < starts.Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

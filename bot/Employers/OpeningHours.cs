using System.Collections.Frozen;

namespace VpBot.Employers;

/// <summary>When one advisor is there to talk, by the clock in Amsterdam, and how much room they keep around a talk.</summary>
public sealed record OpeningHours
{
    /// <summary>Never there.</summary>
    public static readonly OpeningHours Closed = new()
    {
        Week = FrozenDictionary<DayOfWeek, IReadOnlyList<HourSpan>>.Empty,
        BufferBefore = TimeSpan.Zero,
        BufferAfter = TimeSpan.Zero,
        MinimumNotice = TimeSpan.Zero,
        FurthestDay = 0,
        TalkLength = TimeSpan.FromMinutes(45),
    };

    /// <summary>The hours of an ordinary week. A day that is not named is closed.</summary>
    public required IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourSpan>> Week { get; init => field = InOrder(value); }

    /// <summary>Days that differ. An exception replaces the hours of its day, also on a public holiday; without hours, the day is closed.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<HourSpan>> Exceptions { get; init => field = InOrder(value); } = FrozenDictionary<DateOnly, IReadOnlyList<HourSpan>>.Empty;

    /// <summary>Days on which the employer is closed. They stay closed, also against an exception.</summary>
    public IReadOnlySet<DateOnly> ClosedDays { get; init; } = FrozenSet<DateOnly>.Empty;

    /// <summary>Longer absences. On these days nothing is offered, also against an exception.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>What takes longer or shorter than <see cref="TalkLength"/>.</summary>
    public IReadOnlyDictionary<Purpose, TimeSpan> TalkLengths { get; init; } = FrozenDictionary<Purpose, TimeSpan>.Empty;

    public TimeSpan LengthFor(Purpose? purpose) => purpose is { } known && TalkLengths.TryGetValue(known, out var length) ? length : TalkLength;

    public required TimeSpan TalkLength { get; init => field = AtLeast(TimeSpan.FromMinutes(1), value); }

    public required TimeSpan BufferBefore { get; init => field = AtLeast(TimeSpan.Zero, value); }

    public required TimeSpan BufferAfter { get; init => field = AtLeast(TimeSpan.Zero, value); }

    /// <summary>A talk that begins exactly this long from now may still be asked for.</summary>
    public required TimeSpan MinimumNotice { get; init => field = AtLeast(TimeSpan.Zero, value); }

    /// <summary>How many days ahead a talk may be, counted in days on the calendar in Amsterdam: 0 is today, and the last day takes part.</summary>
    public required int FurthestDay { get; init => field = AtLeast(0, value); }

    /// <summary>With this many talks on a day, nothing more is offered on it.</summary>
    public int MostPerDay { get; init => field = AtLeast(0, value); } = int.MaxValue;

    /// <summary>The hours of this one day, from early to late, after exceptions, holidays and closed days.</summary>
    public IReadOnlyList<HourSpan> On(DateOnly day) =>
        IsAway(day) ? []
        : Exceptions.TryGetValue(day, out var exception) ? exception
        : DutchHolidays.IsHoliday(day) ? []
        : Week.TryGetValue(day.DayOfWeek, out var ordinary) ? ordinary
        : [];

    /// <summary>The fixed consultation hours of a week. They need not lie within the hours for ordinary talks.</summary>
    public IReadOnlyList<ConsultationHour> ConsultationHours { get; init; } = [];

    /// <summary>The consultation hours of this one day. What closes the day closes them; an exception with hours leaves those that lie within it.</summary>
    public IEnumerable<ConsultationHour> ConsultationsOn(DateOnly day) =>
        KeptConsultations is { } kept && kept.Day == day ? kept.Hours
        : ConsultationHours.Where(hour => hour.Day == day.DayOfWeek && !IsAway(day)
            && (Exceptions.TryGetValue(day, out var open) ? HourSpan.Cover(open, hour.Span) : !DutchHolidays.IsHoliday(day)));

    /// <summary>A day on which the consultation hours stay what they were, whatever changed since: people are in line.</summary>
    public KeptConsultations? KeptConsultations { get; init; }

    public bool HoldsConsultations => ConsultationHours.Count > 0 || KeptConsultations is not null;

    private bool IsAway(DateOnly day) => ClosedDays.Contains(day) || Absences.Any(absence => absence.Covers(day));

    private static FrozenDictionary<TDay, IReadOnlyList<HourSpan>> InOrder<TDay>(IReadOnlyDictionary<TDay, IReadOnlyList<HourSpan>> days) where TDay : notnull =>
        days.ToFrozenDictionary(day => day.Key, day => HourSpan.InOrder(day.Value));

    private static T AtLeast<T>(T least, T value) where T : IComparable<T> =>
        value.CompareTo(least) >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), $"This may not be less than {least}.");
}

namespace VpBot.Appointments.ConsultationHours;

/// <summary>How a place in the line stands for the person who has it.</summary>
public enum Standing
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>Nobody comes first, and the hour has not begun.</summary>
    First,

    /// <summary>Nobody comes first any more.</summary>
    Next,

    Turn,
    Done,
    NotThere,
    Left,

    /// <summary>Still waiting when the hour was over.</summary>
    TooLate,

    /// <summary>The advisor is not there at that hour after all.</summary>
    Off,
}

/// <summary>The line of one consultation hour at one moment. Everything here is counted from the rows.</summary>
public sealed record WaitingLine(Consultation Consultation, IReadOnlyList<ConsultationPlaceRow> Places, DateTimeOffset Now)
{
    public IReadOnlyList<ConsultationPlaceRow> Waiting { get; } = [.. Places.Where(place => place.State == PlaceState.Waiting).OrderBy(place => place.Number)];

    public ConsultationPlaceRow? Called { get; } = Places.FirstOrDefault(place => place.State == PlaceState.Called);

    public bool HasBegun => Now >= Consultation.Slot.Start;

    public bool IsOver => Now >= Consultation.Slot.End;

    public bool CanJoin => Now < Consultation.LastTurn;

    /// <summary>How many can still join: the turns of the hour that are not over, less those who wait or talk.</summary>
    public int Free => CanJoin ? Math.Max(0, TurnsLeft - Waiting.Count - (Called is null ? 0 : 1)) : 0;

    public int NextNumber => Places.Count == 0 ? 1 : Places.Max(place => place.Number) + 1;

    public int Before(int number) => Waiting.Count(place => place.Number < number) + (Called is null ? 0 : 1);

    /// <summary>About when this number is called, when everybody before it takes a whole turn.</summary>
    public DateTimeOffset About(int number)
    {
        var begin = HasBegun ? Now : Consultation.Slot.Start;
        if (Called?.CalledAt + Consultation.TurnLength is { } end && end > begin)
            begin = end;
        return begin + (Waiting.Count(place => place.Number < number) * Consultation.TurnLength);
    }

    public Standing Of(ConsultationPlaceRow place) => place.State switch
    {
        PlaceState.Called => Standing.Turn,
        PlaceState.Done => Standing.Done,
        PlaceState.NotThere => Standing.NotThere,
        PlaceState.Left => Standing.Left,
        PlaceState.Waiting when IsOver => Standing.TooLate,
        PlaceState.Waiting when Waiting[0].Number != place.Number => Standing.Waiting,
        PlaceState.Waiting => HasBegun || Called is not null ? Standing.Next : Standing.First,
        _ => throw new InvalidOperationException($"{place.State} has no place in a line."),
    };

    private int TurnsLeft => HasBegun ? Consultation.Capacity - (int)((Now - Consultation.Slot.Start) / Consultation.TurnLength) : Consultation.Capacity;
}

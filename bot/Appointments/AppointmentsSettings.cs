namespace VpBot.Appointments;

public sealed class AppointmentsSettings
{
    /// <summary>How long a time is held for someone who is still choosing.</summary>
    public TimeSpan HoldLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Every answer holds it anew, up to this long in all: a slow reader keeps the time, and nobody keeps it from others for ever.</summary>
    public TimeSpan HoldAtMost { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>So many talks of one person can stand at once, asked for from Teams: enough for anybody, and too few to fill an advisor's week.</summary>
    public int MostOpenTalks { get; set; } = 3;

    /// <summary>Until when a time that was chosen at <paramref name="chosen"/> is held for someone who is still answering now.</summary>
    public DateTimeOffset HoldUntil(DateTimeOffset chosen, DateTimeOffset now) =>
        now + HoldLifetime < chosen + HoldAtMost ? now + HoldLifetime : chosen + HoldAtMost;
}

/// <summary>How long things are kept. Everything else is shorter.</summary>
public sealed class RetentionSettings
{
    /// <summary>A request that nobody accepted.</summary>
    public TimeSpan UnacceptedRequest { get; set; } = TimeSpan.FromDays(14);

    /// <summary>An appointment, after the talk.</summary>
    public TimeSpan AfterTalk { get; set; } = TimeSpan.FromDays(14);

    /// <summary>An appointment, after the moment at which the room asks whether it was enough; for who asked for that.</summary>
    public TimeSpan AfterAftercare { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A request that the advisor closed. It is never kept longer than it would have been without.</summary>
    public TimeSpan AfterClosing { get; set; } = TimeSpan.FromDays(7);

    /// <summary>When a talk that stands is forgotten: later only for who asked to be asked how it went.</summary>
    public DateTimeOffset OfTalk(AppointmentRow row) => OfTalk(row, row.AftercareWeeks);

    public DateTimeOffset OfTalk(AppointmentRow row, int? aftercareWeeks) =>
        aftercareWeeks is { } weeks && row.WeeksAfter(weeks) + AfterAftercare > row.Slot.End + AfterTalk
            ? row.WeeksAfter(weeks) + AfterAftercare
            : row.Slot.End + AfterTalk;

    /// <summary>When a request that nobody accepted is forgotten: never before the talk would have been.</summary>
    public DateTimeOffset OfUnaccepted(DateTimeOffset now, Slot slot) => now + UnacceptedRequest > slot.End ? now + UnacceptedRequest : slot.End;

    public DateTimeOffset OfClosed(DateTimeOffset now, DateTimeOffset otherwise) => now + AfterClosing < otherwise ? now + AfterClosing : otherwise;
}

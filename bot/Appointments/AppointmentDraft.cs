using System.Text.Json.Serialization;
using VpBot.Conversation;

namespace VpBot.Appointments;

/// <summary>What someone wants with an appointment, to be confirmed on a page of its own.</summary>
public enum Change
{
    Cancel,
    Move,

    /// <summary>Yes to the other time that the advisor put into their calendar.</summary>
    Agree,

    /// <summary>A file for one's own calendar.</summary>
    Save,

    /// <summary>The link of the meeting.</summary>
    Link,

    /// <summary>Everything we have of it goes at once.</summary>
    Forget,
}

/// <summary>What someone does with an appointment they made: see it, cancel it, move it, choose again.</summary>
public sealed record AppointmentDraft
{
    public string? Id { get; init; }
    public bool ByCode { get; init; }
    public Change? Doing { get; init; }
    public DateTimeOffset? MoveTo { get; init; }
    public bool FileShown { get; init; }
    public bool LinkShown { get; init; }

    /// <summary>The appointment was forgotten just now, because the person asked for it.</summary>
    public bool Forgotten { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public IReadOnlyList<AppointmentRow>? Found { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Handoff? Handoff { get; init; }

    [JsonIgnore]
    public Arrangement? Arranged { get; init; }

    /// <summary>Where else one can go from this appointment.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> Ways { get; init; } = [];

    /// <summary>When this advisor is free for this talk, while somebody looks for another time.</summary>
    [JsonIgnore]
    public Availability? Offer { get; init; }
}

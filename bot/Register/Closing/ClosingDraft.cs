using System.Text.Json.Serialization;
using VpBot.Appointments;

namespace VpBot.Register.Closing;

/// <summary>What an advisor notes while closing one request. It lives with the session, and nowhere after the last button.</summary>
public sealed record ClosingDraft
{
    public string? Id { get; init; }

    /// <summary>The round that the advisor was looking at.</summary>
    public int Round { get; init; }
    public Met? Met { get; init; }
    public Matter? Matter { get; init; }
    public Followed? Followed { get; init; }
    public Result? Result { get; init; }

    [JsonIgnore]
    public bool Sure { get; init; }

    [JsonIgnore]
    public bool ToDesk { get; init; }

    /// <summary>The request as it stands; null when it is not this advisor's to close any more.</summary>
    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    /// <summary>The time of the talk has not begun: it can only be said that it never will.</summary>
    [JsonIgnore]
    public bool IsToCome { get; init; }

    /// <summary>Of a talk that never was, nothing more is asked.</summary>
    [JsonIgnore]
    public bool NeverMet => Met == Register.Met.NotMet;

    /// <summary>The note, once everything that applies is answered.</summary>
    [JsonIgnore]
    public ClosingNote? Note => this switch
    {
        { NeverMet: true } => ClosingNote.NeverMet,
        { Met: { } met, Matter: { } matter, Followed: { } followed, Result: { } result } => new(matter, met, followed, result),
        _ => null,
    };
}

[JsonSerializable(typeof(ClosingDraft))]
internal sealed partial class ClosingJson : JsonSerializerContext;

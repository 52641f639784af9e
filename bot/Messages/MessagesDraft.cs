using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Privacy;

namespace VpBot.Messages;

/// <summary>Someone who reads and writes beside one talk.</summary>
public sealed record MessagesDraft
{
    public string? Id { get; init; }
    public bool Writing { get; init; }

    /// <summary>What was typed and not sent yet.</summary>
    public Confidential? Text { get; init; }

    /// <summary>How many messages stood on the page that the person looks at.</summary>
    public int Shown { get; init; }

    /// <summary>What was just asked for; it is carried out in this turn and not kept.</summary>
    [JsonIgnore]
    public string? Command { get; init; }

    /// <summary>What was typed could not be sent any more.</summary>
    [JsonIgnore]
    public bool IsLost { get; init; }

    /// <summary>At the desk: the talks about which something new was written.</summary>
    [JsonIgnore]
    public IReadOnlyList<AppointmentRow>? WithNews { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Correspondence? Correspondence { get; init; }

    /// <summary>How many stood there before this turn.</summary>
    [JsonIgnore]
    public int ShownBefore { get; init; }
}

using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Conversation;

namespace VpBot.Handoffs;

/// <summary>What an advisor does at the desk. Only what they look at is kept in the session; a reason never is.</summary>
public sealed record DeskDraft
{
    public string? Id { get; init; }

    /// <summary>The round that the advisor was looking at.</summary>
    public int Round { get; init; }
    public bool PassingOn { get; init; }
    public bool Proposing { get; init; }
    public DateTimeOffset? ProposeTo { get; init; }

    [JsonIgnore]
    public string? Command { get; init; }

    [JsonIgnore]
    public PassOnReason? Reason { get; init; }

    [JsonIgnore]
    public IReadOnlyList<AppointmentRow> Waiting { get; init; } = [];

    /// <summary>Where else one can go from the first page.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> Ways { get; init; } = [];

    /// <summary>Where else one can go from this request.</summary>
    [JsonIgnore]
    public IReadOnlyList<Option> RequestWays { get; init; } = [];

    [JsonIgnore]
    public string? Towards { get; init; }

    [JsonIgnore]
    public AppointmentRow? Row { get; init; }

    [JsonIgnore]
    public Handoff? Handoff { get; init; }

    /// <summary>When this advisor is free for this talk, while they look for another time.</summary>
    [JsonIgnore]
    public Availability? Offer { get; init; }

    /// <summary>The same without what was looked up or asked for in this turn.</summary>
    public DeskDraft Kept() => new() { Id = Id, Round = Round, PassingOn = PassingOn, Proposing = Proposing, ProposeTo = ProposeTo };

    /// <summary>The request alone, with nothing begun.</summary>
    public DeskDraft Looking() => this with { PassingOn = false, Proposing = false, ProposeTo = null };
}

[JsonSerializable(typeof(DeskDraft))]
internal sealed partial class DeskJson : JsonSerializerContext;

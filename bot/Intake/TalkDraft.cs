using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Intake;

/// <summary>What it is about, if somebody wants to say so. <see cref="RatherNot"/> is an answer like any other.</summary>
public enum Topic
{
    RatherNot,
    Bullying,
    Discrimination,
    SexualHarassment,
    Intimidation,
    Violence,
    Conflict,
    Integrity,
    Wrongdoing,
    SomethingElse,
}

/// <summary>What a report or a complaint would be about. It decides where one would go with it, and who would then hold the reins.</summary>
public enum Concern
{
    Behaviour,
    Wrongdoing,
    NotYetClear,
}

public enum SideChoice
{
    External,
    Internal,
    Either,
}

/// <summary>Who may take over when the chosen advisor cannot.</summary>
public enum TakeOver
{
    AskMe,
    Others,
}

/// <summary>Everything that was answered on the way to a talk. It is sealed, and forgotten with the session.</summary>
public sealed record TalkDraft
{
    /// <summary>The appointment's own id, made at the beginning: booking twice is booking once.</summary>
    public required string Id { get; init; }
    public Purpose? For { get; init; }
    public Topic? Topic { get; init; }

    /// <summary>What the route of somebody about whom something is said begins with was read.</summary>
    public bool Welcomed { get; init; }

    /// <summary>A text lies open that one can also do without.</summary>
    public bool Reading { get; init; }

    /// <summary>How a talk, a report and a complaint differ was read.</summary>
    public bool DifferenceRead { get; init; }
    public Concern? Concern { get; init; }

    /// <summary>Who holds the reins once it is a report or a complaint was read.</summary>
    public bool Warned { get; init; }

    /// <summary>Advisors who must not know, and people with whom that goes for whoever stands close to them. They are not offered, do not receive, and cannot tell.</summary>
    public IReadOnlyList<string>? MustNotKnow { get; init; }
    public SideChoice? Side { get; init; }

    /// <summary>An advisor's key, or <see cref="Whoever"/>.</summary>
    public string? Advisor { get; init; }
    public WayToMeet? Way { get; init; }

    /// <summary>A number to be called on; empty when the employee calls.</summary>
    public Confidential? Number { get; init; }

    /// <summary>Whose time it is: with "whoever is free first" the time decides the advisor.</summary>
    public string? TimeWith { get; init; }
    public DateTimeOffset? Time { get; init; }

    /// <summary>When that time was chosen: it is held for a while, counted from here.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>A name to be called by, not checked; empty for none.</summary>
    public Confidential? CalledAs { get; init; }
    public TakeOver? TakeOver { get; init; }
    public bool Agreed { get; init; }
    public string? Code { get; init; }
    public string? Reference { get; init; }
    public bool CodeNoted { get; init; }

    /// <summary>The person turned back to the beginning of the room.</summary>
    [JsonIgnore]
    public bool ToStart { get; init; }

    /// <summary>Until when the time is held; null when it is not.</summary>
    [JsonIgnore]
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>What the calendars said just now.</summary>
    [JsonIgnore]
    public Offer? Offer { get; init; }

    public const string Whoever = "whoever";
}

/// <summary>Free times of the advisors in question. When no calendar answered, it is not an empty list: it is unknown.</summary>
public sealed record Offer(IReadOnlyList<OfferedTime> Times, bool SomeUnknown);

public sealed record OfferedTime(string Advisor, Slot Slot)
{
    public string Value => $"{Advisor}/{Slot.Start.ToUnixTimeSeconds()}";
}

[JsonSerializable(typeof(TalkDraft))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class IntakeJson : JsonSerializerContext;

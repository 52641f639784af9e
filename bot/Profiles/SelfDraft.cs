using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Appointments.ConsultationHours;
using VpBot.Employers;

namespace VpBot.Profiles;

/// <summary>One change in the making. Nothing of it holds before it is saved.</summary>
public sealed record SelfDraft
{
    public const string New = "new";

    public OwnPart? Part { get; init; }

    /// <summary>What the advisor was looking at when this change began; 0 when nothing was set.</summary>
    public long Revision { get; init; }

    /// <summary>The entry of a list that goes, or <see cref="New"/>.</summary>
    public string? Entry { get; init; }
    public DayOfWeek? Weekday { get; init; }
    public WayToMeet? Way { get; init; }
    public TimeSpan? Turn { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>The key of another advisor; empty is nobody.</summary>
    public string? Substitute { get; init; }
    public List<string>? Hours { get; init; }
    public string? Amount { get; init; }
    public string? Dutch { get; init; }
    public string? English { get; init; }
    public List<string>? Languages { get; init; }

    /// <summary>The picture alone; empty is no photo. What is null is left out, because the generated JSON would write it as empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public byte[]? Photo { get; init; }

    [JsonIgnore]
    public bool Save { get; init; }

    [JsonIgnore]
    public SelfFacts? Facts { get; init; }

    [JsonIgnore]
    public SelfFacts Known => Facts ?? throw new InvalidOperationException("A step is asked with its facts.");
}

/// <summary>How things stand for this advisor.</summary>
/// <param name="Others">Who could stand in: the other advisors of the same employers.</param>
/// <param name="Talks">The talks to come that stand, or wait for an answer.</param>
/// <param name="InLine">Who waits in the lines of consultation hours, as numbers.</param>
public sealed record SelfFacts(
    AdvisorSource Source, OwnChoices? Set, long Revision, IReadOnlyList<Advisor> Others, IReadOnlyList<AppointmentRow> Talks, IReadOnlyList<ConsultationPlaceRow> InLine)
{
    public OwnChoices Own => Set is { } set && Source.With(set) is not null ? set : OwnChoices.None;

    public AdvisorSettings Settings => Own.Over(Source.Settings);

    /// <summary>As employees meet this advisor now.</summary>
    public Advisor Self => Source.With(Own)!;

    /// <summary>Something is set, and what is set cannot be used.</summary>
    public bool IsLeftAside => Revision > 0 && Own != Set;
}

[JsonSerializable(typeof(SelfDraft))]
internal sealed partial class SelfJson : JsonSerializerContext;

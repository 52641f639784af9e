using System.Text.Json.Serialization;
using VpBot.Employers;
using VpBot.Privacy;

namespace VpBot.Appointments;

/// <summary>
/// What the employee agreed to hand over, exactly as they read it, in their language. The advisor's card and desk show these
/// lines and nothing else.
/// </summary>
/// <param name="Reference">A short name for this request that both sides can say on the phone.</param>
/// <param name="Agreed">Advisors who may take over, in this order, agreed beforehand.</param>
public sealed record Handoff(string Reference, string Tongue, IReadOnlyList<HandoffLine> Lines, WayToMeet Way, IReadOnlyList<string> Agreed);

public sealed record HandoffLine(string Label, Confidential Text);

/// <summary>A step that must reach the advisor of this round.</summary>
public sealed record HandoffStep(string Appointment, int Round);

/// <summary>Tells an advisor of an earlier round that nothing is asked of them any more.</summary>
public sealed record HandoffEnd(string Appointment, int Round, string Advisor, string? CardId, bool Cancelled);

/// <summary>How far a talk has come in the advisor's own mailbox. The order is the order of making; undoing goes back.</summary>
public enum ArrangeStage
{
    Meeting,
    Verify,
    Event,
}

public sealed record ArrangeStep(string Appointment, int Round, ArrangeStage Stage);

/// <summary>What exists in an advisor's mailbox for one talk.</summary>
public sealed record Arrangement
{
    public string? Meeting { get; init; }
    public string? MeetingNumber { get; init; }
    public string? Passcode { get; init; }
    public string? Event { get; init; }
}

/// <summary>What must go from an advisor's mailbox: the event first, then the meeting.</summary>
public sealed record ArrangeUndo(string Advisor, string? Meeting, string? Event);

[JsonSerializable(typeof(ArrangeStep))]
[JsonSerializable(typeof(Arrangement))]
[JsonSerializable(typeof(ArrangeUndo))]
[JsonSerializable(typeof(Handoff))]
[JsonSerializable(typeof(HandoffStep))]
[JsonSerializable(typeof(HandoffEnd))]
[JsonSerializable(typeof(AppointmentDraft))]
internal sealed partial class AppointmentsJson : JsonSerializerContext;

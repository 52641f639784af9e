using System.Text.Json.Serialization;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Appointments;

/// <summary>
/// What the employee agreed to hand over, exactly as they read it, in their language. The advisor's card and desk show these
/// lines and nothing else.
/// </summary>
/// <param name="Reference">A short name for this request that both sides can say on the phone.</param>
/// <param name="Agreed">Advisors who may take over, in this order, agreed beforehand.</param>
public sealed record Handoff(string Reference, string Tongue, IReadOnlyList<HandoffLine> Lines, WayToMeet Way, IReadOnlyList<string> Agreed)
{
    /// <summary>Who may get it, also later; null for a talk that was called off. It is on no card and on no page of an advisor.</summary>
    public Circle? Circle { get; init; }

    public bool MayGoTo(Advisor advisor, Employer employer) => Circle?.Admits(advisor, employer) ?? true;

    /// <summary>The same words with another time, said in the language in which they were agreed to.</summary>
    public Handoff At(DateTimeOffset start)
    {
        var tongue = Language.Tongue.Of(Tongue);
        var time = new Confidential(tongue.Words<AppointmentsPhrases>().At(tongue.SayDay(start), tongue.SayTime(start)));
        return this with { Lines = [.. Lines.Select(line => line.IsTime ? line with { Text = time } : line)] };
    }

    /// <summary>What is left when the talk is called off: enough to know which one it was, and no number or name.</summary>
    public Handoff WithReferenceOnly() => this with { Lines = [.. Lines.Where(line => line.IsReference)], Agreed = [], Circle = null };
}

public sealed record HandoffLine(string Label, Confidential Text, bool IsTime = false, bool IsReference = false);

/// <summary>A step that must reach the advisor of this round.</summary>
public sealed record HandoffStep(string Appointment, int Round);

/// <summary>Why nothing is asked any more of the advisor of a round.</summary>
public enum EndReason
{
    PassedOn,
    Cancelled,

    /// <summary>The talk got another time; a new card says which.</summary>
    Moved,

    /// <summary>There is no talk any more that the card could be about, as far as this advisor is to know.</summary>
    Forgotten,

    /// <summary>No answer came in time, and it went on without this advisor.</summary>
    Unanswered,

    /// <summary>The employee keeps the old time; a new card asks for it.</summary>
    Kept,

    /// <summary>The advisor closed it.</summary>
    Closed,
}

/// <summary>Tells the advisor of an earlier round that nothing is asked of them any more.</summary>
/// <param name="Aloud">An edited card makes no sound; this end is worth a message of its own.</param>
/// <param name="Reference">What the card may still say. It goes along, because the request may be forgotten by then.</param>
public sealed record HandoffEnd(string Appointment, int Round, string Advisor, string? CardId, EndReason Why, bool Aloud, HandoffLine? Reference);

/// <summary>
/// How far a talk has come in the advisor's own mailbox. Meeting, verify, event is the order of making, and undoing goes back.
/// An advisor who was not chosen at that time is first asked whether it is free. A talk that moves takes the event first, then the meeting.
/// </summary>
public enum ArrangeStage
{
    Meeting,
    Verify,
    Event,
    Check,
    MoveEvent,
    MoveMeeting,
}

/// <param name="Slot">Which time it was for: enough to find what an earlier attempt made, when the talk itself is forgotten by then.</param>
public sealed record ArrangeStep(string Appointment, int Round, ArrangeStage Stage, string Advisor, Slot Slot);

/// <summary>What exists in an advisor's mailbox for one talk.</summary>
public sealed record Arrangement
{
    public string? Meeting { get; init; }
    public string? MeetingNumber { get; init; }
    public string? Passcode { get; init; }

    /// <summary>Shown only to who asks for it: it names the provider's tenant.</summary>
    public string? JoinUrl { get; init; }
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

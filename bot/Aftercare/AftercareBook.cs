using System.Text.Json.Serialization;
using VpBot.Appointments;
using VpBot.Privacy;

namespace VpBot.Aftercare;

/// <summary>What the room is told when it asks whether it was enough.</summary>
public enum AftercareAnswer
{
    Enough,
    AnotherTalk,
    OtherHelp,

    /// <summary>An answer like any other, of which the advisor reads nothing.</summary>
    RatherNot,
}

/// <param name="Text">What the advisor reads, exactly as the employee confirmed it; null where they read nothing.</param>
public sealed record AftercareReply(AftercareAnswer Answer, Confidential? Text);

[JsonSerializable(typeof(AftercareReply))]
[JsonSerializable(typeof(AftercareDraft))]
[JsonSerializable(typeof(DeskAftercareDraft))]
internal sealed partial class AftercareJson : JsonSerializerContext;

/// <summary>Asking afterwards, at a distance that the employee chose. It lies in the talk itself, and is forgotten with it.</summary>
public sealed class AftercareBook(Sealing sealing, RetentionSettings retention, TimeProvider clock)
{
    public static readonly IReadOnlyList<int> Distances = [1, 2, 4, 8];

    /// <summary>A talk that stands, or took place: before the advisor said yes there is nothing to ask afterwards.</summary>
    public static bool IsOffered(AppointmentRow row) => row.State == AppointmentState.Accepted;

    public AftercareReply? ReplyOf(AppointmentRow row) => row.AftercareAnswer is { } bytes
        ? sealing.Open(row.Employer, SealedKind.AftercareAnswer, bytes, AftercareJson.Default.AftercareReply) ?? new(AftercareAnswer.RatherNot, null)
        : null;

    public bool IsDue(AppointmentRow row) => IsOffered(row) && row.AftercareAnswer is null && row.AftercareAt <= clock.GetUtcNow();

    /// <summary>When the talk would be forgotten with this choice; never in the past.</summary>
    public DateTimeOffset ForgottenWith(AppointmentRow row, int? weeks)
    {
        var forgotten = retention.OfTalk(row, weeks);
        return forgotten > clock.GetUtcNow() ? forgotten : clock.GetUtcNow();
    }

    public void Choose(AppointmentRow row, int? weeks)
    {
        row.ForgetAt = ForgottenWith(row, weeks);
        row.AftercareWeeks = weeks;
        row.Revision++;
    }

    public void Answer(AppointmentRow row, AftercareReply reply)
    {
        row.AftercareAnswer = sealing.Seal(row.Employer, SealedKind.AftercareAnswer, reply, AftercareJson.Default.AftercareReply);
        row.Revision++;
    }
}

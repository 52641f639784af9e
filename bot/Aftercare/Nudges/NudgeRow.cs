using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Messages;
using VpBot.Privacy;

namespace VpBot.Aftercare.Nudges;

/// <summary>Someone asked to be reminded in Teams of one talk. Where and when lies sealed; without this row nobody can be addressed.</summary>
public sealed class NudgeRow
{
    public required string Appointment { get; init; }
    public required string Employer { get; init; }

    /// <summary>The next moment of those that the person chose. Whether there is anything new is looked at then, and never before.</summary>
    public required DateTimeOffset LookAt { get; set; }
    public required byte[] Sealed { get; set; }
    public int Revision { get; set; }
}

internal sealed class NudgeShape : IEntityTypeConfiguration<NudgeRow>
{
    public void Configure(EntityTypeBuilder<NudgeRow> builder)
    {
        builder.ToTable("Nudges").HasKey(row => row.Appointment);
        builder.HasIndex(row => row.LookAt);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

/// <param name="Chat">Where the person is reached.</param>
/// <param name="Told">What was true when they were nudged last, or when they asked for it.</param>
public sealed record NudgeContent(Confidential Chat, NudgeMoment Moment, Told Told);

/// <summary>How a talk stood: enough to see later whether there is anything new for the employee.</summary>
public sealed record Told(int Messages, AppointmentState State, int Round, bool Asked)
{
    /// <summary>As for who was told nothing yet.</summary>
    public static readonly Told Nothing = new(0, AppointmentState.Arranging, 0, false);

    public static Told Of(AppointmentRow talk, Correspondence written, bool isAsked) =>
        new(written.Messages.Count(message => message.From == Writer.Advisor), talk.State, talk.Round, isAsked);

    /// <summary>Whether the advisor wrote or answered since then, or the day of aftercare came.</summary>
    public bool IsNewsIn(Told now, Correspondence written) =>
        (now.Messages > Messages && written.UnreadBy(Writer.Employee) > 0)
        || ((now.State is AppointmentState.Accepted or AppointmentState.Proposed || TalkChanges.IsWithNobody(now.State))
            && (now.State, now.Round) != (State, Round))
        || (now.Asked && !Asked);
}

/// <summary>One nudge for this talk.</summary>
internal sealed record NudgeStep(string Appointment);

[JsonSerializable(typeof(NudgeContent))]
[JsonSerializable(typeof(NudgeStep))]
[JsonSerializable(typeof(NudgeDraft))]
internal sealed partial class NudgeJson : JsonSerializerContext;

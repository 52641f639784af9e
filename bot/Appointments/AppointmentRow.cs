using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Appointments;

/// <summary>How far a request has come on the advisor's side. What the employee reads is this, and nothing better.</summary>
public enum AppointmentState
{
    /// <summary>Booked with us; the advisor's own calendar does not have it yet.</summary>
    Arranging,

    /// <summary>Booked with us; the advisor's side has not acknowledged it yet.</summary>
    Sending,

    /// <summary>The advisor's side acknowledged it.</summary>
    Delivered,

    /// <summary>The advisor opened it.</summary>
    Seen,

    /// <summary>The advisor said yes.</summary>
    Accepted,

    /// <summary>The advisor cannot do it, and nobody else was agreed: the employee is asked.</summary>
    NeedsChoice,

    /// <summary>It could not be delivered: the employee gets the phone number.</summary>
    Undelivered,

    Cancelled,

    /// <summary>The advisor proposed another time, at the desk or in their own calendar: the employee is asked whether it suits.</summary>
    Proposed,

    /// <summary>The advisor did not answer in time, and nobody else was agreed: the employee gets the phone number.</summary>
    Unanswered,

    /// <summary>The advisor closed it: it took place, or never will. Nothing of its words is left.</summary>
    Closed,
}

/// <summary>A talk that was asked for. Who and why lie in the sealed part.</summary>
public sealed class AppointmentRow
{
    public required string Id { get; init; }
    public required string Employer { get; init; }
    public required string Advisor { get; set; }

    /// <summary>The pseudonym of someone who booked from Teams, to find it again there; null on one's own device.</summary>
    public string? Person { get; init; }
    public required byte[] CodeHash { get; init; }
    public required DateTimeOffset StartsAt { get; set; }
    public required int Minutes { get; set; }

    /// <summary>The other time that the advisor proposed, while the employee has not answered.</summary>
    public DateTimeOffset? ProposedAt { get; set; }

    /// <summary>It was proposed at the desk: until the employee answers, the old time stands too, in the book and in the calendar.</summary>
    public bool KeepsOldTime { get; set; }

    /// <summary>The advisor chose this time themselves: when it is arranged, it stands without another yes.</summary>
    public bool AdvisorAgreed { get; set; }
    public AppointmentState State { get; set; }

    /// <summary>Counts the advisors who were asked. A press on a card of an earlier round has no effect.</summary>
    public int Round { get; set; } = 1;
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Teams' id of the handoff card, to bring it up to date.</summary>
    public string? CardId { get; set; }

    /// <summary>When the advisor is reminded, once, that nobody has answered yet.</summary>
    public DateTimeOffset? RemindAt { get; set; }

    /// <summary>Until when this round waits: for the advisor, or for the employee's answer to a proposal. Null while nobody has to answer.</summary>
    public DateTimeOffset? AnswerBy { get; set; }
    public required byte[] Sealed { get; set; }

    /// <summary>What exists of it in the advisor's own mailbox, sealed.</summary>
    public byte[]? Arranged { get; set; }

    /// <summary>When its event in the advisor's own calendar is compared with it again; null while there is none to compare.</summary>
    public DateTimeOffset? LookAgainAt { get; set; }

    /// <summary>So many weeks after the talk the room asks whether it was enough; null when nobody asked for that.</summary>
    public int? AftercareWeeks { get; set; }

    /// <summary>What was answered to that, sealed.</summary>
    public byte[]? AftercareAnswer { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ForgetAt { get; set; }

    /// <summary>Raised with every change: of two presses at once, one wins and the other is told.</summary>
    public int Revision { get; set; }

    public Slot Slot => new(StartsAt, TimeSpan.FromMinutes(Minutes));

    /// <summary>From when on the room asks whether it was enough.</summary>
    public DateTimeOffset? AftercareAt => AftercareWeeks is { } weeks ? WeeksAfter(weeks) : null;

    public DateTimeOffset WeeksAfter(int weeks) => Slot.End.AddDays(7 * weeks);

    /// <summary>Where the talk stands in the advisor's calendar, as far as we know: at the other time when they put it there themselves.</summary>
    public Slot CalendarSlot => new(KeepsOldTime ? StartsAt : ProposedAt ?? StartsAt, TimeSpan.FromMinutes(Minutes));

    /// <summary>Aftercare is agreed on with one advisor, and ends with them. True when there was any.</summary>
    public bool WithoutAftercare()
    {
        var hadAny = AftercareWeeks is not null;
        AftercareWeeks = null;
        AftercareAnswer = null;
        return hadAny;
    }
}

internal sealed class AppointmentShape : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.ToTable("Appointments").HasKey(row => row.Id);
        builder.HasIndex(row => row.CodeHash).IsUnique();
        builder.HasIndex(row => new { row.Employer, row.Person });
        builder.HasIndex(row => row.Advisor);
        builder.HasIndex(row => row.ForgetAt);
        builder.HasIndex(row => row.LookAgainAt);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasIndex(row => row.RemindAt);
        builder.HasIndex(row => row.AnswerBy);
        builder.Ignore(row => row.Slot);
        builder.Ignore(row => row.CalendarSlot);
        builder.Ignore(row => row.AftercareAt);
    }
}

/// <summary>A quarter of an hour of one advisor. The key makes it impossible to sell it twice.</summary>
public sealed class TimeCellRow
{
    public required string Advisor { get; init; }
    public required long Cell { get; init; }
    public string Appointment { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public int Minutes { get; private set; }

    /// <summary>Until when it is held for someone who is still choosing; null once it is booked.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    public void BelongTo(string appointment, Slot slot, DateTimeOffset? heldUntil)
    {
        Appointment = appointment;
        StartsAt = slot.Start;
        Minutes = (int)slot.Length.TotalMinutes;
        HeldUntil = heldUntil;
    }
}

internal sealed class TimeCellShape : IEntityTypeConfiguration<TimeCellRow>
{
    public void Configure(EntityTypeBuilder<TimeCellRow> builder)
    {
        builder.ToTable("TimeCells").HasKey(row => new { row.Advisor, row.Cell });
        builder.HasIndex(row => row.Appointment);
        // The owner is a concurrency token: a cell that changed hands meanwhile is not ours to change.
        builder.Property(row => row.Appointment).IsConcurrencyToken();
        builder.Property(row => row.HeldUntil).IsConcurrencyToken();
    }
}

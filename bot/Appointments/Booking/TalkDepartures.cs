using VpBot.Appointments.Watching;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.Booking;

/// <summary>
/// What a talk sends out: steps in the advisor's own mailbox, the handoff, and its end. Everything is a row of the outbox in the
/// transaction of <c>db</c>.
/// </summary>
public sealed class TalkDepartures(Outbox outbox, Sealing sealing, TimeProvider clock)
{
    public const string DeliverKind = "handoff";
    public const string EndKind = "handoff-end";
    public const string ArrangeKind = "arrange";
    public const string UndoKind = "arrange-undo";

    /// <summary>Asks this advisor: through their own mailbox first where they have one.</summary>
    /// <param name="checkFirst">The time was chosen with somebody else, and this advisor's own calendar has not been asked yet.</param>
    public void Ask(Database db, AppointmentRow row, Advisor advisor, WayToMeet way, bool checkFirst = false)
    {
        row.AnswerBy = AnswerTime.OfAdvisor(clock.GetUtcNow(), advisor, row.StartsAt);
        if (advisor is ExternalAdvisor { Mailbox: not null })
        {
            row.State = AppointmentState.Arranging;
            Arrange(db, row, checkFirst ? ArrangeStage.Check : FirstStage(way));
            return;
        }

        Arranged(db, row);
    }

    public static ArrangeStage FirstStage(WayToMeet way) => way == WayToMeet.Teams ? ArrangeStage.Meeting : ArrangeStage.Event;

    /// <summary>Takes what exists in the mailbox to the new time of the row; where nothing exists, it is made there.</summary>
    public void Move(Database db, AppointmentRow row, Advisor advisor, WayToMeet way)
    {
        if (ArrangedOf(row).Event is null)
        {
            Undo(db, row);
            Ask(db, row, advisor, way);
            return;
        }

        row.AnswerBy = AnswerTime.OfAdvisor(clock.GetUtcNow(), advisor, row.StartsAt);
        row.State = AppointmentState.Arranging;
        Arrange(db, row, ArrangeStage.MoveEvent);
    }

    public void Arrange(Database db, AppointmentRow row, ArrangeStage stage) =>
        outbox.Add(
            db,
            row.Employer,
            ArrangeKind,
            $"{row.Id}/{row.Round}/{stage}",
            new ArrangeStep(row.Id, row.Round, stage, row.Advisor, row.Slot),
            AppointmentsJson.Default.ArrangeStep);

    /// <summary>Everything stands in the calendars: the handoff leaves.</summary>
    public void Arranged(Database db, AppointmentRow row)
    {
        row.State = row.AdvisorAgreed ? AppointmentState.Accepted : AppointmentState.Sending;
        if (row.AdvisorAgreed)
            row.AnswerBy = null;
        outbox.Add(db, row.Employer, DeliverKind, $"{row.Id}/{row.Round}", new HandoffStep(row.Id, row.Round), AppointmentsJson.Default.HandoffStep);
    }

    public Arrangement ArrangedOf(AppointmentRow row) =>
        (row.Arranged is { } bytes ? sealing.Open(row.Employer, SealedKind.Arranged, bytes, AppointmentsJson.Default.Arrangement) : null) ?? new();

    /// <summary>Keeps what exists now in the mailbox.</summary>
    public void Keep(AppointmentRow row, Arrangement arrangement)
    {
        row.Arranged = sealing.Seal(row.Employer, SealedKind.Arranged, arrangement, AppointmentsJson.Default.Arrangement);
        row.LookAgainAt = arrangement.Event is null ? null : clock.GetUtcNow() + CalendarWatch.FirstLook;
        row.Revision++;
    }

    /// <summary>Takes back what exists in the advisor's mailbox.</summary>
    public void Undo(Database db, AppointmentRow row)
    {
        var arranged = ArrangedOf(row);
        row.Arranged = null;
        row.LookAgainAt = null;
        Undo(db, row.Employer, row.Advisor, arranged.Meeting, arranged.Event);
    }

    public void Undo(Database db, string employer, string advisor, string? meeting, string? eventId)
    {
        if (meeting is not null || eventId is not null)
            outbox.Add(db, employer, UndoKind, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), new ArrangeUndo(advisor, meeting, eventId), AppointmentsJson.Default.ArrangeUndo);
    }

    /// <summary>Nothing is asked any more of the advisor of this round.</summary>
    public void End(Database db, AppointmentRow row, EndReason why) =>
        End(db, row, "end", new HandoffEnd(row.Id, row.Round, row.Advisor, row.CardId, why, Aloud: why == EndReason.Cancelled, why == EndReason.Forgotten ? null : ReferenceOf(row)));

    /// <summary>The row goes: what stands in the advisor's chat loses its words, and a talk that was still to come is called off there.</summary>
    public void Forget(Database db, AppointmentRow row, EndReason why)
    {
        var told = why == EndReason.Cancelled;
        if (told || row.CardId is not null)
            End(db, row, "forget", new HandoffEnd(row.Id, row.Round, row.Advisor, row.CardId, why, Aloud: told, told ? ReferenceOf(row) : null));
    }

    /// <summary>A card that arrived after its request changed is brought up to date: it must not stay as it left.</summary>
    public void Recall(Database db, AppointmentRow row, int round, string advisor, string cardId)
    {
        var why = row.State == AppointmentState.Cancelled ? EndReason.Cancelled
            : row.State == AppointmentState.Closed ? EndReason.Closed
            : row.Advisor == advisor && TalkChanges.Stands(row.State) ? EndReason.Moved
            : EndReason.Forgotten;
        End(db, row, "recall", new HandoffEnd(row.Id, round, advisor, cardId, why, Aloud: false, why == EndReason.Forgotten ? null : ReferenceOf(row)));
    }

    /// <summary>The same for a card whose request was forgotten while it was on its way.</summary>
    public void RecallForgotten(Database db, AppointmentRow row, int round, string advisor, string cardId) =>
        End(db, row, "recall", new HandoffEnd(row.Id, round, advisor, cardId, EndReason.Forgotten, Aloud: false, null));

    private HandoffLine? ReferenceOf(AppointmentRow row) =>
        sealing.Open(row.Employer, SealedKind.Request, row.Sealed, AppointmentsJson.Default.Handoff)?.Lines.FirstOrDefault(line => line.IsReference);

    private void End(Database db, AppointmentRow row, string name, HandoffEnd end) =>
        outbox.Add(db, row.Employer, EndKind, $"{end.Appointment}/{end.Round}/{name}", end, AppointmentsJson.Default.HandoffEnd);
}

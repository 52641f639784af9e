using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>
/// Writing and reading beside a talk. What was written belongs to that talk and that advisor: another advisor, also one who takes
/// over, never reads it. Every method works on the transaction of its <c>db</c>; the caller saves.
/// </summary>
public sealed class MessageBook(Sealing sealing, Outbox outbox, TimeProvider clock) : IBesideTalk
{
    /// <summary>Whether people can write to each other: the request lies with this advisor.</summary>
    public static bool IsOpen(AppointmentRow row) =>
        row.State is AppointmentState.Delivered or AppointmentState.Seen or AppointmentState.Accepted or AppointmentState.Proposed;

    /// <summary>Whether what was written is kept: also while the same talk is on its way to the same advisor, at another time.</summary>
    internal static bool IsKept(AppointmentState state) => TalkChanges.Stands(state);

    public async Task<Correspondence> OfAsync(Database db, AppointmentRow talk) =>
        await FindAsync(db, talk) is { } row ? Open(row) : Correspondence.Empty;

    /// <summary>What there is, as it was until now; what the other side wrote counts as read from here on.</summary>
    public async Task<Correspondence> ReadAsync(Database db, AppointmentRow talk, Writer reader)
    {
        if (await FindAsync(db, talk) is not { } row)
            return Correspondence.Empty;
        var before = Open(row);
        if (before.UnreadBy(reader) > 0)
            Keep(row, before.ReadBy(reader, clock.GetUtcNow()));
        return before;
    }

    /// <summary>Adds a message. False when this side wrote as much as it can; then nothing changed.</summary>
    public async Task<bool> WriteAsync(Database db, AppointmentRow talk, Writer writer, Confidential text)
    {
        var before = await OfAsync(db, talk);
        if (before.IsFullFor(writer))
            return false;
        var row = await db.Set<CorrespondenceRow>().FindAsync(talk.Id)
            ?? db.Add(new CorrespondenceRow { Appointment = talk.Id, Employer = talk.Employer, Advisor = talk.Advisor, Sealed = [] }).Entity;
        row.Advisor = talk.Advisor;
        Keep(row, before.With(new Message(writer, text, clock.GetUtcNow())));
        // Whoever calls the talk off at this very moment goes first or second, and never beside it.
        talk.Revision++;
        if (writer == Writer.Employee && before.UnreadBy(Writer.Advisor) == 0)
            Call(db, talk, before.Messages.Count);
        return true;
    }

    public async Task LetGoAsync(Database db, AppointmentRow talk, EndReason why)
    {
        if (await db.Set<CorrespondenceRow>().FindAsync(talk.Id) is { } row)
            db.Remove(row);
    }

    private async Task<CorrespondenceRow?> FindAsync(Database db, AppointmentRow talk) =>
        await db.Set<CorrespondenceRow>().FindAsync(talk.Id) is { } row && row.Advisor == talk.Advisor ? row : null;

    /// <summary>One call at a time: an advisor who has not read the last message knows that there is one.</summary>
    private void Call(Database db, AppointmentRow talk, int written) => outbox.Add(
        db, talk.Employer, MessageCalling.KindName, $"{talk.Id}/{talk.Round}/message/{written}", new MessageCall(talk.Id, talk.Advisor), MessagesJson.Default.MessageCall);

    private Correspondence Open(CorrespondenceRow row) =>
        sealing.Open(row.Employer, SealedKind.Correspondence, row.Sealed, MessagesJson.Default.Correspondence) ?? Correspondence.Empty;

    private void Keep(CorrespondenceRow row, Correspondence correspondence)
    {
        row.Sealed = sealing.Seal(row.Employer, SealedKind.Correspondence, correspondence, MessagesJson.Default.Correspondence);
        row.Revision++;
    }
}

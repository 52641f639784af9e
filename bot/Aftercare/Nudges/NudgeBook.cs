using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Messages;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

/// <summary>Who asked to be nudged. Every method works on the transaction of its <c>db</c>; the caller saves.</summary>
public sealed class NudgeBook(MessageBook messages, AftercareBook aftercare, Sealing sealing, TimeProvider clock) : IBesideTalk
{
    /// <summary>A talk that was called off, or that the advisor closed, brings nothing new.</summary>
    internal static bool IsOffered(AppointmentState state) =>
        MessageBook.IsKept(state) || TalkChanges.IsWithNobody(state);

    public async Task<NudgeMoment?> MomentOfAsync(Database db, AppointmentRow talk) =>
        await db.Set<NudgeRow>().FindAsync(talk.Id) is { } row && db.Entry(row).State != EntityState.Deleted ? ContentOf(row)?.Moment : null;

    public async Task TurnOnAsync(Database db, AppointmentRow talk, Confidential chat, NudgeMoment moment)
    {
        var content = new NudgeContent(chat, moment, await NowAsync(db, talk));
        if (await db.Set<NudgeRow>().FindAsync(talk.Id) is not { } row)
            db.Add(row = new() { Appointment = talk.Id, Employer = talk.Employer, LookAt = default, Sealed = [] });
        Keep(row, content);
    }

    public async Task TurnOffAsync(Database db, string appointment)
    {
        if (await db.Set<NudgeRow>().FindAsync(appointment) is { } row)
            db.Remove(row);
    }

    /// <summary>A talk that was passed on still brings news to who asked for it.</summary>
    public Task LetGoAsync(Database db, AppointmentRow talk, EndReason why) =>
        why is EndReason.Cancelled or EndReason.Closed or EndReason.Forgotten ? TurnOffAsync(db, talk.Id) : Task.CompletedTask;

    /// <summary>Whether there is something new since the last time. From here on the person has been told, unless that is taken back.</summary>
    internal async Task<bool> LookAsync(Database db, NudgeRow row, AppointmentRow talk, bool onTime)
    {
        if (ContentOf(row) is not { } content)
        {
            db.Remove(row);
            return false;
        }

        var now = await NowAsync(db, talk);
        var isNews = onTime && content.Told.IsNewsIn(now, await messages.OfAsync(db, talk));
        Keep(row, onTime ? content with { Told = now } : content);
        return isNews;
    }

    /// <summary>The nudge did not arrive: at the next moment it is tried again.</summary>
    internal void TakeBack(NudgeRow row, NudgeContent content) => Keep(row, content with { Told = Told.Nothing });

    internal NudgeContent? ContentOf(NudgeRow row) => sealing.Open(row.Employer, SealedKind.Nudge, row.Sealed, NudgeJson.Default.NudgeContent);

    private async Task<Told> NowAsync(Database db, AppointmentRow talk) => Told.Of(talk, await messages.OfAsync(db, talk), aftercare.IsDue(talk));

    private void Keep(NudgeRow row, NudgeContent content)
    {
        row.Sealed = sealing.Seal(row.Employer, SealedKind.Nudge, content, NudgeJson.Default.NudgeContent);
        row.LookAt = content.Moment.Next(clock.GetUtcNow());
        row.Revision++;
    }
}

using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

/// <summary>
/// Brings a nudge to who asked for it, if they still do. After a crash it may come twice, in the window between Teams' answer and our
/// commit; it is the same card. Who removed the app is not asked again, and nobody is told.
/// </summary>
internal sealed class NudgeDelivery(NudgeBook book, IEmployeeChat chat, EmployerDirectory directory, Outbox outbox, TimeProvider clock) : ICarrier
{
    public const string KindName = "nudge";

    public string Kind => KindName;

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, NudgeJson.Default.NudgeStep) is not { } step
            || await db.Set<NudgeRow>().FindAsync([step.Appointment], stopping) is not { } nudge
            || directory.ByKey(nudge.Employer) is not { } employer
            || book.ContentOf(nudge) is not { } content)
        {
            return new Departure.Done();
        }

        // Later than its moment it would say when Teams came back, or when we did.
        if (clock.GetUtcNow() > row.CreatedAt + Nudging.Lateness)
        {
            book.TakeBack(nudge, content);
            return new Departure.Done();
        }

        switch (await chat.NudgeAsync(employer, content.Chat, stopping))
        {
            case Sending.Later later:
                return new Departure.Again(later.After);
            case Sending.Blocked:
                db.Remove(nudge);
                break;
            // The question of aftercare is the last thing that there is to say.
            case Sending.Arrived when content.Told.Asked:
                db.Remove(nudge);
                break;
        }

        return new Departure.Done();
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>What an advisor does with a request, from the card or the desk. An answer of an earlier round changes nothing.</summary>
public sealed class HandoffActions(IDbContextFactory<Database> databases, AppointmentBook book, TalkChanges changes, EmployerDirectory directory, Outbox outbox)
    : ICardActions
{
    public const string Refresh = "handoff.refresh";
    public const string Accept = "handoff.accept";
    public const string PassOn = "handoff.passOn";

    public async Task<IProviderCard?> PressAsync(CardPress press, CancellationToken stopping)
    {
        if (press.Verb is not (Refresh or Accept or PassOn)
            || !press.Data.TryGetValue("appointment", out var id)
            || !press.Data.TryGetValue("round", out var roundText)
            || !int.TryParse(roundText, NumberStyles.None, CultureInfo.InvariantCulture, out var round))
        {
            return null;
        }

        for (var attempt = 0; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(stopping);
            try
            {
                var row = await book.FindAsync(db, id);
                var passedOn = await ActAsync(db, row, round, press.Advisor, press.Verb);
                await db.SaveChangesAsync(stopping);
                outbox.Ring();
                return passedOn
                    ? new HandoffCard(id, roundText, CardState.PassedOn, [], press.UserId)
                    : HandoffView.Card(id, row, row is null ? null : book.HandoffOf(row), round, press.Advisor, press.UserId);
            }
            catch (DbUpdateException) when (attempt < 4)
            {
                // Somebody else changed the request at the same moment: look again at how it stands now.
            }
        }
    }

    /// <summary>Carries one answer out; true when the request was passed on.</summary>
    public async Task<bool> ActAsync(Database db, AppointmentRow? row, int round, Advisor advisor, string verb)
    {
        if (row is null || row.Round != round || row.Advisor != advisor.Id || directory.ByKey(row.Employer) is not { } employer)
            return false;
        var open = row.State is AppointmentState.Sending or AppointmentState.Delivered or AppointmentState.Seen;
        switch (verb)
        {
            case Accept when open:
                book.Accept(row);
                return false;
            case PassOn when open || row.State is AppointmentState.Accepted or AppointmentState.Proposed:
                await changes.PassOnAsync(db, row, employer, AppointmentState.NeedsChoice);
                return true;
            case Refresh when open:
                book.See(row);
                return false;
            default:
                return false;
        }
    }
}

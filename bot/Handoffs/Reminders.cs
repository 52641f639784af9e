using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage;

namespace VpBot.Handoffs;

/// <summary>
/// Reminds an advisor, once, who has a request and has not answered. The moment lies in the appointment itself: a talk that is
/// answered, moved, passed on or called off has no reminder any more.
/// </summary>
internal sealed class Reminders(IDbContextFactory<Database> databases, Outbox outbox, TimeProvider clock, ILogger<Reminders> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                HandoffsLog.RemindingFailed(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var look = await databases.CreateDbContextAsync(stopping);
        var due = await look.Set<AppointmentRow>().Where(row => row.RemindAt <= now).Select(row => row.Id).Take(50).ToListAsync(stopping);
        foreach (var id in due)
            await WriteAsync(id, now, stopping);
    }

    private async Task WriteAsync(string id, DateTimeOffset now, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(row => row.Id == id && row.RemindAt <= now, stopping) is not { } row)
            return;
        row.RemindAt = null;
        row.Revision++;
        outbox.Add(db, row.Employer, ReminderDelivery.KindName, $"{row.Id}/{row.Round}/remind", new HandoffStep(row.Id, row.Round), AppointmentsJson.Default.HandoffStep);
        try
        {
            await db.SaveChangesAsync(stopping);
            outbox.Ring();
        }
        catch (DbUpdateException)
        {
            // It changed at this moment, or another instance was first: whatever holds now is looked at again.
        }
    }
}

internal sealed class ReminderDelivery(AppointmentBook book, IAdvisorChat chat, EmployerDirectory directory, Outbox outbox, HandoffsSettings settings, TimeProvider clock)
    : ICarrier
{
    public const string KindName = "handoff-remind";

    public string Kind => KindName;

    private static HandoffsPhrases Words => Tongue.Dutch.Words<HandoffsPhrases>();

    private static DeskCall Card => new(Words.CardSummary, Words.ReminderTitle, Words.ReminderText, Words.OpenDesk, Words.CardFallback);

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        if (outbox.Open(row, AppointmentsJson.Default.HandoffStep) is not { } step
            || await book.FindAsync(db, step.Appointment) is not { State: AppointmentState.Delivered or AppointmentState.Seen } appointment
            || appointment.Round != step.Round
            || clock.GetUtcNow() > row.CreatedAt + settings.GiveUpAfter)
        {
            return new Departure.Done();
        }

        return await chat.TellAsync(directory.Advisor(appointment.Advisor), Card, stopping) is Sending.Later later
            ? new Departure.Again(later.After)
            : new Departure.Done();
    }
}

internal static partial class HandoffsLog
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Warning, Message = "Reminding was put off: {faultType}")]
    public static partial void RemindingFailed(ILogger logger, string faultType);

    [LoggerMessage(EventId = 404, Level = LogLevel.Warning, Message = "A request could not go on yet: {faultType}")]
    public static partial void GoingOnFailed(ILogger logger, string faultType);
}

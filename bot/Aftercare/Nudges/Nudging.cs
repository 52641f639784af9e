using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Storage;

namespace VpBot.Aftercare.Nudges;

/// <summary>
/// Looks at every chosen moment whether there is anything new, and then writes one nudge into the outbox. A moment that was missed,
/// because nothing ran, is let pass: a nudge at another time would say when something happened.
/// </summary>
internal sealed class Nudging(IDbContextFactory<Database> databases, NudgeBook book, Outbox outbox, TimeProvider clock, ILogger<Nudging> log) : BackgroundService
{
    /// <summary>So long after a chosen moment it still counts as that moment.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMinutes(15);

    private const int AtOnce = 200;
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
                NudgesLog.NudgingFailed(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task LookAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        await using var look = await databases.CreateDbContextAsync(stopping);
        var due = await look.Set<NudgeRow>().Where(row => row.LookAt <= now)
            .Join(look.Set<AppointmentRow>(), row => row.Appointment, talk => talk.Id, (row, talk) => new { talk.Id, talk.Employer, talk.Person })
            .OrderBy(row => row.Person).Take(AtOnce).ToListAsync(stopping);
        // Who has two talks is nudged once: two cards at one moment would say that there are two.
        foreach (var person in due.GroupBy(row => (row.Employer, row.Person)))
            await WriteAsync(person.Key.Employer, [.. person.Select(row => row.Id)], now, stopping);
    }

    private async Task WriteAsync(string employer, IReadOnlyList<string> talks, DateTimeOffset now, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var rows = await db.Set<NudgeRow>().Where(row => talks.Contains(row.Appointment) && row.LookAt <= now).ToListAsync(stopping);
        var isWritten = false;
        foreach (var row in rows)
        {
            var moment = row.LookAt;
            if (await db.Set<AppointmentRow>().SingleOrDefaultAsync(talk => talk.Id == row.Appointment, stopping) is not { } talk
                || !await book.LookAsync(db, row, talk, onTime: now < moment + Lateness) || isWritten)
            {
                continue;
            }

            isWritten = true;
            outbox.Add(db, employer, NudgeDelivery.KindName, $"{row.Appointment}/nudge/{moment.ToUnixTimeSeconds()}", new NudgeStep(row.Appointment), NudgeJson.Default.NudgeStep);
        }

        try
        {
            await db.SaveChangesAsync(stopping);
            outbox.Ring();
        }
        catch (DbUpdateException)
        {
            // It was turned off at this moment, or another instance was first: whatever holds now is looked at again.
        }
    }
}

internal static partial class NudgesLog
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning, Message = "Nudging was put off: {faultType}")]
    public static partial void NudgingFailed(ILogger logger, string faultType);
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Employers;
using VpBot.Employers.Files;
using VpBot.Storage;

namespace VpBot.Leaving;

/// <summary>
/// An employer who was stated to be removed is forgotten, with everything that is stored of it. Its doors close at once; its rows
/// go a while later, so that advisors can still call who waits for them and a mistake can be taken back. A file or a folder that is
/// missing states nothing.
/// </summary>
internal sealed class EmployerForgetting(
    EmployerDirectory directory, TalkChanges changes, Outbox outbox, EmployerFolderSettings settings, ILogger<EmployerForgetting> log) : IForgetful
{
    /// <summary>A statement that nobody read for so long was taken back, and begins again when it is made again.</summary>
    private static readonly TimeSpan Withdrawn = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var rows = 0;
        foreach (var (employer, advisors) in directory.Leaving)
        {
            if (await IsDueAsync(db, employer, now, stopping))
                rows += await ForgetAsync(db, employer, advisors, stopping);
        }

        var old = now - Kept;
        return rows + await db.Set<LeavingRow>().Where(row => row.SeenAt < old).ExecuteDeleteAsync(stopping);
    }

    private async Task<bool> IsDueAsync(Database db, string employer, DateTimeOffset now, CancellationToken stopping)
    {
        var row = await db.Set<LeavingRow>().SingleOrDefaultAsync(row => row.Employer == employer, stopping);
        var isNew = row is null || row.SeenAt + Withdrawn < now;
        if (row is null)
            db.Add(row = new LeavingRow { Employer = employer, Since = now, SeenAt = now });
        else if (isNew)
            row.Since = now;
        row.SeenAt = now;
        if (isNew)
            await TellAsync(db, employer, now, stopping);
        await db.SaveChangesAsync(stopping);
        outbox.Ring();
        return row.Since + settings.ForgetAfter <= now;
    }

    /// <summary>Whoever waits for a call is called: the advisor still has the number, and hears that it goes.</summary>
    private async Task TellAsync(Database db, string employer, DateTimeOffset now, CancellationToken stopping)
    {
        var talks = (await db.Set<AppointmentRow>().Where(row => row.Employer == employer).ToListAsync(stopping))
            .Where(row => TalkChanges.IsToldOfForgetting(row, now));
        foreach (var talk in talks.Where(talk => directory.Advisor(talk.Advisor) is ExternalAdvisor))
            outbox.Add(db, employer, LeavingCalling.KindName, $"{talk.Id}/{talk.Round}/leaving/{now.ToUnixTimeSeconds()}", new LeavingCall(talk.Id, talk.Advisor), LeavingJson.Default.LeavingCall);
    }

    private async Task<int> ForgetAsync(Database db, string employer, IReadOnlyList<string> advisors, CancellationToken stopping)
    {
        foreach (var talk in await db.Set<AppointmentRow>().Where(row => row.Employer == employer).ToListAsync(stopping))
            await changes.ForgetWithEmployerAsync(db, talk);
        await db.SaveChangesAsync(stopping);
        outbox.Ring();
        var rows = 0;
        foreach (var (table, column) in Kept(db))
        {
            foreach (var value in column == "Employer" ? [employer] : advisors)
                rows += await db.Database.ExecuteSqlRawAsync(Delete(table, column), [value], stopping);
        }

        if (rows > 0)
            LeavingLog.Forgotten(log, rows);
        return rows;

        static string Delete(string table, string column) => $"DELETE FROM \"{table}\" WHERE \"{column}\" = {{0}}";

        // Every table that names an employer or an advisor, also one that is made later. What must still leave, such as the undoing
        // of a meeting, stays in the outbox until it has left; everything else there finds nothing and ends by itself.
        static IEnumerable<(string Table, string Column)> Kept(Database db) =>
            from type in db.Model.GetEntityTypes()
            where type.ClrType != typeof(OutboxRow) && type.ClrType != typeof(LeavingRow)
            from column in (string[])["Employer", "Advisor"]
            where type.FindProperty(column) is not null
            select (type.GetTableName()!, column);
    }
}

/// <summary>What this folder may log: counts and types of faults.</summary>
internal static partial class LeavingLog
{
    [LoggerMessage(EventId = 620, Level = LogLevel.Information, Message = "Rows of an employer who left were forgotten: {rows}")]
    public static partial void Forgotten(ILogger logger, int rows);

    [LoggerMessage(EventId = 621, Level = LogLevel.Information, Message = "Talks went on because their advisor is no longer there for the employer: {talks}")]
    public static partial void WentOn(ILogger logger, int talks);

    [LoggerMessage(EventId = 623, Level = LogLevel.Error, Message = "Talks to come of employers whom nobody serves now: {talks}. Put their files back, or state in them that they leave")]
    public static partial void Unserved(ILogger logger, int talks);

    [LoggerMessage(EventId = 622, Level = LogLevel.Warning, Message = "Looking for talks without an advisor was put off: {faultType}")]
    public static partial void LookingFailed(ILogger logger, string faultType);
}

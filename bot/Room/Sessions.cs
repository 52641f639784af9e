using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Storage.Direct;

namespace VpBot.Room;

/// <summary>What a turn does to its session.</summary>
internal abstract record SessionChange
{
    private SessionChange() { }

    /// <param name="Ticket">What it was opened with; it is used up in the same moment.</param>
    public sealed record Opened(SessionRow Row, TicketRow? Ticket) : SessionChange;

    public sealed record WentOn(SessionRow Before, byte[] Sealed, DateTimeOffset ForgetAt) : SessionChange;

    public sealed record Ended(SessionRow Before) : SessionChange;
}

/// <summary>
/// The sessions in the database. A turn that changes nothing but its session is one statement; whatever else it changed is saved
/// with it in one transaction.
/// </summary>
internal sealed class Sessions(IEngine engine, GroupCommit commits, Outbox outbox)
{
    private const string
        Select = """SELECT "Employer", "Sealed", "Revision", "ForgetAt" FROM "Sessions" WHERE "TokenHash" = $1""",
        Insert = """INSERT INTO "Sessions" ("TokenHash", "Employer", "Sealed", "Revision", "ForgetAt") VALUES ($1, $2, $3, $4, $5)""",
        Update = """UPDATE "Sessions" SET "Sealed" = $1, "Revision" = $2, "ForgetAt" = $3 WHERE "TokenHash" = $4 AND "Revision" = $5""",
        Delete = """DELETE FROM "Sessions" WHERE "TokenHash" = $1 AND "Revision" = $2""";

    public async ValueTask<SessionRow?> FindAsync(SecretToken token, CancellationToken stopping)
    {
        var hash = token.Hash();
        return await engine.FindAsync(new Statement(Select, hash), row => Read(hash, row), stopping);
    }

    /// <summary>Saves the turn. Throws <see cref="DbUpdateConcurrencyException"/> when somebody was faster; then nothing of it is saved.</summary>
    public async Task SaveAsync(Database db, SessionChange? change, CancellationToken stopping)
    {
        if (db.ChangeTracker.HasChanges() || change is null)
        {
            Track(db, change);
            await outbox.SaveAsync(db, stopping);
            return;
        }

        Statement[] statements = change switch
        {
            SessionChange.Opened { Ticket: { } ticket } opened => [Tickets.Removal(ticket), InsertOf(opened.Row)],
            SessionChange.Opened opened => [InsertOf(opened.Row)],
            SessionChange.WentOn on => [new(Update, on.Sealed, on.Before.Revision + 1, on.ForgetAt.ToUnixTimeMilliseconds(), on.Before.TokenHash, on.Before.Revision)],
            SessionChange.Ended ended => [new(Delete, ended.Before.TokenHash, ended.Before.Revision)],
            _ => throw new InvalidOperationException("A session is opened, goes on, or ends."),
        };
        if (await commits.WriteAsync(statements) < statements.Length)
            throw new DbUpdateConcurrencyException("Somebody was faster in this session.");
    }

    private static void Track(Database db, SessionChange? change)
    {
        switch (change)
        {
            case SessionChange.Opened opened:
                if (opened.Ticket is { } ticket)
                    db.Remove(ticket);
                db.Add(opened.Row);
                break;
            case SessionChange.WentOn on:
                db.Attach(on.Before);
                (on.Before.Sealed, on.Before.ForgetAt) = (on.Sealed, on.ForgetAt);
                on.Before.Revision++;
                break;
            case SessionChange.Ended ended:
                db.Remove(ended.Before);
                break;
        }
    }

    private static Statement InsertOf(SessionRow row) => new(Insert, row.TokenHash, row.Employer, row.Sealed, row.Revision, row.ForgetAt.ToUnixTimeMilliseconds());

    private static SessionRow Read(byte[] hash, DbDataReader row) => new()
    {
        TokenHash = hash,
        Employer = row.GetString(0),
        Sealed = row.GetFieldValue<byte[]>(1),
        Revision = row.GetInt32(2),
        ForgetAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
    };
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using VpBot.Storage.Direct;

namespace VpBot.Storage;

/// <summary>
/// Leases due steps and returns them, as many of each kind as it has free places, in one statement: of two instances that look
/// at the same moment, one gets a step. On PostgreSQL a row that the other is claiming is skipped instead of waited for.
/// </summary>
internal static class OutboxClaim
{
    private const string Due = """SELECT "Kind", COUNT(*) FROM "Outbox" WHERE "NotBefore" <= $1 GROUP BY "Kind" """;

    private static readonly ConcurrentDictionary<(int Kinds, bool SkipsLocked), string> Statements = new();

    /// <summary>The rows come as they were before: their attempts are the earlier ones, and the lease is one more.</summary>
    public static Task<List<OutboxRow>> ClaimAsync(
        Database db, IReadOnlyDictionary<string, int> free, DateTimeOffset now, DateTimeOffset leasedUntil, CancellationToken stopping)
    {
        object[] values = [leasedUntil.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), .. free.SelectMany(kind => (object[])[kind.Key, kind.Value])];
        return db.Set<OutboxRow>().FromSqlRaw(Statements.GetOrAdd((free.Count, db.Database.IsNpgsql()), static of => Statement(of.Kinds, of.SkipsLocked)), values).AsNoTracking().ToListAsync(stopping);
    }

    /// <summary>How many steps of each kind are due: one plain look that takes no lock.</summary>
    public static ValueTask<IReadOnlyList<(string Kind, long Steps)>> DueAsync(IEngine engine, DateTimeOffset now, CancellationToken stopping) =>
        engine.ReadAsync(new(Due, now.ToUnixTimeMilliseconds()), static row => (row.GetString(0), row.GetInt64(1)), stopping);

    // Without a common table that is kept, PostgreSQL may look for due rows more than once, and lease more than was asked.
    private static string Statement(int kinds, bool skipsLocked)
    {
        var due = Enumerable.Range(0, kinds).Select(kind => $$"""
            SELECT "Id" FROM (
                SELECT "Id" FROM "Outbox" WHERE "Kind" = {{{2 + (2 * kind)}}} AND "NotBefore" <= {1}
                ORDER BY "NotBefore" LIMIT {{{3 + (2 * kind)}}}{{(skipsLocked ? " FOR UPDATE SKIP LOCKED" : "")}}) AS "Kind{{kind}}"
            """);
        return $$"""
            WITH "Due" AS MATERIALIZED ({{string.Join(" UNION ALL ", due)}})
            UPDATE "Outbox" SET "NotBefore" = {0}, "Attempts" = "Attempts" + 1 WHERE "Id" IN (SELECT "Id" FROM "Due")
            RETURNING "Id", "Kind", "Employer", "Sealed", "CreatedAt", "NotBefore", "Attempts" - 1 AS "Attempts"
            """;
    }
}

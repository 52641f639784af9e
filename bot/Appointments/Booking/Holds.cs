using Microsoft.EntityFrameworkCore;
using VpBot.Storage;
using VpBot.Storage.Direct;

namespace VpBot.Appointments.Booking;

/// <summary>
/// Holds on to a chosen time for who is still answering. Every answer after the choice does so, so it is a plain look and at most one
/// plain statement of its own: that somebody was here is true, whatever becomes of the rest of their turn.
/// </summary>
public sealed class Holds
{
    /// <summary>What the second look of one turn would add is not worth writing.</summary>
    private static readonly TimeSpan TooLittle = TimeSpan.FromSeconds(1);

    // The moment in the condition decides against who takes over a hold that ran out.
    private const string
        Select = """SELECT "HeldUntil" FROM "TimeCells" WHERE "Appointment" = $1 AND "HeldUntil" >= $2 ORDER BY "HeldUntil" LIMIT 1""",
        Update = """UPDATE "TimeCells" SET "HeldUntil" = $1 WHERE "Appointment" = $2 AND "HeldUntil" >= $3 AND "HeldUntil" < $1""";

    private readonly IEngine _engine;
    private readonly GroupCommit _commits;

    internal Holds(IEngine engine, GroupCommit commits) => (_engine, _commits) = (engine, commits);

    /// <summary>Prolongs a hold that has not run out, and says until when it lasts; null when there is none.</summary>
    public async Task<DateTimeOffset?> ProlongAsync(Database db, string appointment, DateTimeOffset until, DateTimeOffset now)
    {
        // What this turn took or let go is tracked, and not saved yet.
        var own = db.ChangeTracker.Entries<TimeCellRow>().Where(entry => entry.Entity.Appointment == appointment).ToList();
        if (own.Count > 0)
            return own.Where(entry => entry.State != EntityState.Deleted && entry.Entity.HeldUntil >= now).Min(entry => entry.Entity.HeldUntil);
        var held = await HeldUntilAsync(appointment, now);
        if (held is null || until - held < TooLittle)
            return held;
        // The session that is saved after it takes it to the disk.
        var prolonged = await _commits.WriteFleetingAsync(new Statement(Update, until.ToUnixTimeMilliseconds(), appointment, now.ToUnixTimeMilliseconds()));
        return prolonged > 0 ? until : null;
    }

    private async ValueTask<DateTimeOffset?> HeldUntilAsync(string appointment, DateTimeOffset now) =>
        await _engine.FindAsync(new Statement(Select, appointment, now.ToUnixTimeMilliseconds()), static row => (object)row.GetInt64(0), CancellationToken.None) is long held
            ? DateTimeOffset.FromUnixTimeMilliseconds(held)
            : null;
}

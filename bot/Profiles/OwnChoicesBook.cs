using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Profiles;

/// <summary>Reading and changing what an advisor set themselves, on the transaction of the turn; the caller saves.</summary>
public sealed class OwnChoicesBook(OwnChoicesInForce inForce, Sealing sealing, TimeProvider clock)
{
    /// <summary>How long it is kept of an advisor who no longer stands in the settings.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>The row as this turn has it, also when it is not saved yet.</summary>
    public static async Task<OwnChoicesRow?> FindAsync(Database db, string advisor) => await db.FindAsync<OwnChoicesRow>(advisor);

    /// <summary>What the row holds; null when it cannot be read, or is of another version.</summary>
    public OwnChoices? Open(OwnChoicesRow row) => inForce.Open(row);

    /// <summary>False when it was changed since <paramref name="revision"/>, where 0 is never set; then nothing happened.</summary>
    public async Task<bool> SetAsync(Database db, string advisor, OwnChoices own, long revision)
    {
        var (row, now) = (await FindAsync(db, advisor), clock.GetUtcNow());
        if ((row?.Revision ?? 0) != revision)
            return false;
        if (row is null)
            db.Add(row = new OwnChoicesRow { Advisor = advisor, Sealed = [], Revision = now.ToUnixTimeMilliseconds(), ForgetAt = now });
        Write(row, own, now);
        // It holds on this instance from the moment it is saved; the others look every few seconds.
        db.SavedChanges += (_, _) => inForce.Take([row]);
        return true;
    }

    internal void Write(OwnChoicesRow row, OwnChoices own, DateTimeOffset now)
    {
        row.Sealed = sealing.Seal(row.Advisor, SealedKind.OwnChoices, new OwnChoicesDocument(OwnChoicesDocument.Current, own), OwnChoicesJson.Default.OwnChoicesDocument);
        row.Revision++;
        row.ForgetAt = now + KeptFor;
    }
}

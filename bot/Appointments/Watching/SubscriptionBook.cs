using Microsoft.EntityFrameworkCore;
using VpBot.Storage;

namespace VpBot.Appointments.Watching;

/// <summary>The rows of our subscriptions. Every change stands alone and names what it found before, so instances do not fight.</summary>
internal sealed class SubscriptionBook(IDbContextFactory<Database> databases, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task<List<SubscriptionRow>> AllAsync(CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        return await db.Set<SubscriptionRow>().AsNoTracking().ToListAsync(stopping);
    }

    /// <summary>A row for an advisor who has none yet; another instance may be first.</summary>
    public async Task AddAsync(string advisor, CancellationToken stopping)
    {
        await using var db = await databases.CreateDbContextAsync(stopping);
        var now = clock.GetUtcNow();
        db.Add(new SubscriptionRow { Advisor = advisor, Address = "", ClientStateHash = [], ExpiresAt = now, TendAt = now });
        try
        {
            await db.SaveChangesAsync(stopping);
        }
        catch (DbUpdateException fault) when (fault.WasTaken())
        {
            // Somebody else wrote the same row.
        }
    }

    /// <summary>The row, leased to us for a while; null when it is not due, or another instance has it.</summary>
    public async Task<SubscriptionRow?> LeaseAsync(SubscriptionRow row, CancellationToken stopping)
    {
        var (now, was) = (clock.GetUtcNow(), row.TendAt);
        if (was > now)
            return null;
        var until = now + Lease;
        await using var db = await databases.CreateDbContextAsync(stopping);
        var leased = await db.Set<SubscriptionRow>().Where(other => other.Advisor == row.Advisor && other.TendAt == was)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.TendAt, until), stopping);
        return leased == 0 ? null : await db.Set<SubscriptionRow>().AsNoTracking().SingleOrDefaultAsync(other => other.Advisor == row.Advisor && other.TendAt == until, stopping);
    }

    /// <summary>Keeps what became of a leased row. False when the lease ran out or somebody rang meanwhile; then nothing was kept.</summary>
    public async Task<bool> KeepAsync(SubscriptionRow leased, SubscriptionRow now)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Set<SubscriptionRow>().Where(row => row.Advisor == leased.Advisor && row.TendAt == leased.TendAt)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.SubscriptionId, now.SubscriptionId)
                .SetProperty(row => row.Address, now.Address)
                .SetProperty(row => row.ClientStateHash, now.ClientStateHash)
                .SetProperty(row => row.ExpiresAt, now.ExpiresAt)
                .SetProperty(row => row.TendAt, now.TendAt)) == 1;
    }

    public async Task RemoveAsync(SubscriptionRow leased)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Set<SubscriptionRow>().Where(row => row.Advisor == leased.Advisor && row.TendAt == leased.TendAt).ExecuteDeleteAsync();
    }

    /// <summary>It is tended at once. One that Graph removed is not known any more.</summary>
    public async Task TendNowAsync(Database db, SubscriptionRow row, bool isRemoved, CancellationToken stopping)
    {
        var now = clock.GetUtcNow();
        var id = isRemoved ? null : row.SubscriptionId;
        await db.Set<SubscriptionRow>().Where(other => other.Advisor == row.Advisor && other.SubscriptionId == row.SubscriptionId)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.SubscriptionId, id).SetProperty(other => other.TendAt, now), stopping);
    }
}

using System.Threading.RateLimiting;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// Keeps within the connector's limits: 7 messages in one second and 8 in two per conversation, and 30 requests per second per
/// tenant. Source: "Optimize your bot with rate limiting in Teams".
/// </summary>
/// <param name="instances">How many share the tenants' limit: each takes an equal part, so that none has to ask the others.</param>
internal sealed class Pace(int instances, TimeProvider clock) : IDisposable
{
    /// <summary>Requests per second, per app and tenant.</summary>
    public const int PerTenant = 30;

    private readonly ChatPace _conversations = new(clock);
    private readonly PartitionedRateLimiter<string> _tenants = Share(PerTenant / instances);
    private readonly AskedToWait _asked = new(clock);

    /// <summary>How long Teams asked to leave this tenant alone; zero when it did not.</summary>
    public TimeSpan LeftAlone(string tenant) => _asked.Left(tenant);

    /// <summary>Teams answered 429.</summary>
    public void Wait(string tenant, string conversation, TimeSpan asked) => _asked.Note(tenant, conversation, asked);

    /// <summary>
    /// Waits for a turn; false when others wait already, so that the step goes back to the outbox: one chat that asks for much
    /// must not hold up everybody else's handoffs.
    /// </summary>
    public async Task<bool> TurnAsync(string tenant, string conversation, CancellationToken stopping)
    {
        if (!await _conversations.TurnAsync(conversation, stopping))
            return false;
        using var second = await _tenants.AcquireAsync(tenant, 1, stopping);
        return second.IsAcquired;
    }

    public void Dispose() => _tenants.Dispose();

    /// <summary>
    /// A part of what a tenant allows in a second: a sixth of it at once, and the rest evenly, a tenth slower than it may. So no
    /// second holds more than the part, also when a few requests are on their way longer than the ones after them.
    /// </summary>
    private static PartitionedRateLimiter<string> Share(int permits)
    {
        var atOnce = Math.Max(1, permits / 6);
        var evenly = Math.Max(0.5, (permits - atOnce) / 1.1);
        return PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = atOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1 / evenly),
            QueueLimit = permits,
            AutoReplenishment = true,
        }));
    }
}

using System.Threading.RateLimiting;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// Keeps within the connector's limits: 7 messages in one second and 8 in two per conversation, and 30 requests per second per
/// tenant. Source: "Optimize your bot with rate limiting in Teams".
/// </summary>
internal sealed class Pace : IDisposable
{
    private const int Segments = 8;
    private readonly PartitionedRateLimiter<string> _conversations = PartitionedRateLimiter.CreateChained(Limit(7, 1, 2), Limit(8, 2, 2));
    private readonly PartitionedRateLimiter<string> _tenants = Limit(30, 1, 30);

    /// <summary>
    /// Waits for a turn; false when others wait already, so that the step goes back to the outbox: one chat that asks for much
    /// must not hold up everybody else's handoffs.
    /// </summary>
    public async Task<bool> TurnAsync(string tenant, string conversation, CancellationToken stopping)
    {
        using var first = await _conversations.AcquireAsync(conversation, 1, stopping);
        if (!first.IsAcquired)
            return false;
        using var second = await _tenants.AcquireAsync(tenant, 1, stopping);
        return second.IsAcquired;
    }

    public void Dispose()
    {
        _conversations.Dispose();
        _tenants.Dispose();
    }

    /// <summary>
    /// A sliding window gives a permit back when its segment began a window ago, so up to one segment too early; and a request may
    /// be on its way a little shorter than the one before it. The window is longer by a quarter to allow for both.
    /// </summary>
    private static PartitionedRateLimiter<string> Limit(int permits, double seconds, int waiting) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = permits,
            Window = TimeSpan.FromSeconds(seconds * 1.25),
            SegmentsPerWindow = Segments,
            QueueLimit = waiting,
            AutoReplenishment = true,
        }));
}

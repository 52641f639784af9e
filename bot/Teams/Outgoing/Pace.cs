using System.Threading.RateLimiting;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// Keeps within the connector's limits: 7 messages per second per conversation and 30 requests per second per tenant.
/// Source: "Optimize your bot with rate limiting in Teams".
/// </summary>
internal sealed class Pace : IDisposable
{
    private readonly PartitionedRateLimiter<string> _conversations = PerSecond(7);
    private readonly PartitionedRateLimiter<string> _tenants = PerSecond(30);

    /// <summary>Waits for a turn; false when the queue is full, so that the step goes back to the outbox.</summary>
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

    private static PartitionedRateLimiter<string> PerSecond(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = permits,
            Window = TimeSpan.FromSeconds(1),
            SegmentsPerWindow = 4,
            QueueLimit = 200,
            AutoReplenishment = true,
        }));
}

using System.Threading.RateLimiting;

namespace VpBot.Appointments.Booking;

/// <summary>
/// Slows down guessing of return codes: twenty wrong codes per quarter of an hour from one door. A right code costs nothing,
/// and the answer to too many is the same as the answer to a wrong one.
/// </summary>
public sealed class CodeGuessing : IDisposable
{
    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(door =>
        RateLimitPartition.GetFixedWindowLimiter(door, _ => new()
        {
            PermitLimit = 20,
            Window = TimeSpan.FromMinutes(15),
            QueueLimit = 0,
        }));

    public bool MayTry(string door)
    {
        using var lease = _wrong.AttemptAcquire(door, 0);
        return lease.IsAcquired;
    }

    public void WasWrong(string door) => _wrong.AttemptAcquire(door).Dispose();

    public void Dispose() => _wrong.Dispose();
}

using System.Threading.RateLimiting;

namespace VpBot.Room;

/// <summary>
/// How often one door may begin, and how often it may come with a wrong ticket. A whole workplace behind one address stays far below
/// it. Nothing is stored: a door that is quiet is forgotten, and its name means nothing outside this process.
/// </summary>
internal sealed class RoomLimits : IDisposable
{
    public const int MostBegins = 600;
    public const int MostWrongTickets = 120;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> _begins = Of(MostBegins);
    private readonly PartitionedRateLimiter<string> _wrongTickets = Of(MostWrongTickets);

    public bool MayBegin(string door)
    {
        using var lease = _begins.AttemptAcquire(door);
        return lease.IsAcquired;
    }

    public bool MayShowTicket(string door)
    {
        using var lease = _wrongTickets.AttemptAcquire(door, 0);
        return lease.IsAcquired;
    }

    public void TicketWasWrong(string door) => _wrongTickets.AttemptAcquire(door).Dispose();

    public void Dispose()
    {
        _begins.Dispose();
        _wrongTickets.Dispose();
    }

    private static PartitionedRateLimiter<string> Of(int most) => PartitionedRateLimiter.Create<string, string>(door =>
        RateLimitPartition.GetFixedWindowLimiter(door, _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 }));
}

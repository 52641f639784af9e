using Microsoft.EntityFrameworkCore;

namespace VpBot.Storage;

/// <summary>Steps of a kind that no version came to carry. Those of a known kind end by themselves.</summary>
internal sealed class OutboxForgetting(IEnumerable<ICarrier> carriers) : IForgetful
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);
    private readonly List<string> _known = [.. carriers.Select(carrier => carrier.Kind)];

    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
    {
        var before = now - Longest;
        return db.Set<OutboxRow>().Where(row => row.CreatedAt < before && !_known.Contains(row.Kind)).ExecuteDeleteAsync(stopping);
    }
}

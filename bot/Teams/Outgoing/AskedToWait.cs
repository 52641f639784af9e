using System.Collections.Concurrent;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// A 429 does not say whether it is about the chat or about the whole tenant. When a second chat of a tenant is told to wait while
/// the first one's wait lasts, it is the tenant: nobody there is sent anything until then. Otherwise every step that is due would
/// go and hear it for itself, and one person who types much could hold up a colleague's handoff.
/// </summary>
internal sealed class AskedToWait(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, Asked> _tenants = new();

    private sealed record Asked(string Conversation, DateTimeOffset Until, bool OfTenant);

    public void Note(string tenant, string conversation, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        var until = now + (wait < Longest ? wait : Longest);
        _tenants.AddOrUpdate(
            tenant,
            _ => new(conversation, until, OfTenant: false),
            (_, before) => before.Until <= now
                ? new(conversation, until, OfTenant: false)
                : new(conversation, until > before.Until ? until : before.Until, before.OfTenant || before.Conversation != conversation));
    }

    public TimeSpan Left(string tenant) =>
        _tenants.TryGetValue(tenant, out var asked) && asked.OfTenant && asked.Until - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}

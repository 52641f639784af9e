namespace VpBot.Playground;

/// <summary>At most four requests at once for one mailbox, as Exchange allows one application.</summary>
internal sealed class MailboxLimit
{
    private const int AtOnce = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Now, int Most)> running = [];

    public int Most(Person mailbox)
    {
        lock (gate) return running.GetValueOrDefault(mailbox.Key).Most;
    }

    /// <summary>Null when there is no place; refused requests do not count.</summary>
    public IDisposable? Enter(Person mailbox)
    {
        lock (gate)
        {
            var (now, most) = running.GetValueOrDefault(mailbox.Key);
            if (now == AtOnce) return null;
            running[mailbox.Key] = (now + 1, Math.Max(most, now + 1));
            return new Place(this, mailbox);
        }
    }

    public void Clear()
    {
        lock (gate)
            foreach (var (key, (now, _)) in running.ToList()) running[key] = (now, now);
    }

    private sealed class Place(MailboxLimit limit, Person mailbox) : IDisposable
    {
        public void Dispose()
        {
            lock (limit.gate) limit.running[mailbox.Key] = limit.running[mailbox.Key] with { Now = limit.running[mailbox.Key].Now - 1 };
        }
    }
}

namespace VpBot.Playground;

/// <summary>Tells whoever waits that something happened, so that neither the page nor a test has to poll.</summary>
public sealed class Changes(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = NewSignal();
    private long version = 1;

    public long Version
    {
        get { lock (gate) return version; }
    }

    public void Announce()
    {
        TaskCompletionSource happened;
        lock (gate)
        {
            version++;
            happened = next;
            next = NewSignal();
        }
        happened.SetResult();
    }

    /// <summary>Returns at once when something happened after <paramref name="since"/>, else at the next change or after <paramref name="wait"/>.</summary>
    public async Task WaitAsync(long since, TimeSpan wait, CancellationToken cancel = default)
    {
        Task change;
        lock (gate)
        {
            if (version != since) return;
            change = next.Task;
        }
        try
        {
            await change.WaitAsync(wait, time, cancel);
        }
        catch (TimeoutException)
        {
            // Nothing happened; the caller looks again and sees the same.
        }
    }

    /// <summary>Looks after every change until <paramref name="find"/> finds something.</summary>
    /// <exception cref="TimeoutException">It did not come in time; the message says what was waited for.</exception>
    public async Task<T> UntilAsync<T>(string what, Func<T?> find, TimeSpan? within = null) where T : class
    {
        var budget = within ?? TimeSpan.FromSeconds(10);
        var start = time.GetTimestamp();
        while (true)
        {
            var seen = Version;
            if (find() is { } found) return found;
            var left = budget - time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) throw new TimeoutException($"Waited {budget.TotalSeconds:0.#} s in vain for: {what}.");
            await WaitAsync(seen, left);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using System.Collections.Concurrent;

namespace VpBot.Playground;

/// <summary>The switchable troubles of the emulated Bot Connector.</summary>
public sealed class ConnectorFaults
{
    private readonly ConcurrentDictionary<string, bool> blocked = new();
    private volatile FaultDecision now = FaultDecision.Working;

    /// <summary>How every request fares until this is set otherwise.</summary>
    public FaultDecision Now
    {
        get => now;
        set => now = value;
    }

    /// <summary>Decides per request, before anything is stored; null leaves it to <see cref="Now"/>.</summary>
    public Func<ReceivedRequest, FaultDecision?>? OnReceived { get; set; }

    /// <summary>The person blocks the bot: Teams answers 403 <c>MessageWritesBlocked</c>.</summary>
    public void Block(Person person) => blocked[person.Key] = true;

    public void Unblock(Person person) => blocked.TryRemove(person.Key, out _);

    public bool IsBlocked(Person person) => blocked.ContainsKey(person.Key);

    public void Clear()
    {
        (Now, OnReceived) = (FaultDecision.Working, null);
        blocked.Clear();
    }

    internal FaultDecision Decide(ReceivedRequest request) => OnReceived?.Invoke(request) ?? Now;
}

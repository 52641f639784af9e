using System.Collections.Concurrent;

namespace VpBot.Playground;

/// <summary>Settings of an online meeting that the tenant's policy overrules. The answer to the request still echoes what was asked; reading back tells.</summary>
[Flags]
public enum MeetingTrouble
{
    None = 0,
    RecordingStaysAllowed = 1,
    TranscriptionStaysAllowed = 2,
    ChatStaysEnabled = 4,
    NoPasscode = 8,
    LobbyStaysOpen = 16,
    All = RecordingStaysAllowed | TranscriptionStaysAllowed | ChatStaysEnabled | NoPasscode | LobbyStaysOpen,
}

/// <summary>What a place in <c>availabilityView</c> counts on from its start. They differ on a view over a clock change only.</summary>
public enum ViewClock
{
    /// <summary>Each place is the next interval on the clock of the preferred zone: a day has 24 hours.</summary>
    Wall,

    /// <summary>Each place is the next interval that passes: the day of a clock change has 23 or 25 hours.</summary>
    Elapsed,
}

/// <summary>The switchable troubles of the emulated Graph.</summary>
public sealed class GraphFaults
{
    private readonly ConcurrentDictionary<string, bool> brokenSchedules = new();
    private volatile FaultDecision now = FaultDecision.Working;

    /// <summary>How every request fares until this is set otherwise.</summary>
    public FaultDecision Now
    {
        get => now;
        set => now = value;
    }

    /// <summary>Decides per request, before anything is stored; null leaves it to <see cref="Now"/>.</summary>
    public Func<ReceivedRequest, FaultDecision?>? OnReceived { get; set; }

    /// <summary>For meetings made from now on.</summary>
    public MeetingTrouble Meetings { get; set; }

    public ViewClock ViewClock { get; set; }

    /// <summary>Changes are not told to subscribers; it is for the test to send <see cref="LifecycleEvent.Missed"/>.</summary>
    public bool NotificationsLost { get; set; }

    /// <summary><c>getSchedule</c> answers 200 with an <c>error</c> for this mailbox.</summary>
    public void BreakSchedule(Person advisor) => brokenSchedules[advisor.Key] = true;

    public void MendSchedule(Person advisor) => brokenSchedules.TryRemove(advisor.Key, out _);

    public bool IsScheduleBroken(Person advisor) => brokenSchedules.ContainsKey(advisor.Key);

    public void Clear()
    {
        (Now, OnReceived, Meetings, ViewClock, NotificationsLost) = (FaultDecision.Working, null, MeetingTrouble.None, ViewClock.Wall, false);
        brokenSchedules.Clear();
    }

    internal FaultDecision Decide(ReceivedRequest request) => OnReceived?.Invoke(request) ?? Now;
}

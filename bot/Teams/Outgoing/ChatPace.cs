using System.Collections.Concurrent;

namespace VpBot.Teams.Outgoing;

/// <summary>
/// 7 messages in one second and 8 in two per chat, with a quarter more time than that, because a message may be on its way a little
/// shorter than the one before it. A chat is remembered for as long as its last messages count and no longer: nearly every chat
/// gets one message, and ten thousand of them in a minute must not be looked after ten times a second.
/// </summary>
internal sealed class ChatPace(TimeProvider clock)
{
    private const int MostWaiting = 2;
    private const int LookEvery = 256;
    private readonly (int Messages, long Ticks)[] _limits = [(7, InTicks(clock, 1.25)), (8, InTicks(clock, 2.5))];
    private readonly ConcurrentDictionary<string, Chat> _chats = new();
    private int _turns;

    /// <summary>How many chats are remembered now.</summary>
    public int Remembered => _chats.Count;

    /// <summary>Waits for a turn; false at once when others wait already.</summary>
    public async ValueTask<bool> TurnAsync(string chat, CancellationToken stopping)
    {
        var now = clock.GetTimestamp();
        if (Interlocked.Increment(ref _turns) % LookEvery == 0)
            Forget(now);
        if (Reserve(chat, now) is not { } moment)
            return false;
        // A timer may be early by a moment, and then it is not yet time.
        for (; moment > now; now = clock.GetTimestamp())
            await Task.Delay(clock.GetElapsedTime(now, moment) + TimeSpan.FromMilliseconds(1), clock, stopping);
        return true;
    }

    private long? Reserve(string chat, long now)
    {
        while (true)
        {
            var known = _chats.GetOrAdd(chat, static _ => new());
            lock (known)
            {
                if (!known.IsForgotten)
                    return known.Reserve(now, _limits, MostWaiting);
            }
        }
    }

    private void Forget(long now)
    {
        foreach (var (name, chat) in _chats)
        {
            lock (chat)
            {
                if (chat.Last + _limits[^1].Ticks > now)
                    continue;
                chat.IsForgotten = true;
                _chats.TryRemove(name, out _);
            }
        }
    }

    private static long InTicks(TimeProvider clock, double seconds) => (long)(seconds * clock.TimestampFrequency);

    /// <summary>The moments of the last messages, also of those that wait for theirs.</summary>
    private sealed class Chat
    {
        private readonly long[] _moments = new long[8];
        private int _count;

        public bool IsForgotten { get; set; }

        public long Last => _count == 0 ? long.MinValue / 2 : Back(1);

        public long? Reserve(long now, (int Messages, long Ticks)[] limits, int mostWaiting)
        {
            var moment = now;
            foreach (var (messages, ticks) in limits)
            {
                if (_count >= messages)
                    moment = Math.Max(moment, Back(messages) + ticks);
            }

            if (moment > now && _count >= mostWaiting && Back(mostWaiting) > now)
                return null;
            _moments[_count++ % _moments.Length] = moment;
            return moment;
        }

        private long Back(int messages) => _moments[(_count - messages) % _moments.Length];
    }
}

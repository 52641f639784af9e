using VpBot.Teams.Outgoing;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Teams.Outgoing;

/// <summary>How fast one chat is written to.</summary>
public sealed class ChatPaceTests
{
    private readonly ClockOfTimers clock = new();

    [Fact]
    public async Task A_chat_gets_seven_at_once_two_wait_for_their_turn_and_more_go_back()
    {
        var pace = new ChatPace(clock);
        for (var message = 0; message < 7; message++)
            Assert.True(Turn(pace, "noor").IsCompletedSuccessfully);
        var (eighth, ninth) = (Turn(pace, "noor"), Turn(pace, "noor"));
        Assert.False(await NowAsync(Turn(pace, "noor")));
        Assert.True(await NowAsync(Turn(pace, "bram")));
        Assert.False(eighth.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(1.2));
        Assert.False(eighth.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(0.1));
        Assert.True(await NowAsync(eighth));
        Assert.False(ninth.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(1.3));
        Assert.True(await NowAsync(ninth));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Whatever_comes_no_second_holds_eight_and_no_two_seconds_hold_nine(int seed)
    {
        var random = new Random(seed);
        var pace = new ChatPace(clock);
        var sent = new List<double>();
        for (var step = 0; step < 3_000; step++)
        {
            clock.Pass(TimeSpan.FromMilliseconds(random.Next(0, 400)));
            var turn = Turn(pace, "noor");
            for (var passed = 0; !turn.IsCompleted; passed++)
            {
                Assert.True(passed < 100);
                clock.Pass(TimeSpan.FromMilliseconds(50));
            }

            if (await turn)
                sent.Add(clock.Now.TotalSeconds);
        }

        Assert.True(sent.Count > 1_000);
        for (var from = 0; from < sent.Count; from++)
        {
            Assert.InRange(sent.Skip(from).TakeWhile(moment => moment <= sent[from] + 1).Count(), 1, 7);
            Assert.InRange(sent.Skip(from).TakeWhile(moment => moment <= sent[from] + 2).Count(), 1, 8);
        }
    }

    [Fact]
    public async Task Chats_that_are_quiet_again_are_forgotten()
    {
        var pace = new ChatPace(clock);
        for (var chat = 0; chat < 10_000; chat++)
        {
            Assert.True(await NowAsync(Turn(pace, $"{chat}")));
            clock.Pass(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(pace.Remembered, 1, 600);
    }

    /// <summary>What it says without anybody moving the clock for it.</summary>
    private static Task<bool> NowAsync(Task<bool> turn) => turn.WaitAsync(TimeSpan.FromSeconds(5));

    private static Task<bool> Turn(ChatPace pace, string chat) => pace.TurnAsync(chat, CancellationToken.None).AsTask();

    /// <summary>A clock whose timers ring when a test has moved it far enough.</summary>
    private sealed class ClockOfTimers : TimeProvider
    {
        private readonly List<Waiting> waiting = [];

        public TimeSpan Now { get; private set; } = TimeSpan.FromDays(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Waiting(this, () => callback(state)) { Due = Now + dueTime };
            waiting.Add(timer);
            return timer;
        }

        public void Pass(TimeSpan time)
        {
            Now += time;
            foreach (var timer in waiting.FindAll(timer => timer.Due <= Now))
            {
                waiting.Remove(timer);
                timer.Ring();
            }
        }

        private sealed class Waiting(ClockOfTimers clock, Action ring) : ITimer
        {
            public TimeSpan Due { get; init; }

            public void Ring() => ring();

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => clock.waiting.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}

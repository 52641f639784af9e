using System.Collections.Concurrent;
using System.Globalization;
using VpBot.Language;
using VpBot.Room;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>
/// People who book talks at the same moment, over real HTTP, while something goes wrong. Whoever gets no answer presses again. What
/// each of them was told is kept as a promise.
/// </summary>
internal sealed class LoadWalk(Uri address, params string[] advisors)
{
    private const int AtOnce = 8;
    private static readonly string Outdated = Tongue.Dutch.Words<RoomPhrases>().OutdatedText;
    private static int people;
    private int presses;
    private int repeated;
    private int finished;

    /// <summary>What the room told somebody, and what they did then.</summary>
    public sealed record Told(string Name, string Advisor)
    {
        /// <summary>The time was held while they went on choosing.</summary>
        public bool Held { get; set; }

        /// <summary>"The time is yours; your request goes to the advisor": the code with which they come back.</summary>
        public string? Code { get; set; }

        /// <summary>"Your appointment is cancelled."</summary>
        public bool Cancelled { get; set; }

        /// <summary>They left after the time was held, and promised nothing themselves.</summary>
        public bool Left { get; set; }

        /// <summary>They were told that it does not go on now: no times, a time that is gone, a room that is empty.</summary>
        public bool TurnedAway { get; set; }

        /// <summary>How often they were told that the questions changed and begin again.</summary>
        public int BegunAgain { get; set; }
    }

    public ConcurrentQueue<Told> Everybody { get; } = [];

    /// <summary>Before each press of somebody, with the step of their page.</summary>
    public Func<Told, string, Task> Pause { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>How many have gone the whole way.</summary>
    public int Finished => finished;

    public int Presses => presses;

    /// <summary>Presses that had no answer, or an answer that said so.</summary>
    public int Repeated => repeated;

    public int Answered => presses - repeated;

    /// <summary>As many as are asked for; the last of them comes after the fault began.</summary>
    public Task RunAsync(int count) => Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
    {
        var number = Interlocked.Increment(ref people);
        var told = new Told(string.Create(CultureInfo.InvariantCulture, $"Nummer {number:0000}"), advisors[number % advisors.Length]);
        Everybody.Enqueue(told);
        using var visitor = new RoomVisitor(address);
        await BookAsync(visitor, told, number);
        Interlocked.Increment(ref finished);
    });

    /// <summary>How it stands, as somebody reads who comes back with the code.</summary>
    public static async Task<string> TitleAsync(Uri address, string code)
    {
        using var visitor = new RoomVisitor(address);
        await visitor.BeginAsync();
        await visitor.AnswerAsync("appointment");
        return (await visitor.AnswerAsync(code)).Title;
    }

    private async Task BookAsync(RoomVisitor visitor, Told told, int number)
    {
        await PressAsync(visitor, told, () => visitor.BeginAsync());
        for (var turn = 0; turn < 40 && StepOf(visitor) != "NoteCode"; turn++)
        {
            var before = StepOf(visitor);
            if (before is null or "" || (before == "When" && visitor.Page.Values.All(value => !value.Contains('/', StringComparison.Ordinal))))
            {
                told.TurnedAway = true;
                return;
            }

            var times = visitor.Page.Values.Count(value => value.Contains('/', StringComparison.Ordinal));
            await PressAsync(visitor, told, () => visitor.GoOnceAsync(told.Advisor, called: told.Name, time: before == "When" ? number % times : 0));
            told.Held |= before == "When" && StepOf(visitor) is "CalledAs" or "TakeOver" or "Consent";
            if (told.Held && number % 5 == 0)
            {
                told.Left = true;
                await PressAsync(visitor, told, () => visitor.ActAsync("leave"));
                return;
            }
        }

        told.Code = visitor.Page.Code ?? throw new InvalidOperationException($"{told.Name} went in circles: {visitor.Page.Title}");
        await PressAsync(visitor, told, () => visitor.AnswerAsync("noted"));
        if (number % 3 == 0)
            await CancelAsync(visitor, told);
    }

    private async Task CancelAsync(RoomVisitor visitor, Told told)
    {
        for (var turn = 0; turn < 10 && !told.Cancelled; turn++)
        {
            await PressAsync(visitor, told, () => visitor.AnswerAsync(visitor.Page.Values.Contains("cancel") ? "cancel" : visitor.Page.Values.Contains("refresh") ? "refresh" : "yes"));
            told.Cancelled = visitor.Page.Title.Contains("afgezegd", StringComparison.Ordinal);
        }
    }

    /// <summary>Presses until an answer comes, from the page that was there before.</summary>
    private async Task PressAsync(RoomVisitor visitor, Told told, Func<Task> press)
    {
        await Pause(told, StepOf(visitor) ?? "");
        var before = visitor.Page;
        for (var start = TimeProvider.System.GetTimestamp(); ; await Task.Delay(100))
        {
            Interlocked.Increment(ref presses);
            try
            {
                await press();
                if ((int)visitor.Page.Status is < 500 and not 429)
                {
                    told.BegunAgain += visitor.Page.Text.Contains(Outdated, StringComparison.Ordinal) ? 1 : 0;
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                // Nobody knows what became of it.
            }

            Interlocked.Increment(ref repeated);
            visitor.GoOnFrom(before);
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMinutes(2))
                throw new TimeoutException($"Nobody answered for two minutes at the step {StepOf(visitor)}.");
        }
    }

    private static string? StepOf(RoomVisitor visitor) => visitor.Page.Hidden.GetValueOrDefault("step");
}

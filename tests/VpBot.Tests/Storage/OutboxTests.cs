using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Storage;

namespace VpBot.Tests.Storage;

public sealed class OutboxTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task The_wait_between_two_attempts_grows_and_never_exceeds_a_minute()
    {
        var clock = new ManualClock();
        var carrier = new CarrierOfATest { Answer = _ => Slowly(clock, new Departure.Again(TimeSpan.Zero)) };
        await using var bot = await StartAsync(carrier, null, clock);
        await WriteAsync(bot, "stubborn");
        await bot.StartOutboxAsync();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            var wait = await WaitAfterAsync(bot, "stubborn", attempt + 1);
            var (least, most) = (375 * Math.Pow(2, attempt), 625 * Math.Pow(2, attempt));
            Assert.InRange(wait.TotalMilliseconds, Math.Min(least, 60_000) - 1, Math.Min(most, 60_000) + 1);
            bot.Clock.Pass(wait);
            bot.Get<Outbox>().Ring();
        }
    }

    [Fact]
    public async Task A_wait_that_the_other_side_asks_for_is_kept()
    {
        var clock = new ManualClock();
        var carrier = new CarrierOfATest { Answer = _ => Slowly(clock, new Departure.Again(TimeSpan.FromMinutes(5))) };
        await using var bot = await StartAsync(carrier, null, clock);
        await WriteAsync(bot, "patient");
        await bot.StartOutboxAsync();
        Assert.InRange((await WaitAfterAsync(bot, "patient", 1)).TotalMinutes, 5, 5.001);
        bot.Clock.Pass(TimeSpan.FromMinutes(4.9));
        bot.Get<Outbox>().Ring();
        await Task.Delay(700);
        Assert.Single(carrier.Carried);
        bot.Clock.Pass(TimeSpan.FromMinutes(0.2));
        bot.Get<Outbox>().Ring();
        await BotInside.UntilAsync("the second attempt", () => Task.FromResult(carrier.Carried.Count == 2));
    }

    [Fact]
    public async Task A_step_whose_carrier_died_is_taken_up_after_its_lease_and_not_before()
    {
        var dies = new CarrierOfATest { Hangs = true };
        var first = await StartAsync(dies);
        var clock = first.Clock;
        await WriteAsync(first, "orphan");
        await first.StartOutboxAsync();
        await BotInside.UntilAsync("the lease", () => Task.FromResult(dies.Carried.Count == 1));

        var takesUp = new CarrierOfATest();
        await using (var second = await StartAsync(takesUp, first.Folder, clock))
        {
            await second.StartOutboxAsync();
            clock.Pass(TimeSpan.FromSeconds(59));
            second.Get<Outbox>().Ring();
            await Task.Delay(700);
            Assert.Empty(takesUp.Carried);
            clock.Pass(TimeSpan.FromSeconds(2));
            second.Get<Outbox>().Ring();
            await BotInside.UntilAsync("the step to leave", async () => !await AnyAsync(second));
            Assert.Equal("orphan", Assert.Single(takesUp.Carried));
        }

        await first.DisposeAsync();
    }

    [Fact]
    public async Task Steps_that_cannot_leave_do_not_stop_the_others()
    {
        var carrier = new CarrierOfATest
        {
            Answer = id => id.StartsWith("throws", StringComparison.Ordinal) ? throw new InvalidOperationException() : new Departure.Done(),
            // What this one changes cannot be saved: the same key twice.
            Changes = (id, db) =>
            {
                if (id.StartsWith("cannot-be-saved", StringComparison.Ordinal))
                    db.Add(new SecretRow { Name = "hash-key", Sealed = [1] });
            },
        };
        await using var bot = await StartAsync(carrier);
        await using (var db = bot.Open())
        {
            foreach (var index in Enumerable.Range(0, 4))
            {
                Add(db, $"throws-{index}", CarrierOfATest.KindName);
                Add(db, $"cannot-be-saved-{index}", CarrierOfATest.KindName);
                Add(db, $"unknown-{index}", "a kind of a later version");
                Add(db, $"unreadable-{index}", "handoff");
                Add(db, $"removed-{index}", "catalogue", employer: "gone");
                Add(db, $"good-{index}", CarrierOfATest.KindName);
            }

            await db.SaveChangesAsync();
        }

        await bot.StartOutboxAsync();
        // The clock stands still: whatever was leased and dropped would wait for a minute that never passes.
        await BotInside.UntilAsync("every step to be tried once", async () =>
        {
            await using var db = bot.Open();
            var left = await db.Set<OutboxRow>().AsNoTracking().ToListAsync();
            return left.TrueForAll(row => row.Attempts >= 1 && row.NotBefore < bot.Clock.GetUtcNow() + TimeSpan.FromSeconds(30))
                && left.Select(row => row.Id.Split('-')[0]).Distinct().Order().SequenceEqual(["cannot", "throws", "unknown"]);
        });
        Assert.Equal(4, carrier.Carried.Count(id => id.StartsWith("good", StringComparison.Ordinal)));
        Assert.Equal(4, carrier.Carried.Count(id => id.StartsWith("cannot", StringComparison.Ordinal)));
    }

    private static Departure Slowly(ManualClock clock, Departure departure)
    {
        clock.Pass(Moment);
        return departure;
    }

    private static Task<BotInside> StartAsync(CarrierOfATest carrier, string? folder = null, ManualClock? clock = null) =>
        BotInside.StartAsync(folder, clock, services => services.AddSingleton<ICarrier>(carrier));

    private static void Add(Database db, string id, string kind, string employer = "duinrand") => db.Add(new OutboxRow
    {
        Id = id,
        Kind = kind,
        Employer = employer,
        Sealed = [1, 2, 3],
        CreatedAt = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero),
        NotBefore = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero),
    });

    private static async Task WriteAsync(BotInside bot, string id)
    {
        await using var db = bot.Open();
        bot.Get<Outbox>().Add(db, "duinrand", CarrierOfATest.KindName, id, new HandoffStep(id, 1), AppointmentsJson.Default.HandoffStep);
        await db.SaveChangesAsync();
    }

    private static async Task<bool> AnyAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<OutboxRow>().AnyAsync();
    }

    /// <summary>How long the row waits after this many attempts, once the lease is given back.</summary>
    private static async Task<TimeSpan> WaitAfterAsync(BotInside bot, string id, int attempts)
    {
        var wait = TimeSpan.Zero;
        var carrier = bot.App.Services.GetServices<ICarrier>().OfType<CarrierOfATest>().Single();
        await BotInside.UntilAsync($"attempt {attempts}", async () =>
        {
            await using var db = bot.Open();
            var row = await db.Set<OutboxRow>().AsNoTracking().SingleAsync(row => row.Id == id);
            wait = row.NotBefore - bot.Clock.GetUtcNow();
            // The lease was taken a millisecond before the step was put off: a minute less that is still the lease.
            return row.Attempts == attempts && carrier.Carried.Count == attempts && wait != TimeSpan.FromMinutes(1) - Moment;
        });
        return wait;
    }

    private sealed class CarrierOfATest : ICarrier
    {
        public const string KindName = "test";

        public ConcurrentQueue<string> Carried { get; } = new();

        public Func<string, Departure> Answer { get; init; } = _ => new Departure.Done();

        public Action<string, Database> Changes { get; init; } = (_, _) => { };

        public bool Hangs { get; init; }

        public string Kind => KindName;

        public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
        {
            Carried.Enqueue(row.Id);
            if (Hangs)
                await Task.Delay(Timeout.Infinite, stopping);
            Changes(row.Id, db);
            return Answer(row.Id);
        }
    }
}

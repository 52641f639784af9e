using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Storage;
using VpBot.Tests.Counts;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class OutboxOnSqliteTests() : OutboxTests(Engine.Sqlite);

public sealed class OutboxOnPostgreSqlTests() : OutboxTests(Engine.PostgreSql);

/// <summary>When a step of the outbox is carried, and what becomes of one that cannot leave.</summary>
public abstract class OutboxTests(Engine engine)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task The_wait_between_two_attempts_grows_and_never_exceeds_a_minute()
    {
        var clock = new ManualClock();
        var carrier = new CarrierOfATest { Answer = _ => Slowly(clock, new Departure.Again(TimeSpan.Zero)) };
        await using var bot = await carrier.BotAsync(engine, clock: clock);
        await OutboxSteps.WriteAsync(bot, "stubborn");
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
        await using var bot = await carrier.BotAsync(engine, clock: clock);
        await OutboxSteps.WriteAsync(bot, "patient");
        await bot.StartOutboxAsync();
        Assert.InRange((await WaitAfterAsync(bot, "patient", 1, beyondTheLease: true)).TotalMinutes, 5, 5.001);
        bot.Clock.Pass(TimeSpan.FromMinutes(4.9));
        bot.Get<Outbox>().Ring();
        await Task.Delay(700);
        Assert.Single(carrier.Carried);
        bot.Clock.Pass(TimeSpan.FromMinutes(0.2));
        bot.Get<Outbox>().Ring();
        await BotInside.UntilAsync("the second attempt", () => Task.FromResult(carrier.Carried.Count == 2));
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
        await using var bot = await carrier.BotAsync(engine);
        await using (var db = bot.Open())
        {
            foreach (var index in Enumerable.Range(0, 4))
            {
                OutboxSteps.Add(db, $"throws-{index}", CarrierOfATest.KindName);
                OutboxSteps.Add(db, $"cannot-be-saved-{index}", CarrierOfATest.KindName);
                OutboxSteps.Add(db, $"unknown-{index}", "a kind of a later version");
                OutboxSteps.Add(db, $"unreadable-{index}", "handoff");
                OutboxSteps.Add(db, $"removed-{index}", "catalogue", employer: "gone");
                OutboxSteps.Add(db, $"good-{index}", CarrierOfATest.KindName);
            }

            await db.SaveChangesAsync();
        }

        await bot.StartOutboxAsync();
        // The clock stands still: whatever was leased and dropped would wait for a minute that never passes.
        await BotInside.UntilAsync("every step to be tried once", async () =>
        {
            await using var db = bot.Open();
            var left = await db.Set<OutboxRow>().AsNoTracking().ToListAsync();
            return left.TrueForAll(row => row.Attempts >= 1 == (row.Kind == CarrierOfATest.KindName) && row.NotBefore < bot.Clock.GetUtcNow() + TimeSpan.FromSeconds(30))
                && left.Select(row => row.Id.Split('-')[0]).Distinct().Order().SequenceEqual(["cannot", "throws", "unknown"]);
        });
        Assert.Equal(4, carrier.Carried.Count(id => id.StartsWith("good", StringComparison.Ordinal)));
        Assert.Equal(4, carrier.Carried.Count(id => id.StartsWith("cannot", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_kind_whose_other_side_is_silent_takes_its_own_places_and_never_anothers()
    {
        var silent = new CarrierOfATest("silent") { Hangs = true };
        var other = new CarrierOfATest();
        await using var bot = await BotInside.StartAsync(engine, also: services => services.AddSingleton<ICarrier>(silent).AddSingleton<ICarrier>(other));
        await OutboxSteps.WriteAsync(bot, "silent", Enumerable.Range(0, 30).Select(index => $"silent-{index}"));
        await bot.StartOutboxAsync();
        await BotInside.UntilAsync("every place to be taken", () => Task.FromResult(silent.Carried.Count == OutboxPlaces.PerKind));
        await OutboxSteps.WriteAsync(bot, CarrierOfATest.KindName, Enumerable.Range(0, 30).Select(index => $"other-{index}"));
        await BotInside.UntilAsync("the others to leave", async () => (await OutboxSteps.LeftAsync(bot)).TrueForAll(row => row.Kind == "silent"));
        Assert.Equal((30, OutboxPlaces.PerKind), (other.Carried.Count, silent.Carried.Count));
        // Who waits for a place holds no lease that could run out meanwhile.
        Assert.Equal(OutboxPlaces.PerKind, (await OutboxSteps.LeftAsync(bot)).Count(row => row.Attempts > 0));
    }

    [Fact]
    public async Task A_place_that_is_free_is_taken_at_once_also_while_others_of_the_kind_are_still_carried()
    {
        var carrier = new CarrierOfATest { HangsAt = id => id == "slow" };
        await using var bot = await carrier.BotAsync(engine);
        await OutboxSteps.WriteAsync(bot, "slow");
        await bot.StartOutboxAsync();
        await BotInside.UntilAsync("the slow one", () => Task.FromResult(carrier.Carried.Count == 1));
        await OutboxSteps.WriteAsync(bot, CarrierOfATest.KindName, Enumerable.Range(0, 20).Select(index => $"quick-{index}"));
        await BotInside.UntilAsync("the quick ones to leave", async () => (await OutboxSteps.LeftAsync(bot)).Count == 1);
    }

    [Fact]
    public async Task A_step_that_finds_a_place_is_carried_as_soon_as_it_is_saved_and_nobody_looks_for_it()
    {
        var commands = new CommandCount();
        var carrier = new CarrierOfATest();
        await using var bot = await BotInside.StartAsync(engine, also: services => services.AddSingleton<ICarrier>(carrier).ConfigureDbContext<Database>(options => options.AddInterceptors(commands)));
        await bot.StartOutboxAsync();
        await commands.DuringAsync(async () =>
        {
            await SaveAsync(bot, ["at-once"]);
            await BotInside.UntilAsync("the step to leave", async () => (await OutboxSteps.LeftAsync(bot)).Count == 0);
        });
        Assert.Equal("at-once", Assert.Single(carrier.Carried));
        Assert.DoesNotContain(commands.Statements, statement => statement.Contains("MATERIALIZED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_step_that_finds_no_place_waits_without_a_lease_and_is_carried_in_its_turn()
    {
        var open = new TaskCompletionSource();
        var carrier = new CarrierOfATest { Meanwhile = stopping => open.Task.WaitAsync(stopping) };
        await using var bot = await carrier.BotAsync(engine);
        await bot.StartOutboxAsync();
        await SaveAsync(bot, Enumerable.Range(0, 30).Select(index => $"step-{index}"));
        // Four at once, and as many that were looked for.
        await BotInside.UntilAsync("every place to be taken", () => Task.FromResult(carrier.Carried.Count == 2 * OutboxPlaces.PerKind));
        await Task.Delay(700);
        Assert.Equal(2 * OutboxPlaces.PerKind, carrier.Carried.Count);
        Assert.Equal(2 * OutboxPlaces.PerKind, (await OutboxSteps.LeftAsync(bot)).Count(row => row.Attempts > 0));
        open.SetResult();
        await BotInside.UntilAsync("all to leave", async () => (await OutboxSteps.LeftAsync(bot)).Count == 0);
        Assert.Equal(30, carrier.Carried.Distinct().Count());
        Assert.Equal(30, carrier.Carried.Count);
    }

    [Fact]
    public async Task An_answer_does_not_wait_behind_a_long_line()
    {
        var open = new TaskCompletionSource();
        var carrier = new CarrierOfATest { Meanwhile = stopping => open.Task.WaitAsync(stopping) };
        await using var bot = await carrier.BotAsync(engine);
        await bot.StartOutboxAsync();
        await using (var db = bot.Open())
        {
            for (var index = 0; index < 30; index++)
                OutboxSteps.Add(db, $"announced-{index}", CarrierOfATest.KindName);
            await db.SaveChangesAsync();
        }

        bot.Get<Outbox>().Ring();
        await BotInside.UntilAsync("the line to fill its places", () => Task.FromResult(carrier.Carried.Count == OutboxPlaces.PerKind));
        await SaveAsync(bot, ["answer"]);
        await BotInside.UntilAsync("the answer", () => Task.FromResult(carrier.Carried.Contains("answer")));
        Assert.Equal(OutboxPlaces.PerKind + 1, carrier.Carried.Count);
        open.SetResult();
    }

    [Fact]
    public async Task A_step_that_could_not_be_saved_is_not_carried_and_leaves_its_place_to_others()
    {
        var carrier = new CarrierOfATest { Answer = _ => new Departure.Again(TimeSpan.FromMinutes(5)) };
        await using var bot = await carrier.BotAsync(engine);
        await bot.StartOutboxAsync();
        await SaveAsync(bot, ["twice"]);
        await BotInside.UntilAsync("the first", () => Task.FromResult(carrier.Carried.Count == 1));
        for (var again = 0; again < 3 * OutboxPlaces.PerKind; again++)
            Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => SaveAsync(bot, ["twice"]))).WasTaken());
        Assert.Single(carrier.Carried);
        await SaveAsync(bot, ["another"]);
        await BotInside.UntilAsync("another", () => Task.FromResult(carrier.Carried.Count == 2));
        Assert.Equal(["twice", "another"], carrier.Carried);
    }

    [Fact]
    public async Task A_step_whose_instance_was_lost_after_saving_is_carried_by_another_when_its_lease_has_ended()
    {
        var (lost, other) = (new CarrierOfATest { Hangs = true }, new CarrierOfATest());
        await using var database = new TestDatabase(engine);
        var clock = new ManualClock();
        await using var first = await lost.BotAsync(engine, database, clock);
        await first.StartOutboxAsync();
        await SaveAsync(first, ["left-behind"]);
        await BotInside.UntilAsync("the first attempt", () => Task.FromResult(lost.Carried.Count == 1));
        await using var second = await other.BotAsync(engine, database, clock);
        await second.StartOutboxAsync();
        await Task.Delay(700);
        Assert.Empty(other.Carried);
        clock.Pass(TimeSpan.FromSeconds(61));
        second.Get<Outbox>().Ring();
        await BotInside.UntilAsync("the second attempt", () => Task.FromResult(lost.Carried.Count + other.Carried.Count > 1));
    }

    [Fact]
    public async Task A_step_does_not_go_on_under_the_trace_of_the_request_that_asked_for_it()
    {
        var traces = new ConcurrentQueue<string?>();
        var carrier = new CarrierOfATest { Changes = (_, _) => traces.Enqueue(Activity.Current?.TraceId.ToString()) };
        await using var bot = await carrier.BotAsync(engine);
        await bot.StartOutboxAsync();
        using (new Activity("request").Start())
            await SaveAsync(bot, ["at-once"]);
        await BotInside.UntilAsync("the step to leave", async () => (await OutboxSteps.LeftAsync(bot)).Count == 0);
        Assert.Null(Assert.Single(traces));
    }

    [Fact]
    public async Task Nothing_leaves_before_its_transaction_is_committed()
    {
        await using var bot = await new CarrierOfATest().BotAsync(engine);
        await using var db = bot.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        OutboxSteps.Add(db, "early", CarrierOfATest.KindName);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Get<Outbox>().SaveAsync(db, default));
    }

    [Fact]
    public async Task A_step_of_a_later_version_waits_untouched_and_is_forgotten_when_no_version_came_for_it()
    {
        var carrier = new CarrierOfATest();
        await using var bot = await carrier.BotAsync(engine);
        await OutboxSteps.WriteAsync(bot, "a kind of a later version", ["unknown"]);
        await OutboxSteps.WriteAsync(bot, "handoff", ["known"]);
        bot.Clock.Pass(TimeSpan.FromDays(30));
        await bot.ForgetAsync();
        Assert.Equal(["known", "unknown"], (await OutboxSteps.LeftAsync(bot)).Select(row => row.Id).Order());
        bot.Clock.Pass(TimeSpan.FromSeconds(1));
        await bot.ForgetAsync();
        Assert.Equal("known", Assert.Single(await OutboxSteps.LeftAsync(bot)).Id);
    }

    private static async Task SaveAsync(BotInside bot, IEnumerable<string> ids)
    {
        await using var db = bot.Open();
        foreach (var id in ids)
            OutboxSteps.Add(db, id, CarrierOfATest.KindName);
        await bot.Get<Outbox>().SaveAsync(db, default);
    }

    private static Departure Slowly(ManualClock clock, Departure departure)
    {
        clock.Pass(Moment);
        return departure;
    }

    /// <summary>How long the row waits after this many attempts, once the lease is given back.</summary>
    private static async Task<TimeSpan> WaitAfterAsync(BotInside bot, string id, int attempts, bool beyondTheLease = false)
    {
        var wait = TimeSpan.Zero;
        var carrier = bot.App.Services.GetServices<ICarrier>().OfType<CarrierOfATest>().Single();
        await BotInside.UntilAsync($"attempt {attempts}", async () =>
        {
            await using var db = bot.Open();
            var row = await db.Set<OutboxRow>().AsNoTracking().SingleAsync(row => row.Id == id);
            wait = row.NotBefore - bot.Clock.GetUtcNow();
            // The lease was taken a millisecond before the step was put off: a minute less that is still the lease.
            return row.Attempts == attempts && carrier.Carried.Count == attempts && wait != TimeSpan.FromMinutes(1) - Moment
                && (!beyondTheLease || wait > TimeSpan.FromMinutes(1));
        });
        return wait;
    }
}

using Microsoft.EntityFrameworkCore;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class SharedOutboxOnSqliteTests() : SharedOutboxTests(Engine.Sqlite);

public sealed class SharedOutboxOnPostgreSqlTests() : SharedOutboxTests(Engine.PostgreSql);

/// <summary>Two instances and one outbox.</summary>
public abstract class SharedOutboxTests(Engine engine)
{
    [Fact]
    public async Task Two_instances_carry_every_step_once()
    {
        var (one, other) = (new CarrierOfATest(), new CarrierOfATest());
        await using var first = await one.BotAsync(engine);
        await using var second = await other.BotAsync(engine, first.Data, first.Clock);
        await OutboxSteps.WriteAsync(first, CarrierOfATest.KindName, Enumerable.Range(0, 200).Select(index => $"step-{index}"));
        await Task.WhenAll(first.StartOutboxAsync(), second.StartOutboxAsync());
        await BotInside.UntilAsync("all to leave", async () => (await OutboxSteps.LeftAsync(first)).Count == 0);
        var carried = one.Carried.Concat(other.Carried).ToList();
        Assert.Equal(200, carried.Count);
        Assert.Equal(200, carried.Distinct().Count());
    }

    [Fact]
    public async Task A_step_whose_carrier_died_is_taken_up_after_its_lease_and_not_before()
    {
        var (dies, takesUp) = (new CarrierOfATest { Hangs = true }, new CarrierOfATest());
        await using var first = await dies.BotAsync(engine);
        await using var second = await takesUp.BotAsync(engine, first.Data, first.Clock);
        await OutboxSteps.WriteAsync(first, "orphan");
        await first.StartOutboxAsync();
        await BotInside.UntilAsync("the lease", () => Task.FromResult(dies.Carried.Count == 1));

        await second.StartOutboxAsync();
        first.Clock.Pass(TimeSpan.FromSeconds(59));
        second.Get<Outbox>().Ring();
        await Task.Delay(700);
        Assert.Empty(takesUp.Carried);
        first.Clock.Pass(TimeSpan.FromSeconds(2));
        second.Get<Outbox>().Ring();
        await BotInside.UntilAsync("the step to leave", async () => (await OutboxSteps.LeftAsync(second)).Count == 0);
        Assert.Equal("orphan", Assert.Single(takesUp.Carried));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_lost_the_lease_saves_nothing_and_the_work_of_the_other_stands(bool otherIsReady)
    {
        var wakes = new TaskCompletionSource();
        var sleeps = new CarrierOfATest { Meanwhile = _ => wakes.Task.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None), Changes = (_, db) => db.Add(new SecretRow { Name = "of who slept", Sealed = [1] }) };
        var takesOver = new CarrierOfATest { Hangs = !otherIsReady };
        await using var first = await sleeps.BotAsync(engine);
        await using var second = await takesOver.BotAsync(engine, first.Data, first.Clock);
        await OutboxSteps.WriteAsync(first, "contested");
        await first.StartOutboxAsync();
        await BotInside.UntilAsync("the lease", () => Task.FromResult(sleeps.Carried.Count == 1));
        first.Clock.Pass(TimeSpan.FromSeconds(61));
        await second.StartOutboxAsync();
        await BotInside.UntilAsync("the other to take over", async () =>
            takesOver.Carried.Count == 1 && (!otherIsReady || (await OutboxSteps.LeftAsync(first)).Count == 0));

        var before = await OutboxSteps.LeftAsync(first);
        wakes.SetResult();
        await first.StopOutboxAsync();

        await using var db = first.Open();
        Assert.False(await db.Set<SecretRow>().AnyAsync(row => row.Name == "of who slept"));
        Assert.Equal(before.Select(row => (row.Id, row.NotBefore, row.Attempts)), (await OutboxSteps.LeftAsync(first)).Select(row => (row.Id, row.NotBefore, row.Attempts)));
    }

    [Fact]
    public async Task A_carrier_is_stopped_before_its_lease_ends()
    {
        var hangs = new CarrierOfATest { Hangs = true };
        await using var bot = await hangs.BotAsync(engine, clock: new ManualClock { Hurry = 100 });
        await OutboxSteps.WriteAsync(bot, "endless");
        await bot.StartOutboxAsync();
        // The clock stands still, so the lease does not end; yet the step is put off, and its place is free again.
        await BotInside.UntilAsync("the step to be put off", async () =>
            Assert.Single(await OutboxSteps.LeftAsync(bot)) is { Attempts: 1 } row && row.NotBefore < bot.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_instance_that_stops_finishes_what_it_can_and_lets_the_rest_go_at_once()
    {
        var stops = new CarrierOfATest { HangsAt = id => id == "hangs", Meanwhile = async _ => await Task.Delay(500, CancellationToken.None) };
        var goesOn = new CarrierOfATest();
        await using var first = await stops.BotAsync(engine);
        await using var second = await goesOn.BotAsync(engine, first.Data, first.Clock);
        await OutboxSteps.WriteAsync(first, CarrierOfATest.KindName, ["hangs", "nearly done"]);
        await first.StartOutboxAsync();
        await BotInside.UntilAsync("both on their way", () => Task.FromResult(stops.Carried.Count == 2));
        await first.StopOutboxAsync();
        Assert.Equal("hangs", Assert.Single(await OutboxSteps.LeftAsync(first)).Id);
        await OutboxSteps.WriteAsync(first, "too late for the first");
        // The clock stood still: no lease can have ended.
        await second.StartOutboxAsync();
        await BotInside.UntilAsync("the rest to leave", async () => (await OutboxSteps.LeftAsync(second)).Count == 0);
        Assert.Equal(["hangs", "too late for the first"], goesOn.Carried.Order());
        Assert.Equal(2, stops.Carried.Count);
    }
}

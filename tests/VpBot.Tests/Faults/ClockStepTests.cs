using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Storage;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>The clock of the machine jumps, back and forth, while people book.</summary>
[Collection(Alone.Name)]
public sealed class ClockStepTests
{
    // Never as far as a hold lives: a hold that ran out is told, and HoldKillTests and AtOnceTests have that.
    private static readonly TimeSpan[] Steps = [TimeSpan.FromMinutes(-8), TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(-3), TimeSpan.FromMinutes(2)];

    [Fact]
    public async Task A_clock_that_steps_loses_no_promise()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        var walk = new LoadWalk(bot.Address, "sanne");
        var walking = walk.RunAsync(FaultTests.People);
        for (var step = 0; !walking.IsCompleted; step++)
        {
            await Task.WhenAny(walking, Task.Delay(TimeSpan.FromMilliseconds(300)));
            bot.Clock.Pass(Steps[step % Steps.Length]);
        }

        await walking;
        // Later than everything that was written.
        bot.Clock.Pass(TimeSpan.FromHours(1));
        await BotInside.UntilAsync("an empty outbox", async () =>
        {
            await using var look = bot.Open();
            return !await look.Set<OutboxRow>().AnyAsync();
        });
        var (stand, cancelled) = (walk.Everybody.Count(told => told.Code is not null && !told.Cancelled), walk.Everybody.Count(told => told.Cancelled));
        foreach (var told in walk.Everybody.Where(told => told.Code is not null))
            Assert.Contains(told.Cancelled ? "afgezegd" : "aangekomen", await LoadWalk.TitleAsync(bot.Address, told.Code!), StringComparison.Ordinal);
        Assert.All(walk.Everybody, told => Assert.True(told.Code is not null || told.Left || told.TurnedAway, $"{told.Name} was told nothing."));
        await using var db = bot.Open();
        Assert.Equal(stand, await db.Set<AppointmentRow>().CountAsync(row => row.State == AppointmentState.Delivered));
        Assert.Equal(stand * 5, await db.Set<TimeCellRow>().CountAsync(cell => cell.HeldUntil == null));
        TestContext.Current.TestOutputHelper?.WriteLine($"{walk.Everybody.Count} people, {walk.Presses} presses ({walk.Repeated} repeated), {walk.Everybody.Count(told => told.TurnedAway)} turned away; {stand} stand, {cancelled} cancelled.");
        Assert.NotEqual(0, stand);
    }
}

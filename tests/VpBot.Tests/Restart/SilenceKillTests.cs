using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

/// <summary>The process dies while a request goes on that nobody answered. It goes on once.</summary>
public sealed class SilenceKillTests : IAsyncLifetime
{
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync();
        rounds = new KillRounds(bot);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_kill_at_any_step_of_going_on_reaches_the_next_advisor_once_and_nobody_else()
    {
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfOutbox,
            (name, time) => rounds.BookedAsync(name, time, othersMayTakeOver: true),
            RunOutAsync,
            async (someone, killed) =>
            {
                var row = await bot.AppointmentAsync(someone.Appointment);
                Assert.Equal((AppointmentState.Delivered, 2, "amir"), (row.State, row.Round, row.Advisor));
                await rounds.HasItsCellsAsync(row.Id, "amir");
                Assert.InRange(rounds.CopiesFor(bot.Playground.People.Amir, someone.Name), 1, killed ? 2 : 1);
                Assert.Equal(0, rounds.CopiesFor(bot.Playground.People.Marijke, someone.Name));
                Assert.Contains("aangekomen", (await someone.Visitor.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
                await rounds.CallOffAsync(someone.Visitor);
            });
        Assert.InRange(kills, 8, 80);
    }

    /// <summary>The time for an answer is over; returns when the request went on, or the bot died over it.</summary>
    private async Task RunOutAsync(Someone someone)
    {
        await using (var db = bot.Open())
        {
            await db.Set<AppointmentRow>().Where(row => row.Id == someone.Appointment && row.Round == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AnswerBy, DateTimeOffset.UnixEpoch));
        }

        await Until.TrueAsync("the request to go on", () => !bot.Process.IsRunning || HasGoneOn(someone), seconds: 60);
    }

    private bool HasGoneOn(Someone someone)
    {
        using var db = bot.Open();
        return db.Set<AppointmentRow>().Any(row => row.Id == someone.Appointment && row.Round == 2);
    }
}

using System.Globalization;
using VpBot.Appointments;

namespace VpBot.Tests.Restart;

/// <summary>The process dies while a time is chosen, or while a request goes on to the next advisor. The time is never lost.</summary>
public sealed class HoldKillTests : IAsyncLifetime
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
    public async Task A_kill_at_any_step_of_choosing_a_time_leaves_one_hold()
    {
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfRequest,
            (name, time) => rounds.AtAsync("When", name, time),
            someone => someone.Visitor.AnswerAsync(someone.Before, TimeOf(someone)),
            async (someone, _) =>
            {
                Assert.Equal("CalledAs", someone.Visitor.Page.Step);
                var start = DateTimeOffset.FromUnixTimeSeconds(long.Parse(TimeOf(someone).Split('/')[1], CultureInfo.InvariantCulture));
                var holder = Assert.Single((await bot.CellsAsync()).Where(cell => cell.StartsAt == start).Select(cell => cell.Appointment).Distinct());
                await rounds.HasItsCellsAsync(holder, "sanne", held: true);
                await someone.Visitor.ActAsync("leave");
                Assert.Empty(await bot.CellsAsync(holder));
            });
        Assert.InRange(kills, 4, 60);
    }

    [Fact]
    public async Task A_kill_at_any_step_of_going_on_to_the_next_advisor_never_loses_the_time()
    {
        var people = bot.Playground.People;
        var known = new HashSet<string>();
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfOutbox,
            (name, time) => rounds.AtAsync("Consent", name, time, othersMayTakeOver: true),
            async someone =>
            {
                // Blocked at the first press, reachable again after the crash: the worst moment to have given the time back.
                if (someone.Presses++ == 0)
                    bot.Playground.Connector.Faults.Block(people.Sanne);
                else
                    bot.Playground.Connector.Faults.Unblock(people.Sanne);
                someone.Code = (await someone.Visitor.AnswerAsync(someone.Before, "yes")).Code;
            },
            async (someone, _) =>
            {
                bot.Playground.Connector.Faults.Unblock(people.Sanne);
                var row = Assert.Single(await bot.AppointmentsAsync(), row => known.Add(row.Id));
                Assert.Equal(AppointmentState.Delivered, row.State);
                await rounds.HasItsCellsAsync(row.Id, row.Advisor);
                Assert.Contains("aangekomen", await rounds.ReadWithCodeAsync(someone.Code!), StringComparison.Ordinal);
                Assert.InRange(rounds.CopiesFor(row.Advisor == "sanne" ? people.Sanne : people.Amir, someone.Name), 1, 2);
                Assert.Equal(0, rounds.CopiesFor(row.Advisor == "sanne" ? people.Amir : people.Sanne, someone.Name));
                await someone.Visitor.AnswerAsync("noted");
                await rounds.CallOffAsync(someone.Visitor);
            });
        Assert.InRange(kills, 8, 80);
    }

    private static string TimeOf(Someone someone) => someone.Before.Values[0];
}

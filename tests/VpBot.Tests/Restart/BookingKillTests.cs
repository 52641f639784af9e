using VpBot.Appointments;
using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

public sealed class BookingKillOnSqliteTests() : BookingKillTests(Engine.Sqlite);

public sealed class BookingKillOnPostgreSqlTests() : BookingKillTests(Engine.PostgreSql);

/// <summary>The process dies while a talk is confirmed and handed over. Nothing is lost and nothing is doubled.</summary>
public abstract class BookingKillTests(Engine engine) : IAsyncLifetime
{
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync(engine);
        rounds = new KillRounds(bot);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_kill_at_any_step_of_confirming_leaves_one_appointment_and_one_handoff()
    {
        var known = new HashSet<string>();
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfRequest,
            (name, time) => rounds.AtAsync("Consent", name, time),
            someone => someone.Visitor.AnswerAsync(someone.Before, "yes"),
            async (someone, _) =>
            {
                await IsBookedOnceAsync(someone, known);
                Assert.Equal(1, rounds.CopiesFor(bot.Playground.People.Sanne, someone.Name));
            });
        // PostgreSQL gets all that a turn writes in one command.
        Assert.InRange(kills, engine == Engine.Sqlite ? 10 : 3, 60);
    }

    [Fact]
    public async Task A_kill_at_any_step_of_the_delivery_repeats_the_same_card_at_most()
    {
        var known = new HashSet<string>();
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfOutbox,
            (name, time) => rounds.AtAsync("Consent", name, time),
            async someone =>
            {
                await someone.Visitor.AnswerAsync(someone.Before, "yes");
                Assert.Equal(someone.Code ??= someone.Visitor.Page.Code, someone.Visitor.Page.Code);
            },
            async (someone, killed) =>
            {
                await IsBookedOnceAsync(someone, known);
                var lease = bot.LastStep.Contains("claim", StringComparison.Ordinal);
                Assert.InRange(rounds.CopiesFor(bot.Playground.People.Sanne, someone.Name), 1, killed && !lease ? 2 : 1);
            });
        Assert.InRange(kills, engine == Engine.Sqlite ? 4 : 3, 60);
    }

    private async Task IsBookedOnceAsync(Someone someone, HashSet<string> known)
    {
        var row = Assert.Single(await bot.AppointmentsAsync(), row => known.Add(row.Id));
        Assert.Equal(AppointmentState.Delivered, row.State);
        await rounds.HasItsCellsAsync(row.Id, "sanne");
        Assert.NotNull(someone.Visitor.Page.Code);
        Assert.Contains("aangekomen", await rounds.ReadWithCodeAsync(someone.Visitor.Page.Code), StringComparison.Ordinal);
        await someone.Visitor.AnswerAsync("noted");
        Assert.Contains("aangekomen", someone.Visitor.Page.Title, StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Teams.Outgoing;

namespace VpBot.Tests.Restart;

/// <summary>The process dies while a talk is called off, accepted or passed on. What was pressed holds, once.</summary>
public sealed class AnswerKillTests : IAsyncLifetime
{
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;

    private People People => bot.Playground.People;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync();
        rounds = new KillRounds(bot);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(nameof(Steps.OfRequest), 4)]
    [InlineData(nameof(Steps.OfOutbox), 2)]
    public async Task A_kill_at_any_step_of_calling_it_off_frees_the_time_and_tells_the_advisor(string whose, int least)
    {
        var kills = await rounds.AtEveryStepAsync(
            Enum.Parse<Steps>(whose),
            async (name, time) =>
            {
                var someone = await rounds.BookedAsync(name, time);
                await someone.Visitor.LookUntilAsync("aangekomen");
                await someone.Visitor.AnswerAsync("cancel");
                return someone with { Before = someone.Visitor.Page };
            },
            someone => someone.Visitor.AnswerAsync(someone.Before, "yes"),
            async (someone, killed) =>
            {
                Assert.Contains("afgezegd", someone.Visitor.Page.Title, StringComparison.Ordinal);
                Assert.Equal(AppointmentState.Cancelled, (await bot.AppointmentAsync(someone.Appointment)).State);
                Assert.Empty(await bot.CellsAsync(someone.Appointment));
                Assert.InRange(Calls("Dit gesprek gaat niet door", someone), 1, killed && whose == nameof(Steps.OfOutbox) ? 2 : 1);
                Assert.Contains("Dit gesprek gaat niet door", FirstCard(someone).Card!.ToJsonString(), StringComparison.Ordinal);
            });
        Assert.InRange(kills, least, 60);
    }

    [Fact]
    public async Task A_kill_at_any_step_of_a_yes_leaves_one_yes()
    {
        var kills = await rounds.AtEveryStepAsync(
            Steps.OfRequest,
            async (name, time) => await rounds.BookedAsync(name, time),
            async someone =>
            {
                // Where the advisor is reached is not known any more: the press says so again, in a step before its own.
                await using (var db = bot.Open())
                    await db.Set<AdvisorConversationRow>().ExecuteDeleteAsync();
                await PressAsync(someone, "handoff.accept", "Je hebt ja gezegd");
            },
            async (someone, _) =>
            {
                var row = await bot.AppointmentAsync(someone.Appointment);
                Assert.Equal((AppointmentState.Accepted, 1), (row.State, row.Round));
                await rounds.HasItsCellsAsync(row.Id, "sanne");
                Assert.Contains("staat vast", (await someone.Visitor.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
            });
        Assert.InRange(kills, 4, 60);
    }

    [Theory]
    [InlineData(nameof(Steps.OfRequest), 8)]
    [InlineData(nameof(Steps.OfOutbox), 6)]
    public async Task A_kill_at_any_step_of_passing_on_reaches_the_next_advisor_and_nobody_else(string whose, int least)
    {
        var kills = await rounds.AtEveryStepAsync(
            Enum.Parse<Steps>(whose),
            (name, time) => rounds.BookedAsync(name, time, othersMayTakeOver: true),
            someone => PressAsync(someone, "handoff.passOn", null),
            async (someone, killed) =>
            {
                var row = await bot.AppointmentAsync(someone.Appointment);
                Assert.Equal((AppointmentState.Delivered, 2, "amir"), (row.State, row.Round, row.Advisor));
                await rounds.HasItsCellsAsync(row.Id, "amir");
                Assert.InRange(rounds.CopiesFor(People.Amir, someone.Name), 1, killed && whose == nameof(Steps.OfOutbox) ? 2 : 1);
                Assert.Equal(0, rounds.CopiesFor(People.Marijke, someone.Name));
                // What Sanne's chat keeps is the card without the employee's words.
                Assert.DoesNotContain($"\"{someone.Name}\"", FirstCard(someone).StoredCard!.ToJsonString(), StringComparison.Ordinal);
                Assert.Contains("aangekomen", (await someone.Visitor.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
                await rounds.CallOffAsync(someone.Visitor);
            });
        Assert.InRange(kills, least, 80);
    }

    private async Task PressAsync(Someone someone, string verb, string? says)
    {
        var card = FirstCard(someone);
        var answer = await bot.Playground.Teams.ExecuteAsync(People.Sanne, card.Id, verb, KillRounds.DataOf(card));
        if (answer.Status == 0)
            throw new NoAnswerException(answer.Raw);
        Assert.NotNull(answer.Card);
        if (says is not null)
            Assert.Contains(says, answer.Card.ToJsonString(), StringComparison.Ordinal);
    }

    private ChatMessage FirstCard(Someone someone) => bot.Playground.Teams.Chat(People.Sanne)
        .First(message => message.FromBot && message.StoredCard?["refresh"] is not null && KillRounds.DataOf(message)["appointment"]!.GetValue<string>() == someone.Appointment);

    private int Calls(string words, Someone someone) => bot.Playground.Connector.Received.Count(request =>
        request is { Method: "POST", Stored: true } && request.Person == People.Sanne
        && request.Text.Contains(words, StringComparison.Ordinal) && request.Text.Contains(someone.Appointment, StringComparison.Ordinal));
}

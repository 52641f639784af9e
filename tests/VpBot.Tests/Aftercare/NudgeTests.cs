using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VpBot.Aftercare.Nudges;
using VpBot.Appointments;
using VpBot.Cards;
using VpBot.Tests.Messages;
using VpBot.Tests.Support;

namespace VpBot.Tests.Aftercare;

/// <summary>The neutral nudge, with a clock that the test moves. It is Monday 11 January 2027, ten in the morning in Amsterdam.</summary>
public sealed class NudgeTests
{
    private const string Nudge = $"nudge chat of {TalkWithSanne.Person}";

    [Fact]
    public async Task It_comes_at_the_chosen_moment_only_and_once()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        foreach (var hours in new[] { 0.1, 5, 17.8 })
        {
            talk.Bot.Clock.Pass(TimeSpan.FromHours(hours));
            Assert.Equal(0, await LookAsync(talk));
        }

        // Tuesday, nine o'clock.
        talk.Bot.Clock.Pass(TimeSpan.FromHours(0.1));
        Assert.Equal(1, await LookAsync(talk));
        Assert.Equal(1, await LookAsync(talk));
        talk.Bot.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await LookAsync(talk));
    }

    [Fact]
    public async Task It_comes_when_the_advisor_answered_and_not_when_nothing_is_new()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Noon);
        talk.Bot.Clock.Pass(TimeSpan.FromHours(2.5));
        Assert.Equal(0, await LookAsync(talk));
        await talk.ComeBackAsync();
        await talk.Desk.AnswerAsync("handoff.passOn");
        await talk.Desk.AnswerAsync("RatherNot");
        Assert.Equal(0, await LookAsync(talk));
        talk.Bot.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await LookAsync(talk));
    }

    [Theory]
    [InlineData(AppointmentState.NeedsChoice)]
    [InlineData(AppointmentState.Undelivered)]
    [InlineData(AppointmentState.Unanswered)]
    public async Task It_comes_when_nobody_has_the_request_any_more(AppointmentState state)
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await talk.ChangeAsync(row => row.State = state);
        Assert.Equal(0, await LookAsync(talk));
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23));
        Assert.Equal(1, await LookAsync(talk));
    }

    [Fact]
    public async Task What_somebody_read_by_themselves_is_no_reason_for_a_card()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        await talk.Employee.AnswerAsync("messages");
        talk.Bot.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, await LookAsync(talk));
    }

    [Fact]
    public async Task Who_turned_it_off_gets_none_also_when_it_is_on_its_way()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        talk.Chats.Answer = () => new Sending.Later(TimeSpan.Zero);
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23));
        await Nudging(talk).LookAsync(default);
        await Storage.BotInside.UntilAsync("an attempt", () => Task.FromResult(talk.Chats.Count(Nudge) > 0));
        await talk.ComeBackAsync();
        await talk.Employee.AnswerAsync("nudge");
        await talk.Employee.AnswerAsync("off");
        Assert.Equal(0, await talk.CountAsync<NudgeRow>());
        Assert.Contains("(staat uit)", talk.Employee.Page.Text, StringComparison.Ordinal);
        var tried = talk.Chats.Count(Nudge);
        talk.Chats.Answer = () => new Sending.Arrived("1");
        talk.Bot.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(tried, await LookAsync(talk));
    }

    [Fact]
    public async Task Who_removed_the_app_is_never_tried_again_and_nothing_is_kept_of_where_they_were()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        talk.Chats.Answer = () => new Sending.Blocked();
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23));
        Assert.Equal(1, await LookAsync(talk));
        Assert.Equal(0, await talk.CountAsync<NudgeRow>());
    }

    [Fact]
    public async Task A_moment_that_was_missed_is_let_pass_until_the_next_one()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23.5));
        Assert.Equal(0, await LookAsync(talk));
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23.5));
        Assert.Equal(1, await LookAsync(talk));
    }

    [Fact]
    public async Task Teams_that_is_down_for_the_whole_moment_brings_it_at_the_next_one_and_not_between()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Morning);
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        talk.Chats.Answer = () => new Sending.Later(TimeSpan.Zero);
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23));
        await Nudging(talk).LookAsync(default);
        await Storage.BotInside.UntilAsync("an attempt", () => Task.FromResult(talk.Chats.Count(Nudge) > 0));
        talk.Bot.Clock.Pass(TimeSpan.FromMinutes(20));
        talk.Chats.Answer = () => new Sending.Arrived("1");
        var tried = await LookAsync(talk);
        talk.Bot.Clock.Pass(TimeSpan.FromHours(23.7));
        Assert.Equal(tried + 1, await LookAsync(talk));
    }

    [Fact]
    public async Task The_day_of_aftercare_is_the_last_reason_and_nothing_is_kept_after_it()
    {
        await using var talk = await NudgedAsync(NudgeMoment.Evening);
        await talk.Employee.AnswerAsync("aftercare");
        await talk.Employee.AnswerAsync("1");
        talk.Bot.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Equal(0, await LookAsync(talk));
        for (var day = 0; day < 7; day++)
        {
            talk.Bot.Clock.Pass(TimeSpan.FromDays(1));
            await Nudging(talk).LookAsync(default);
            talk.Bot.Clock.Pass(NudgeMoment.Evening.Next(talk.Bot.Clock.GetUtcNow()) - talk.Bot.Clock.GetUtcNow());
            await LookAsync(talk);
        }

        Assert.Equal(1, talk.Chats.Count(Nudge));
        Assert.Equal(0, await talk.CountAsync<NudgeRow>());
    }

    [Fact]
    public async Task It_is_offered_in_Teams_for_ones_own_appointment_and_nowhere_else()
    {
        await using var own = await TalkWithSanne.AcceptedAsync(inTeams: false);
        Assert.DoesNotContain(NudgeGoal.GoalName, own.Employee.Page.Values);
        await own.Employee.AnswerAsync(NudgeGoal.GoalName);
        Assert.Equal("Status", own.Employee.Page.Step);

        await using var talk = await TalkWithSanne.AcceptedAsync();
        Assert.Contains(NudgeGoal.GoalName, talk.Employee.Page.Values);
        await talk.ChangeAsync(row => row.Revision++);
        Assert.Equal(0, await talk.CountAsync<NudgeRow>());
    }

    [Fact]
    public async Task Nobody_is_nudged_who_did_not_ask()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await TalkWithSanne.WriteAsync(talk.Desk, "Tot morgen.");
        talk.Bot.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, await LookAsync(talk));
    }

    private static async Task<TalkWithSanne> NudgedAsync(NudgeMoment moment)
    {
        var talk = await TalkWithSanne.AcceptedAsync();
        await talk.Employee.AnswerAsync("nudge");
        await talk.Employee.AnswerAsync(moment.ToString());
        Assert.Contains("De spreekkamer is er voor je", talk.Employee.Page.Text, StringComparison.Ordinal);
        await talk.Employee.AnswerAsync("yes");
        Assert.Equal("Status", talk.Employee.Page.Step);
        Assert.Contains("(staat aan)", talk.Employee.Page.Text, StringComparison.Ordinal);
        return talk;
    }

    private static Nudging Nudging(TalkWithSanne talk) => talk.Bot.App.Services.GetServices<IHostedService>().OfType<Nudging>().Single();

    /// <summary>One look, and how many nudges had been sent when everything had left.</summary>
    private static async Task<int> LookAsync(TalkWithSanne talk)
    {
        await Nudging(talk).LookAsync(default);
        await MessagesTests.EmptyOutboxAsync(talk.Bot);
        return talk.Chats.Count(Nudge);
    }
}

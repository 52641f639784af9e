using VpBot.Aftercare;
using VpBot.Appointments;
using VpBot.Tests.Messages;
using VpBot.Tests.Support;

namespace VpBot.Tests.Aftercare;

/// <summary>Asked afterwards, at the distance that somebody chose, and how long the talk is kept for it.</summary>
public sealed class AftercareTests
{
    [Fact]
    public async Task Without_aftercare_a_talk_is_forgotten_as_before()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        var row = await talk.RowAsync();
        Assert.Equal(row.Slot.End.AddDays(14), row.ForgetAt);
        await ChooseAsync(talk, "8");
        await ChooseAsync(talk, "0");
        row = await talk.RowAsync();
        Assert.Equal((row.Slot.End.AddDays(14), null), (row.ForgetAt, row.AftercareWeeks));
    }

    [Theory]
    [InlineData(1, 14)]
    [InlineData(2, 21)]
    [InlineData(8, 63)]
    public async Task With_aftercare_it_lives_until_a_week_after_the_question_and_no_longer(int weeks, int days)
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await ChooseAsync(talk, $"{weeks}");
        var row = await talk.RowAsync();
        Assert.Equal(row.Slot.End.AddDays(days), row.ForgetAt);
        talk.Bot.Clock.Pass(row.ForgetAt - talk.Bot.Clock.GetUtcNow());
        await talk.Bot.ForgetAsync();
        Assert.Equal(1, await talk.CountAsync<AppointmentRow>());
        talk.Bot.Clock.Pass(TimeSpan.FromSeconds(1));
        await ForgottenAsync(talk);
    }

    [Fact]
    public async Task Aftercare_stays_with_a_talk_that_moves_and_ends_with_one_that_is_passed_on_or_called_off()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await ChooseAsync(talk, "8");
        await talk.Employee.AnswerAsync("move");
        await talk.Employee.AnswerAsync(talk.Employee.Page.Values[^1]);
        await talk.Employee.AnswerAsync("yes");
        await talk.Employee.LookUntilAsync("aangekomen");
        await talk.Desk.ActAsync("back");
        await talk.Desk.AnswerAsync((await talk.RowAsync()).Id);
        await talk.Desk.AnswerAsync("handoff.accept");
        var row = await talk.RowAsync();
        Assert.Equal((8, row.Slot.End.AddDays(63)), (row.AftercareWeeks, row.ForgetAt));

        await talk.Desk.AnswerAsync("handoff.passOn");
        await talk.Desk.AnswerAsync("RatherNot");
        row = await talk.RowAsync();
        Assert.Equal((null, row.Slot.End.AddDays(14)), (row.AftercareWeeks, row.ForgetAt));
    }

    [Fact]
    public async Task It_is_asked_from_the_chosen_day_on_and_the_advisor_reads_what_was_confirmed()
    {
        await using var talk = await AskedAsync();
        await talk.Employee.AnswerAsync(nameof(AftercareAnswer.AnotherTalk));
        var confirmed = Seen.Lines(talk.Employee.Page)[0].Text;
        Assert.Equal("Er is geen antwoord.", (await AtTheDeskAsync(talk))[1].Text);
        await talk.Employee.AnswerAsync("yes");
        Assert.Equal(confirmed, (await AtTheDeskAsync(talk))[1].Text);

        // The answer leads on to another talk with the same advisor, who can be changed. Who must not know is not asked again.
        await talk.Employee.AnswerAsync("talk");
        Assert.Equal("For", talk.Employee.Page.Step);
        await talk.Employee.GoToAsync("How");
        Assert.Equal("How", talk.Employee.Page.Step);
        Assert.Contains("Sanne Voorbeeld", talk.Employee.Page.Text, StringComparison.Ordinal);
        await talk.Employee.ActAsync("change", "MustNotKnow");
        await talk.Employee.AnswerAsync("sanne");
        Assert.Equal("Sides", talk.Employee.Page.Step);
    }

    [Fact]
    public async Task Of_rather_not_the_advisor_reads_nothing()
    {
        await using var talk = await AskedAsync();
        await talk.Employee.AnswerAsync(nameof(AftercareAnswer.RatherNot));
        Assert.Equal("Next", talk.Employee.Page.Step);
        Assert.Equal("Er is geen antwoord.", (await AtTheDeskAsync(talk))[1].Text);
        await talk.Employee.AnswerAsync("back");
        Assert.DoesNotContain("Was het genoeg?", talk.Employee.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_help_leads_to_what_can_be_read_and_to_numbers()
    {
        await using var talk = await AskedAsync();
        await talk.Employee.AnswerAsync(nameof(AftercareAnswer.OtherHelp));
        await talk.Employee.AnswerAsync("yes");
        var next = talk.Employee.Page;
        await talk.Employee.AnswerAsync("referral-guide");
        Assert.Equal("Chosen", talk.Employee.Page.Step);
        Assert.Contains("referral-guide", next.Values);
        Assert.Contains("help-right-now", next.Values);
    }

    private static async Task ChooseAsync(TalkWithSanne talk, string weeks)
    {
        await talk.Employee.AnswerAsync("aftercare");
        await talk.Employee.AnswerAsync(weeks);
        Assert.Equal("Status", talk.Employee.Page.Step);
    }

    /// <summary>Someone who chose two weeks, sixteen days after the talk.</summary>
    private static async Task<TalkWithSanne> AskedAsync()
    {
        var talk = await TalkWithSanne.AcceptedAsync();
        await ChooseAsync(talk, "2");
        talk.Bot.Clock.Pass(TimeSpan.FromDays(18));
        await talk.ComeBackAsync();
        await talk.Employee.AnswerAsync("aftercare");
        Assert.Equal("Enough", talk.Employee.Page.Step);
        return talk;
    }

    private static async Task<IReadOnlyList<LineSeen>> AtTheDeskAsync(TalkWithSanne talk)
    {
        using var desk = new RoomVisitor(talk.Bot.Address);
        await talk.EnterAsync(desk, "sanne");
        await desk.AnswerAsync((await talk.RowAsync()).Id);
        return Seen.Lines(await desk.AnswerAsync(DeskAftercare.GoalName));
    }

    private static Task ForgottenAsync(TalkWithSanne talk) => Storage.BotInside.UntilAsync("a forgotten talk", async () =>
    {
        await talk.Bot.ForgetAsync();
        return await talk.CountAsync<AppointmentRow>() == 0;
    });
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Cards;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Messages;
using VpBot.Storage;
using VpBot.Tests.Appointments.Transcripts;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Messages;

/// <summary>Short messages beside a talk, over real HTTP on the real program.</summary>
public sealed class MessagesTests
{
    private const string Words = "Kan het een kwartier later?";

    [Fact]
    public async Task A_message_is_there_for_the_other_side_and_each_side_sees_that_it_was_read()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(inTeams: false);
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        await talk.Employee.AnswerAsync("messages");
        Assert.Equal([new("Jij, maandag 11 januari om 10:00 (nog niet gelezen)", Words)], Seen.Lines(talk.Employee.Page));

        await talk.Desk.AnswerAsync("messages");
        Assert.Equal([new("De medewerker, maandag 11 januari om 10:00 (nieuw)", Words)], Seen.Lines(talk.Desk.Page));
        await talk.Employee.AnswerAsync("refresh");
        Assert.Equal([new("Jij, maandag 11 januari om 10:00 (gelezen)", Words)], Seen.Lines(talk.Employee.Page));
    }

    [Fact]
    public async Task An_advisor_is_called_once_until_they_have_read_what_is_there()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        await TalkWithSanne.WriteAsync(talk.Employee, "En nog iets.");
        await EmptyOutboxAsync(talk.Bot);
        Assert.Equal(1, talk.Chats.Count(nameof(DeskCall)));

        await talk.Desk.AnswerAsync("messages");
        await TalkWithSanne.WriteAsync(talk.Employee, "Dank je.");
        await EmptyOutboxAsync(talk.Bot);
        Assert.Equal(2, talk.Chats.Count(nameof(DeskCall)));
    }

    [Fact]
    public async Task An_internal_advisor_gets_the_constant_call_and_nothing_else()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync(advisor: "marijke");
        var before = talk.Chats.Count("call");
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        await EmptyOutboxAsync(talk.Bot);
        Assert.Equal(before + 1, talk.Chats.Count("call"));
        Assert.DoesNotContain(nameof(DeskCall), talk.Chats.Sent);
    }

    [Fact]
    public async Task Another_advisor_reads_nothing_of_it_not_even_one_who_takes_over()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        var page = await talk.Desk.AnswerAsync("messages");
        // The talk goes to a colleague, and the row stays behind, as if nothing had cleaned up.
        await talk.ChangeAsync(row => (row.Advisor, row.Round) = ("marijke", row.Round + 1));
        using var next = new RoomVisitor(talk.Bot.Address);
        await talk.EnterAsync(next, "marijke");
        Assert.DoesNotContain(AdvisorMessages.GoalName, next.Page.Values);
        await next.AnswerAsync((await talk.RowAsync()).Id);
        await next.AnswerAsync("messages");
        Assert.Equal("Read", next.Page.Step);
        Assert.DoesNotContain(Words, next.Page.Text, StringComparison.Ordinal);

        await talk.Desk.AnswerAsync(page, "refresh");
        Assert.DoesNotContain(Words, talk.Desk.Page.Text, StringComparison.Ordinal);
        await talk.Employee.AnswerAsync("messages");
        Assert.DoesNotContain(Words, talk.Employee.Page.Text, StringComparison.Ordinal);
        await talk.Bot.ForgetAsync();
        Assert.Equal(0, await talk.CountAsync<CorrespondenceRow>());
    }

    [Fact]
    public async Task Markup_is_shown_as_typed_and_what_cannot_be_seen_is_left_out()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await TalkWithSanne.WriteAsync(talk.Employee, "<b onload=x>Hoi</b> **ja** \u202E\u200Fשלום 😀");
        await talk.Desk.AnswerAsync("messages");
        Assert.Equal("<b onload=x>Hoi</b> **ja** שלום 😀", Seen.Lines(talk.Desk.Page)[0].Text);
        Assert.DoesNotContain("<b onload", talk.Desk.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_has_an_end_and_so_has_their_number()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await talk.Employee.AnswerAsync("messages");
        await talk.Employee.AnswerAsync("write");
        await talk.Employee.AnswerAsync(new string('x', Correspondence.LongestMessage + 1));
        Assert.Equal("Text", talk.Employee.Page.Step);
        Assert.Contains("te lang", talk.Employee.Page.Text, StringComparison.Ordinal);
        await talk.Employee.AnswerAsync(string.Concat(Enumerable.Repeat("😀", Correspondence.LongestMessage)));
        Assert.Equal("Sure", talk.Employee.Page.Step);
        await talk.Employee.AnswerAsync("yes");
        await talk.Employee.AnswerAsync("back");
        for (var message = 2; message <= Correspondence.MostOfOneSide; message++)
            await TalkWithSanne.WriteAsync(talk.Employee, message.ToString(CultureInfo.InvariantCulture));

        await talk.Employee.AnswerAsync("messages");
        Assert.DoesNotContain("write", talk.Employee.Page.Values);
        await talk.Employee.AnswerAsync("write");
        Assert.Equal("Read", talk.Employee.Page.Step);
        await TalkWithSanne.WriteAsync(talk.Desk, "De andere kant kan nog schrijven.");
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_restart()
    {
        await using var talk = await TalkWithSanne.AcceptedAsync();
        await TalkWithSanne.WriteAsync(talk.Employee, Words);
        await using var again = await BotInside.StartAsync(database: talk.Bot.Data, clock: talk.Bot.Clock, listen: true);
        using var employee = new RoomVisitor(again.Address);
        employee.GoOnFrom(talk.Employee.Page);
        await employee.AnswerAsync("messages");
        Assert.Equal(Words, Seen.Lines(employee.Page)[0].Text);
    }

    [Fact]
    public async Task In_a_window_of_Teams_there_is_nothing_to_read_or_write_and_the_page_says_why()
    {
        using var house = new House();
        await using var db = house.CreateDbContext();
        var setting = new Setting(Template.Duinrand, Tongue.Dutch, house.Clock.GetUtcNow(), InTeams: true) { AsCards = true };
        var shown = await house.Goals[EmployeeMessages.GoalName].ShowAsync(db, null, setting, new Guest("somebody", null, "a door"));
        var tell = Assert.IsType<Prompt.Tell>(Assert.IsType<Outcome.Stay>(shown).View.Prompt);
        Assert.Contains("je eigen telefoon", tell.Why, StringComparison.Ordinal);
        Assert.Empty(tell.Lines);
        Assert.Equal(["back"], tell.Ways.Select(way => way.Value));
    }

    internal static Task EmptyOutboxAsync(BotInside bot) => BotInside.UntilAsync("an empty outbox", async () =>
    {
        await using var db = bot.Open();
        return !await db.Set<OutboxRow>().AnyAsync();
    });
}

using System.Globalization;
using VpBot.Appointments;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments;

/// <summary>A talk gets another time: in the book, in the advisor's own calendar, and on the advisor's card, or not at all.</summary>
public sealed class MovingTests : IAsyncLifetime
{
    private static readonly AppointmentsPhrases Words = Tongue.Dutch.Words<AppointmentsPhrases>();
    private PlaygroundServer playground = null!;
    private RoomVisitor visitor = null!;

    private MailboxCalendar Calendar => playground.Graph.Calendar(playground.People.Amir);

    public async ValueTask InitializeAsync()
    {
        playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(30) });
        visitor = new RoomVisitor(playground.Bot!.Address);
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await playground.DisposeAsync();
    }

    [Fact]
    public async Task A_talk_moves_in_the_book_in_the_advisors_calendar_and_on_the_card()
    {
        await BookAsync("Teams");
        var (before, meeting) = (Assert.Single(Calendar.Events), Assert.Single(Calendar.Meetings));
        var told = playground.Graph.Received.Count;

        var start = await MoveAsync();
        await visitor.LookUntilAsync("aangekomen");

        Assert.NotEqual(before.Start, start);
        Assert.Equal((before.Id, start), (Assert.Single(Calendar.Events).Id, Calendar.Events[0].Start));
        Assert.Equal((meeting.Id, start), (Assert.Single(Calendar.Meetings).Id, Calendar.Meetings[0].Start));
        Assert.Equal(before.End - before.Start, Calendar.Events[0].End - Calendar.Events[0].Start);
        Assert.Equal(["PATCH", "PATCH"], playground.Graph.Received.Skip(told).Where(request => !IsLook(request)).Select(request => request.Method));
        var said = Words.At(Tongue.Dutch.SayDay(start), Tongue.Dutch.SayTime(start));
        Assert.Contains(said, visitor.Page.Text, StringComparison.Ordinal);
        var cards = playground.Connector.Received.Where(request => request.Person == playground.People.Amir && request.Text.Contains("Kruimel", StringComparison.Ordinal)).ToList();
        Assert.Contains(said, cards[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_the_old_time_says_that_the_talk_was_moved_and_can_do_nothing_any_more()
    {
        await BookAsync("Phone");
        var old = await playground.Teams.MessageAsync(playground.People.Amir, "the handoff", message => Talks.Text(message.StoredCard).Contains("Kruimel", StringComparison.Ordinal));
        var data = Talks.DataOf(old);

        await MoveAsync();
        await visitor.LookUntilAsync("aangekomen");
        await Until.TrueAsync("the old card's end", () => Talks.Text(playground.Teams.Chat(playground.People.Amir).Single(message => message.Id == old.Id).StoredCard).Contains("verzet", StringComparison.Ordinal));
        var answer = await playground.Teams.ExecuteAsync(playground.People.Amir, old.Id, "handoff.accept", data);

        Assert.DoesNotContain("Kruimel", Talks.Text(answer.Card), StringComparison.Ordinal);
        await visitor.AnswerAsync("refresh");
        Assert.Contains("aangekomen", visitor.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_new_time_is_confirmed_the_old_one_stays_and_a_taken_one_changes_nothing()
    {
        await BookAsync("Phone");
        var before = Assert.Single(Calendar.Events).Start;
        await visitor.AnswerAsync("move");
        var time = visitor.Page.Values[0];
        await visitor.AnswerAsync(time);
        Assert.Equal(before, Assert.Single(Calendar.Events).Start);

        using var other = new RoomVisitor(playground.Bot!.Address);
        await other.BeginAsync();
        await other.GoToAsync("When", "amir", "Phone", "Vonk");
        await other.AnswerAsync($"amir/{time}");
        Assert.Equal("CalledAs", other.Page.Step);
        await visitor.AnswerAsync("yes");

        Assert.Equal("NewTime", visitor.Page.Step);
        Assert.Contains(Words.MoveTaken, visitor.Page.Text, StringComparison.Ordinal);
        await visitor.ActAsync("back");
        Assert.Contains("aangekomen", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Equal(before, Assert.Single(Calendar.Events).Start);
    }

    [Fact]
    public async Task While_Graph_is_down_the_new_time_is_held_and_is_not_said_to_be_arranged()
    {
        await BookAsync("Teams");
        playground.Graph.Faults.OnReceived = request => request.Method == "PATCH" ? FaultDecision.Down : null;
        var start = await MoveAsync();

        Assert.Contains("We zetten je gesprek in de agenda", visitor.Page.Title, StringComparison.Ordinal);
        Assert.Contains("088 000 00 02", visitor.Page.Text, StringComparison.Ordinal);
        await playground.Graph.ReceivedAsync("a try", request => request.Method == "PATCH");
        playground.Graph.Faults.OnReceived = null;
        await visitor.LookUntilAsync("aangekomen");
        Assert.Equal(start, Assert.Single(Calendar.Events).Start);
        Assert.Equal(start, Assert.Single(Calendar.Meetings).Start);
    }

    [Fact]
    public async Task A_silent_calendar_offers_no_other_time_and_leaves_the_old_one()
    {
        await BookAsync("Phone");
        playground.Graph.Faults.BreakSchedule(playground.People.Amir);
        await visitor.AnswerAsync("move");

        Assert.Contains(Words.MoveSilent, visitor.Page.Title, StringComparison.Ordinal);
        Assert.Contains(Words.MoveOldStays, visitor.Page.Text, StringComparison.Ordinal);
        await visitor.AnswerAsync("keep");
        Assert.Contains("aangekomen", visitor.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_should_move_and_is_gone_is_made_again_at_the_new_time()
    {
        await BookAsync("Teams");
        await visitor.AnswerAsync("move");
        var start = Start(visitor.Page.Values[0]);
        await visitor.AnswerAsync(visitor.Page.Values[0]);
        Calendar.Delete(Assert.Single(Calendar.Events).Id);
        await visitor.AnswerAsync("yes");
        await visitor.LookUntilAsync("aangekomen");

        Assert.Equal(start, Assert.Single(Calendar.Events).Start);
        await Until.TrueAsync("one meeting", () => Calendar.Meetings.Count == 1);
        Assert.Equal(start, Calendar.Meetings[0].Start);
    }

    [Fact]
    public async Task A_talk_that_was_moved_can_be_called_off_and_leaves_nothing()
    {
        await BookAsync("Teams");
        await MoveAsync();
        await visitor.AnswerAsync("cancel");
        await visitor.AnswerAsync("yes");

        Assert.Contains("afgezegd", visitor.Page.Title, StringComparison.Ordinal);
        await Until.TrueAsync("an empty calendar", () => Calendar.Events.Count == 0 && Calendar.Meetings.Count == 0);
        Assert.Empty(Calendar.DeletedItems);
    }

    [Fact]
    public async Task A_time_that_the_advisor_drags_it_to_is_a_question_to_the_employee_and_a_yes_makes_it_stand()
    {
        await BookAsync("Teams");
        var proposed = Assert.Single(Calendar.Events).Start.AddDays(7);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Calendar.MoveTo(Calendar.Events[0].Id, proposed);
        await visitor.LookUntilAsync("stelt een andere tijd voor", seconds: 40);
        Assert.Contains(Words.At(Tongue.Dutch.SayDay(proposed), Tongue.Dutch.SayTime(proposed)), visitor.Page.Text, StringComparison.Ordinal);

        await visitor.AnswerAsync("agree");
        await visitor.AnswerAsync("yes");
        await visitor.LookUntilAsync("staat vast");

        Assert.Equal(proposed, Assert.Single(Calendar.Events).Start);
        Assert.Equal(proposed, Assert.Single(Calendar.Meetings).Start);
        await playground.Teams.MessageAsync(playground.People.Amir, "the card of the new time", message =>
            Talks.Text(message.StoredCard).Contains("Je hebt ja gezegd", StringComparison.Ordinal)
            && Talks.Text(message.StoredCard).Contains(Tongue.Dutch.SayDay(proposed), StringComparison.Ordinal));
    }

    private async Task BookAsync(string way)
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync("NoteCode", "amir", way, "Kruimel");
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync("aangekomen");
    }

    /// <summary>Chooses the last time of the page, and confirms it.</summary>
    private async Task<DateTimeOffset> MoveAsync()
    {
        await visitor.AnswerAsync("move");
        var time = visitor.Page.Values[^1];
        await visitor.AnswerAsync(time);
        Assert.Equal("Sure", visitor.Page.Step);
        await visitor.AnswerAsync("yes");
        Assert.Equal("Status", visitor.Page.Step);
        return Start(time);
    }

    private static DateTimeOffset Start(string time) => DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture));

    private static bool IsLook(ReceivedRequest request) => request.Method == "GET" || request.Path.Contains("/subscriptions", StringComparison.Ordinal) || request.Path.Contains("getSchedule", StringComparison.Ordinal);
}

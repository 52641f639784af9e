using System.Globalization;
using System.Text.Json.Nodes;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Handoffs;

/// <summary>An advisor proposes another time at the desk, over real HTTP: in the book, in the calendar of Graph, and on the card.</summary>
public sealed class ProposalTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private PlaygroundServer Server => fixture.Server;

    private MailboxCalendar Calendar => Server.Graph.Calendar(Server.People.Amir);

    [Fact]
    public async Task Both_times_are_held_until_the_yes_and_then_the_calendar_and_the_card_follow()
    {
        using var employee = await BookedAsync("amir", "Teams", "Kievit");
        var (before, meeting) = (Calendar.Events[^1], Calendar.Meetings[^1]);
        using var desk = await RequestAsync(Server.People.Amir, "Kievit");
        var proposed = await ProposeAsync(desk);
        Assert.Equal("Je stelde een andere tijd voor", desk.Page.Title);
        Assert.Equal(before.Start, Calendar.Events.Single(item => item.Id == before.Id).Start);

        using var other = new RoomVisitor(Server.Bot!.Address);
        await other.BeginAsync();
        await other.GoToAsync("When", "amir");
        foreach (var held in new[] { before.Start, proposed })
            Assert.DoesNotContain($"amir/{held.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}", other.Page.Values);

        await employee.LookUntilAsync("stelt een andere tijd voor");
        Assert.Contains(Say(proposed), employee.Page.Text, StringComparison.Ordinal);
        await employee.AnswerAsync("agree");
        await employee.AnswerAsync("yes");
        await employee.LookUntilAsync("staat vast");
        Assert.Equal(proposed, Calendar.Events.Single(item => item.Id == before.Id).Start);
        Assert.Equal(proposed, Calendar.Meetings.Single(item => item.Id == meeting.Id).Start);
        await Server.Teams.MessageAsync(Server.People.Amir, "the card of the new time", message =>
            Talks.Text(message.StoredCard).Contains("Kievit", StringComparison.Ordinal) && Talks.Text(message.StoredCard).Contains("Je hebt ja gezegd", StringComparison.Ordinal)
            && Talks.Text(message.StoredCard).Contains(Tongue.Dutch.SayDay(proposed), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_keeps_the_old_time_has_the_advisor_asked_again_and_the_calendar_is_as_it_was()
    {
        using var employee = await BookedAsync("amir", "Phone", "Scholekster");
        var before = Calendar.Events[^1];
        var old = await CardAsync(Server.People.Amir, "Scholekster", "Iemand wil graag");
        using var desk = await RequestAsync(Server.People.Amir, "Scholekster");
        await ProposeAsync(desk);
        // The card of before the proposal is pressed: it says how things stand, and changes nothing.
        var pressed = await Server.Teams.ExecuteAsync(Server.People.Amir, old.Id, "handoff.accept", Talks.DataOf(old));
        Assert.Contains("Jij stelde een andere tijd voor", Talks.Text(pressed.Card), StringComparison.Ordinal);

        await employee.LookUntilAsync("stelt een andere tijd voor");
        await employee.AnswerAsync("keep");
        await employee.AnswerAsync("yes");
        await employee.LookUntilAsync("aangekomen");
        Assert.Equal(before.Start, Calendar.Events.Single(item => item.Id == before.Id).Start);
        await Until.TrueAsync("the old card's end", () => Talks.Text(Server.Teams.Chat(Server.People.Amir).Single(message => message.Id == old.Id).StoredCard)
            .Contains("houdt liever de oude tijd", StringComparison.Ordinal));
        var again = await CardAsync(Server.People.Amir, "Scholekster", "Iemand wil graag");
        Assert.NotEqual(old.Id, again.Id);
        var late = await Server.Teams.ExecuteAsync(Server.People.Amir, old.Id, "handoff.accept", Talks.DataOf(old));
        Assert.Contains("niets meer te doen", Talks.Text(late.Card), StringComparison.Ordinal);
        var yes = await Server.Teams.ExecuteAsync(Server.People.Amir, again.Id, "handoff.accept", Talks.DataOf(again));
        Assert.Contains("Je hebt ja gezegd", Talks.Text(yes.Card), StringComparison.Ordinal);
        await employee.LookUntilAsync("staat vast");
    }

    [Fact]
    public async Task An_internal_advisor_proposes_at_the_desk_and_only_the_constant_card_is_in_the_employers_tenant()
    {
        using var employee = await BookedAsync("marijke", "Phone", "Tureluur");
        using var desk = await RequestAsync(Server.People.Marijke, "Tureluur");
        var proposed = await ProposeAsync(desk);
        await employee.LookUntilAsync("stelt een andere tijd voor");
        await employee.AnswerAsync("agree");
        await employee.AnswerAsync("yes");
        await employee.LookUntilAsync("staat vast");
        Assert.Contains(Say(proposed), employee.Page.Text, StringComparison.Ordinal);
        await fixture.RestAsync();
        Assert.False(Server.Teams.Archive(Server.People.Marijke).Contains("Tureluur"));
    }

    [Fact]
    public async Task A_silent_calendar_proposes_nothing()
    {
        using var employee = await BookedAsync("amir", "Phone", "Regenwulp");
        using var desk = await RequestAsync(Server.People.Amir, "Regenwulp");
        Server.Graph.Faults.BreakSchedule(Server.People.Amir);
        try
        {
            await desk.AnswerAsync("handoff.propose");
            Assert.Equal("We kunnen je agenda nu niet zien", desk.Page.Title);
            await desk.AnswerAsync("keep");
            Assert.Equal("Gelezen, nog niet beantwoord", desk.Page.Title);
        }
        finally
        {
            Server.Graph.Faults.Clear();
        }
    }

    [Fact]
    public async Task A_time_that_somebody_took_meanwhile_is_not_proposed_and_nothing_changes()
    {
        using var employee = await BookedAsync("sanne", "Phone", "Bontbek");
        using var desk = await RequestAsync(Server.People.Sanne, "Bontbek");
        await desk.AnswerAsync("handoff.propose");
        var time = desk.Page.Values[^1];
        await desk.AnswerAsync(time);
        using var other = new RoomVisitor(Server.Bot!.Address);
        await other.BeginAsync();
        await other.GoToAsync("When", "sanne");
        await other.AnswerAsync($"sanne/{time}");
        Assert.Equal("CalledAs", other.Page.Step);
        await desk.AnswerAsync("yes");
        Assert.Equal("NewTime", desk.Page.Step);
        Assert.Contains("Deze tijd is niet meer vrij", desk.Page.Text, StringComparison.Ordinal);
        await employee.AnswerAsync("refresh");
        Assert.Contains("gezien", employee.Page.Title, StringComparison.Ordinal);
    }

    private static string Say(DateTimeOffset start) => $"{Tongue.Dutch.SayDay(start)} om {Tongue.Dutch.SayTime(start)}";

    private static async Task<DateTimeOffset> ProposeAsync(RoomVisitor desk)
    {
        await desk.AnswerAsync("handoff.propose");
        var time = desk.Page.Values[^1];
        await desk.AnswerAsync(time);
        await desk.AnswerAsync("yes");
        return DateTimeOffset.FromUnixTimeSeconds(long.Parse(time, CultureInfo.InvariantCulture));
    }

    private async Task<RoomVisitor> BookedAsync(string advisor, string way, string called)
    {
        var employee = new RoomVisitor(Server.Bot!.Address);
        await employee.BeginAsync();
        await employee.GoToAsync("NoteCode", advisor, way, called);
        await employee.AnswerAsync("noted");
        await employee.LookUntilAsync("aangekomen");
        return employee;
    }

    private Task<ChatMessage> CardAsync(Person advisor, string called, string says) => Server.Teams.MessageAsync(advisor, "the handoff", message =>
        Talks.Text(message.StoredCard).Contains(called, StringComparison.Ordinal) && Talks.Text(message.StoredCard).Contains(says, StringComparison.Ordinal));

    /// <summary>At the desk, with the request of this person open: what waits stands first, so it is looked for among those.</summary>
    private async Task<RoomVisitor> RequestAsync(Person advisor, string called)
    {
        var press = await Server.Teams.PressAsync(advisor, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "desk", ["lang"] = "nl" });
        var desk = new RoomVisitor(Server.Bot!.Address);
        await desk.EnterAsync(press.Dialog!);
        foreach (var value in desk.Page.Values)
        {
            await desk.AnswerAsync(value);
            if (desk.Page.Text.Contains(called, StringComparison.Ordinal))
                return desk;
            await desk.AnswerAsync("back");
        }

        throw new InvalidOperationException($"The desk has no request of {called}.");
    }
}

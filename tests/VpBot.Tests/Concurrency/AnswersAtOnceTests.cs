using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Concurrency;

public sealed class AnswersAtOnceOnSqliteTests() : AnswersAtOnceTests(Engine.Sqlite);

public sealed class AnswersAtOnceOnPostgreSqlTests() : AnswersAtOnceTests(Engine.PostgreSql);

/// <summary>Card and desk, old and new advisor, advisor and employee at the same moment, over real HTTP, on the real program.</summary>
public abstract class AnswersAtOnceTests(Engine engine) : IAsyncLifetime
{
    private readonly List<RoomVisitor> visitors = [];
    private TestDatabase database = null!;
    private PlaygroundServer playground = null!;

    public async ValueTask InitializeAsync()
    {
        database = new(engine);
        playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(60), ExtraEnvironment = AllDay.Settings(database.Settings) });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        visitors.ForEach(visitor => visitor.Dispose());
        if (playground is not null)
            await playground.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_yes_on_the_card_and_a_no_at_the_desk_everybody_reads_the_same()
    {
        for (var round = 0; round < 3; round++)
        {
            var (employee, card) = await BookedAsync($"Ruiter {round}");
            var desks = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => DeskAsync(playground.People.Sanne, DataOf(card, "appointment"))));
            await Task.WhenAll(desks.Select(desk => desk.AnswerAsync("handoff.passOn")));
            var presses = Enumerable.Range(0, 3).Select(_ => PressAsync(playground.People.Sanne, card, "handoff.accept")).ToList();
            var pages = await Task.WhenAll(desks.Select(desk => desk.AnswerAsync("RatherNot")));
            var answers = await Task.WhenAll(presses);

            var row = await RowAsync(DataOf(card, "appointment"));
            Assert.Equal(("sanne", AppointmentState.NeedsChoice, 2), (row.Advisor, row.State, row.Round));
            Assert.All(answers, answer => Assert.True(
                Talks.Text(answer.Card).Contains("Je hebt ja gezegd", StringComparison.Ordinal) || Talks.Text(answer.Card).Contains("niets meer te doen", StringComparison.Ordinal)));
            // One of the two desks passed it on; the other one reads that there is nothing to do any more.
            Assert.Single(pages, page => page.Step == "Which");
            Assert.Single(pages, page => page.Title.Contains("niets meer te doen", StringComparison.Ordinal));
            Assert.Contains("kan niet", (await employee.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_old_advisors_card_does_nothing_while_the_new_advisor_says_yes()
    {
        var (employee, card) = await BookedAsync("Plevier", takeOver: "Others");
        await PressAsync(playground.People.Sanne, card, "handoff.passOn");
        var next = await playground.Teams.MessageAsync(playground.People.Amir, "the handoff", message => Talks.Text(message.StoredCard).Contains("Plevier", StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(press => press % 2 == 0
            ? PressAsync(playground.People.Sanne, card, press % 4 == 0 ? "handoff.accept" : "handoff.passOn")
            : PressAsync(playground.People.Amir, next, "handoff.accept")));
        Assert.All(answers.Index().Where(answer => answer.Index % 2 == 0), answer => Assert.Contains("niets meer te doen", Talks.Text(answer.Item.Card), StringComparison.Ordinal));
        Assert.All(answers.Index().Where(answer => answer.Index % 2 == 1), answer => Assert.Contains("Je hebt ja gezegd", Talks.Text(answer.Item.Card), StringComparison.Ordinal));
        var row = await RowAsync(DataOf(card, "appointment"));
        Assert.Equal(("amir", AppointmentState.Accepted, 2), (row.Advisor, row.State, row.Round));
        await employee.LookUntilAsync("staat vast");
        Assert.Contains("Je verzoek ging naar iemand die je ook goed vond", employee.Page.Text, StringComparison.Ordinal);
        // Whoever looks at the old card gets it as it stands, without a word of the employee's.
        Assert.DoesNotContain("Plevier", Talks.Text((await PressAsync(playground.People.Sanne, card, "handoff.refresh")).Card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_yes_to_a_proposal_and_a_no_of_the_advisor_one_wins_and_the_other_is_told()
    {
        for (var round = 0; round < 4; round++)
        {
            var (employee, card) = await BookedAsync($"Strandloper {round}");
            var id = DataOf(card, "appointment");
            var desk = await DeskAsync(playground.People.Sanne, id);
            await desk.AnswerAsync("handoff.propose");
            await desk.AnswerAsync(desk.Page.Values[^1]);
            await desk.AnswerAsync("yes");
            await employee.LookUntilAsync("stelt een andere tijd voor");
            await employee.AnswerAsync("agree");
            await desk.AnswerAsync("handoff.passOn");
            var (yes, no) = (employee.AnswerAsync("yes"), desk.AnswerAsync("RatherNot"));
            await Task.WhenAll(yes, no);

            var row = await RowAsync(id);
            Assert.Equal(2, row.Round);
            if (row.State == AppointmentState.Accepted)
            {
                Assert.Contains("staat vast", (await yes).Title, StringComparison.Ordinal);
                Assert.Contains("niets meer te doen", (await no).Title, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(AppointmentState.NeedsChoice, row.State);
                Assert.Contains("kan niet", (await yes).Title, StringComparison.Ordinal);
                Assert.Equal("Which", (await no).Step);
            }

            await using var db = database.Open();
            Assert.Equal(row.State == AppointmentState.Accepted ? 5 : 0, await db.Set<TimeCellRow>().CountAsync(cell => cell.Appointment == id));
        }
    }

    private static string DataOf(ChatMessage card, string name) => (string)Talks.DataOf(card)[name]!;

    private async Task<AppointmentRow> RowAsync(string id)
    {
        await using var db = database.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    private RoomVisitor NewVisitor()
    {
        var visitor = new RoomVisitor(playground.Bot!.Address);
        visitors.Add(visitor);
        return visitor;
    }

    private async Task<(RoomVisitor Employee, ChatMessage Card)> BookedAsync(string called, string takeOver = "AskMe")
    {
        var visitor = NewVisitor();
        await visitor.BeginAsync();
        await visitor.GoToAsync("TakeOver", called: called);
        await visitor.AnswerAsync(takeOver);
        await visitor.GoToAsync("NoteCode", called: called);
        await visitor.AnswerAsync("noted");
        var card = await playground.Teams.MessageAsync(playground.People.Sanne, "the handoff", message => Talks.Text(message.StoredCard).Contains(called, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        await visitor.LookUntilAsync("aangekomen");
        return (visitor, card);
    }

    private async Task<RoomVisitor> DeskAsync(Person advisor, string request)
    {
        var press = await playground.Teams.PressAsync(advisor, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "desk", ["lang"] = "nl" });
        var desk = NewVisitor();
        await desk.EnterAsync(press.Dialog!);
        await desk.AnswerAsync(request);
        return desk;
    }

    private Task<BotAnswer> PressAsync(Person advisor, ChatMessage card, string verb) =>
        playground.Teams.ExecuteAsync(advisor, card.Id, verb, Talks.DataOf(card));
}

using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 7, as far as the built-in calendar goes: it always answers.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class SentIsSaidAfterwardsTests(TalkativePlayground fixture)
{
    private const string OnItsWay = "Je verzoek gaat naar de vertrouwenspersoon";
    private const string Arrived = "Je verzoek is aangekomen";

    private PlaygroundServer Server => fixture.Server;

    public static TheoryData<string, string> Troubles()
    {
        var rows = new TheoryData<string, string>();
        foreach (var advisor in new[] { "sanne", "marijke" })
            foreach (var trouble in Faults.Keys)
                rows.Add(advisor, trouble);
        return rows;
    }

    private static Dictionary<string, FaultDecision> Faults => new()
    {
        ["down"] = FaultDecision.Down,
        ["in error"] = FaultDecision.ServerError,
        ["losing its answers"] = FaultDecision.LosesTheAnswer,
    };

    [Theory, MemberData(nameof(Troubles))]
    public async Task Sent_is_said_only_after_the_advisors_side_acknowledged(string advisor, string teams)
    {
        await fixture.RestAsync();
        var before = Server.Connector.Received.Count;
        using var employee = new RoomVisitor(Server.Bot!.Address);
        Server.Connector.Faults.Now = Faults[teams];
        try
        {
            await employee.BeginAsync();
            await employee.GoToAsync("NoteCode", advisor);
            await employee.AnswerAsync("noted");
            Assert.Equal(OnItsWay, employee.Page.Title);
            await Until.TrueAsync("two attempts", () => Server.Connector.Received.Count >= before + 2);
            await employee.AnswerAsync("refresh");
            Assert.Equal(OnItsWay, employee.Page.Title);
            Assert.DoesNotContain(Arrived, employee.Page.Text, StringComparison.Ordinal);
        }
        finally
        {
            Server.Connector.Faults.Now = FaultDecision.Working;
        }

        await employee.LookUntilAsync("aangekomen");
        Assert.Equal(Arrived, employee.Page.Title);
        Assert.Contains(Server.Connector.Received.Skip(before), request => request is { Stored: true, Status: 201 });
    }

    [Fact]
    public async Task The_page_never_says_more_than_the_connector_did_while_it_answers_slowly()
    {
        await fixture.RestAsync();
        var answered = new TaskCompletionSource();
        using var employee = new RoomVisitor(Server.Bot!.Address);
        Server.Connector.Faults.Now = new FaultDecision { AfterStoring = () => answered.Task };
        try
        {
            await employee.BeginAsync();
            await employee.GoToAsync("NoteCode", called: "Kwikstaart");
            await employee.AnswerAsync("noted");
            await Server.Teams.MessageAsync(Server.People.Sanne, "the handoff", message => Talks.Text(message.StoredCard).Contains("Kwikstaart", StringComparison.Ordinal));
            await employee.AnswerAsync("refresh");
            Assert.Equal(OnItsWay, employee.Page.Title);
        }
        finally
        {
            Server.Connector.Faults.Now = FaultDecision.Working;
            answered.SetResult();
        }

        await employee.LookUntilAsync("aangekomen");
    }
}

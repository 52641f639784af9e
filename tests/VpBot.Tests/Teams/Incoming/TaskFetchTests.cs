using System.Net;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Teams;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>The one live button of the constant cards.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class TaskFetchTests(PlaygroundFixture fixture)
{
    private readonly IncomingPost _post = new(fixture);

    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task A_press_opens_the_room_once_and_its_repetition_opens_nothing()
    {
        var press = Press(Server.People.Noor, "room");
        var first = await _post.PostAsync(press);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", first.Dialog!.Fragment[1..]);
        Assert.Equal(new Uri(Server.Bot!.Address, "/room").ToString(), first.Dialog.GetLeftPart(UriPartial.Query));
        var tickets = fixture.Data.Rows("Tickets");

        var second = await _post.PostAsync(press);
        Assert.Equal((200, null), (second.Status, second.Dialog));
        Assert.NotEmpty(second.DialogMessage!);
        Assert.Equal(tickets, fixture.Data.Rows("Tickets"));
    }

    [Fact]
    public async Task One_press_that_arrives_eight_times_at_the_same_moment_gives_one_ticket()
    {
        var press = Press(Server.People.Noor, "room");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _post.PostAsync(press)));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.Single(answers, answer => answer.Dialog is not null);
    }

    [Fact]
    public async Task A_ticket_opens_one_door_once()
    {
        var dialog = (await _post.PostAsync(Press(Server.People.Noor, "room"))).Dialog!;
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        Assert.Equal(HttpStatusCode.OK, (await visitor.EnterAsync(dialog)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.EnterAsync(dialog)).Status);
    }

    [Theory, InlineData("noor"), InlineData("hilde"), InlineData("wietske")]
    public async Task The_desk_does_not_open_for_somebody_who_is_no_advisor(string person)
    {
        var tickets = fixture.Data.Rows("Tickets");
        var answer = await _post.PostAsync(Press(Server.People[person], "desk"));
        Assert.Equal((200, null), (answer.Status, answer.Dialog));
        Assert.NotEmpty(answer.DialogMessage!);
        Assert.Equal(tickets, fixture.Data.Rows("Tickets"));
    }

    [Fact]
    public async Task The_desk_does_not_open_for_an_advisors_id_in_another_tenant()
    {
        var press = Press(Server.People.Noor, "desk");
        press["from"]!["aadObjectId"] = Server.People.Sanne.ObjectId;
        Assert.Null((await _post.PostAsync(press)).Dialog);
    }

    [Theory, InlineData("sanne"), InlineData("marijke")]
    public async Task The_desk_opens_for_an_advisor(string advisor) =>
        Assert.NotNull((await _post.PostAsync(Press(Server.People[advisor], "desk"))).Dialog);

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[],"context":5}""")]
    [InlineData("""{"data":{"open":{},"lang":7},"context":{"theme":["dark"]}}""")]
    [InlineData("""{"data":{"open":"elsewhere","employer":"windhoek","advisor":"sanne","person":"x"}}""")]
    public async Task A_press_with_strange_data_opens_the_persons_own_room_and_nothing_else(string value)
    {
        var press = Press(Server.People.Noor, "room");
        press["value"] = "VALUE";
        var body = press.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal);
        var answer = await Server.Teams.PostAsync(body, Server.Tokens.Issue());
        Assert.Equal(200, answer.Status);
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.EnterAsync(answer.Dialog!);
        Assert.Equal("start", visitor.Page.Hidden["goal"]);
        Assert.Contains("/open/duinrand", visitor.Page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"open":"room","lang":"\ud800"}}""")]
    [InlineData("""{"data":{"\udc00":"room"}}""")]
    [InlineData("""[[{"deep":["\ud800"]}]]""")]
    public Task A_press_that_carries_half_of_a_letter_is_refused(string value) => _post.RefusedAsync(400, Refusal.Malformed, async () =>
    {
        var press = Press(Server.People.Noor, "room");
        press["value"] = "VALUE";
        return (await Server.Teams.PostAsync(press.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal), Server.Tokens.Issue())).Status;
    });

    private JsonObject Press(Person person, string open) => Server.Teams.Activities.Invoke(person, "task/fetch", new JsonObject
    {
        ["data"] = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = open, ["lang"] = "nl" },
        ["context"] = new JsonObject { ["theme"] = "dark" },
    });
}

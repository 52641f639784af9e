using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>Presses on a handoff card.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class CardActionTests(PlaygroundFixture fixture)
{
    private PlaygroundServer Server => fixture.Server;

    [Theory, InlineData("noor"), InlineData("marijke"), InlineData("hilde")]
    public async Task A_card_action_in_an_employers_tenant_is_refused(string person)
    {
        var (employee, card) = await Talks.BookedAsync(Server, $"Vos {person}");
        using var _ = employee;
        var answer = await PressAsync(Server.People[person], "handoff.accept", Talks.DataOf(card));
        Assert.Equal((200, 403), (answer.Status, Code(answer)));
        Assert.Null(answer.Card);
        await employee.AnswerAsync("refresh");
        Assert.Contains("aangekomen", employee.Page.Title, StringComparison.Ordinal);
    }

    [Theory, InlineData("handoff.accept"), InlineData("handoff.passOn"), InlineData("handoff.refresh")]
    public async Task A_press_on_another_advisors_request_changes_nothing_and_shows_nothing(string verb)
    {
        var called = $"Das {verb[8..]}";
        var (employee, card) = await Talks.BookedAsync(Server, called);
        using var _ = employee;
        var answer = await PressAsync(Server.People.Amir, verb, Talks.DataOf(card));
        var shown = Talks.Text(answer.Card);
        Assert.Equal((200, 200), (answer.Status, Code(answer)));
        Assert.DoesNotContain(called, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("ColumnSet", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("handoff.accept", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("handoff.passOn", shown, StringComparison.Ordinal);
        await employee.AnswerAsync("refresh");
        Assert.Contains("aangekomen", employee.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_may_stand_behind_the_data_and_inputs_may_be_merged_into_it()
    {
        var (employee, card) = await Talks.BookedAsync(Server, "Egel");
        using var _ = employee;
        var data = Talks.DataOf(card);
        data["note"] = "typed in an input";
        data["count"] = 3;
        data["msteams"] = new JsonObject { ["feedback"] = new JsonObject { ["hide"] = true } };
        var value = new JsonObject
        {
            ["trigger"] = "manual",
            ["action"] = new JsonObject { ["data"] = data, ["title"] = "Ja", ["id"] = "1", ["verb"] = "handoff.accept", ["type"] = "Action.Execute" },
        };
        var answer = await Server.Teams.InvokeAsync(Server.People.Sanne, "adaptiveCard/action", value, card.Id);
        Assert.Contains("Je hebt ja gezegd", Talks.Text(answer.Card), StringComparison.Ordinal);
        Assert.DoesNotContain("typed in an input", answer.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_is_pressing_once()
    {
        var (employee, card) = await Talks.BookedAsync(Server, "Otter");
        using var _ = employee;
        var press = Server.Teams.Activities.Invoke(Server.People.Sanne, "adaptiveCard/action", Value("handoff.accept", Talks.DataOf(card)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Server.Teams.PostAsync(press)));
        Assert.All(answers, answer => Assert.Contains("Je hebt ja gezegd", Talks.Text(answer.Card), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null", 403)]
    [InlineData("[]", 403)]
    [InlineData("{}", 403)]
    [InlineData("""{"action":"handoff.accept"}""", 403)]
    [InlineData("""{"action":{"verb":5}}""", 403)]
    [InlineData("""{"action":{"verb":"handoff.delete","data":{"appointment":"1","round":"1"}}}""", 400)]
    [InlineData("""{"action":{"verb":"handoff.accept"}}""", 400)]
    [InlineData("""{"action":{"verb":"handoff.accept","data":[]}}""", 400)]
    [InlineData("""{"action":{"verb":"handoff.accept","data":{"appointment":1,"round":1}}}""", 400)]
    [InlineData("""{"action":{"verb":"handoff.accept","data":{"appointment":"1","round":"-1"}}}""", 400)]
    [InlineData("""{"action":{"verb":"handoff.accept","data":{"appointment":"1","round":"99999999999"}}}""", 400)]
    public async Task A_strange_press_by_an_advisor_gets_a_refusal_and_no_fault(string value, int code)
    {
        var activity = Server.Teams.Activities.Invoke(Server.People.Sanne, "adaptiveCard/action", "VALUE");
        var answer = await Server.Teams.PostAsync(activity.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal), Server.Tokens.Issue());
        Assert.Equal((200, code), (answer.Status, Code(answer)));
    }

    private Task<BotAnswer> PressAsync(Person person, string verb, JsonObject data) =>
        Server.Teams.InvokeAsync(person, "adaptiveCard/action", Value(verb, data));

    private static JsonObject Value(string verb, JsonObject data) =>
        new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };

    private static int? Code(BotAnswer answer) => (int?)answer.Body?["statusCode"];
}

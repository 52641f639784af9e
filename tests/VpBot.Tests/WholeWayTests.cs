using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests;

/// <summary>The thinnest whole way: a press in Teams that ends in an advisor's yes.</summary>
public sealed class WholeWayTests
{
    [Fact]
    public Task An_employee_books_a_talk_from_Teams_and_the_advisor_accepts_it() => WalkAsync(new PlaygroundOptions());

    [Fact]
    public Task It_is_the_same_way_on_PostgreSQL()
    {
        var server = Environment.GetEnvironmentVariable("VPBOT_TEST_POSTGRES");
        Assert.SkipUnless(server is { Length: > 0 }, "VPBOT_TEST_POSTGRES names no server.");
        return WalkAsync(new PlaygroundOptions
        {
            ExtraEnvironment = new Dictionary<string, string> { ["Storage__ConnectionString"] = $"{server};Database=vpbot_way_{Environment.ProcessId}" },
        });
    }

    private static async Task WalkAsync(PlaygroundOptions options)
    {
        await using var playground = await PlaygroundServer.StartAsync(options);
        var noor = playground.People.Noor;
        var press = await playground.Teams.PressAsync(noor, JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"room","lang":"nl"}""")!.AsObject());
        using var visitor = new RoomVisitor(playground.Bot!.Address);
        await visitor.EnterAsync(press.Dialog!);
        await visitor.GoToAsync("NoteCode");
        Assert.True(visitor.Page.Code is not null, visitor.Page.Text);
        await visitor.AnswerAsync("noted");

        var card = await playground.Teams.MessageAsync(playground.People.Sanne, "the handoff", message => message.Card?.ToJsonString().Contains("Robin", StringComparison.Ordinal) == true);
        await visitor.LookUntilAsync("aangekomen");

        var data = card.Card!["refresh"]!["action"]!["data"]!.DeepClone().AsObject();
        var answer = await playground.Teams.ExecuteAsync(playground.People.Sanne, card.Id, "handoff.accept", data);
        Assert.Contains("Je hebt ja gezegd", answer.Card!.ToJsonString(), StringComparison.Ordinal);
        await visitor.AnswerAsync("refresh");
        Assert.Contains("staat vast", visitor.Page.Title, StringComparison.Ordinal);
        Assert.False(playground.Teams.Archive(noor).Contains("Robin"));
    }

    [Fact]
    public async Task Going_back_never_leads_past_the_return_code_before_it_is_noted()
    {
        await using var playground = await PlaygroundServer.StartAsync();
        using var visitor = new RoomVisitor(playground.Bot!.Address);
        await visitor.BeginAsync();
        var code = (await visitor.GoToAsync("NoteCode")).Code;

        await visitor.ActAsync("back");

        Assert.NotNull(code);
        Assert.Equal(code, visitor.Page.Code);
        Assert.DoesNotContain("data-act=\"back\"", visitor.Page.Html, StringComparison.Ordinal);
    }
}

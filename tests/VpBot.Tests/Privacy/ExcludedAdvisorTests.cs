using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 5.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class ExcludedAdvisorTests(TalkativePlayground fixture)
{
    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task An_excluded_advisors_view_is_byte_identical_with_and_without_the_request()
    {
        // Looking marks what was waiting as seen, so the first look is not the one to compare with.
        await ViewAsync(Server.People.Amir);
        await ViewAsync(Server.People.Marijke);
        var before = (Amir: await ViewAsync(Server.People.Amir), Marijke: await ViewAsync(Server.People.Marijke));
        var called = $"Roerdomp {Guid.NewGuid():N}"[..30];
        using var employee = await RequestAsync(called, "amir", "marijke");
        var card = await Server.Teams.MessageAsync(Server.People.Sanne, "the handoff", message => Talks.Text(message.StoredCard).Contains(called, StringComparison.Ordinal));
        Assert.Equal(before, (await ViewAsync(Server.People.Amir), await ViewAsync(Server.People.Marijke)));

        // The one who was chosen cannot: then the excluded ones still hear nothing, and the employee chooses.
        await employee.LookUntilAsync("aangekomen");
        await Server.Teams.ExecuteAsync(Server.People.Sanne, card.Id, "handoff.passOn", Talks.DataOf(card));
        await employee.LookUntilAsync("kan niet");
        await fixture.RestAsync();
        Assert.Equal(before, (await ViewAsync(Server.People.Amir), await ViewAsync(Server.People.Marijke)));
    }

    [Fact]
    public async Task The_comparison_finds_a_request_in_the_view_of_the_advisor_who_got_it()
    {
        await ViewAsync(Server.People.Amir);
        var before = await ViewAsync(Server.People.Amir);
        Assert.Equal(before, await ViewAsync(Server.People.Amir));
        var (employee, card) = await Talks.BookedAsync(Server, $"Purperreiger {Guid.NewGuid():N}"[..30], "amir");
        using var visitor = employee;
        Assert.NotNull(card);
        Assert.NotEqual(before, await ViewAsync(Server.People.Amir));
    }

    [Fact]
    public async Task An_excluded_advisor_is_offered_at_no_step()
    {
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("MustNotKnow");
        await visitor.AnswerAsync("amir", "marijke");
        await visitor.GoToAsync("When");
        Assert.DoesNotContain("Amir", Without(visitor.Page, "Amir Modelle, Marijke Proef"), StringComparison.Ordinal);
        Assert.All(visitor.Page.Values.Where(value => value.Contains('/', StringComparison.Ordinal)), value => Assert.StartsWith("sanne/", value, StringComparison.Ordinal));
        await visitor.GoToAsync("Consent");
        Assert.DoesNotContain("Amir", Without(visitor.Page, "Amir Modelle, Marijke Proef"), StringComparison.Ordinal);
    }

    /// <summary>What the employee said stays readable to the employee alone.</summary>
    private static string Without(RoomPageSeen page, string said) => page.Text.Replace(said, "", StringComparison.Ordinal);

    private async Task<RoomVisitor> RequestAsync(string called, params string[] excluded)
    {
        var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("MustNotKnow");
        await visitor.AnswerAsync(excluded);
        await visitor.GoToAsync("NoteCode", called: called);
        await visitor.AnswerAsync("noted");
        return visitor;
    }

    /// <summary>Everything this advisor can fetch: the chat, each card afresh, the desk and every request on it, a card action on what is not there.</summary>
    private async Task<string> ViewAsync(Person advisor)
    {
        var view = new List<string>();
        foreach (var message in Server.Teams.Chat(advisor))
            view.Add($"{message.Id} {message.Version} {Talks.Text(message.Card)}");
        var press = await Server.Teams.PressAsync(advisor, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "desk", ["lang"] = "nl" });
        view.Add(press.Raw.Replace(press.Dialog!.Fragment, "#", StringComparison.Ordinal));
        using var desk = new RoomVisitor(Server.Bot!.Address);
        await desk.EnterAsync(press.Dialog);
        var waiting = desk.Page.Values;
        view.Add(Seen.WithoutToken(desk.Page));
        foreach (var value in waiting.Append("refresh"))
        {
            var page = await desk.AnswerAsync(value);
            view.Add(Seen.WithoutToken(page));
            if (page.Step == "Request")
                await desk.AnswerAsync("back");
        }

        var nothing = new JsonObject { ["action"] = new JsonObject { ["verb"] = "handoff.refresh", ["data"] = new JsonObject { ["appointment"] = "0", ["round"] = "1" } } };
        view.Add((await Server.Teams.InvokeAsync(advisor, "adaptiveCard/action", nothing)).Raw);
        return string.Join('\n', view);
    }
}

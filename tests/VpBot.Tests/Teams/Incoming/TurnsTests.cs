using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>What an accepted activity does, and that it does it once.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class TurnsTests(PlaygroundFixture fixture)
{
    private readonly IncomingPost _post = new(fixture);

    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task A_message_that_Teams_repeats_is_answered_once() =>
        Assert.Equal(1, await CardsAfterAsync(Server.People.Bram, async () =>
        {
            var activity = _post.Message(Server.People.Bram);
            for (var times = 0; times < 3; times++)
                Assert.Equal(200, (await _post.PostAsync(activity)).Status);
        }));

    [Fact]
    public async Task A_message_that_arrives_twice_at_the_same_moment_is_answered_once() =>
        Assert.Equal(1, await CardsAfterAsync(Server.People.Bram, async () =>
        {
            var activity = _post.Message(Server.People.Bram);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _post.PostAsync(activity)));
            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        }));

    [Fact]
    public async Task A_message_that_Teams_repeats_after_a_restart_is_answered_once() =>
        Assert.Equal(1, await CardsAfterAsync(Server.People.Bram, async () =>
        {
            var activity = _post.Message(Server.People.Bram);
            await _post.PostAsync(activity);
            await Server.Bot!.RestartAsync();
            Assert.Equal(200, (await _post.PostAsync(activity)).Status);
        }));

    [Fact]
    public async Task One_installation_is_announced_twice_and_welcomed_once() =>
        Assert.Equal(1, await CardsAfterAsync(Server.People.Hilde, async () =>
        {
            await Server.Teams.UninstallAsync(Server.People.Hilde);
            await Server.Teams.InstallAsync(Server.People.Hilde);
            await Server.Teams.PostAsync(Server.Teams.Activities.MembersAdded(Server.People.Hilde));
        }));

    [Fact]
    public async Task Who_installs_the_app_again_is_welcomed_again()
    {
        await CardsAfterAsync(Server.People.Hilde, ReinstallAsync);
        Assert.Equal(1, await CardsAfterAsync(Server.People.Hilde, ReinstallAsync));

        async Task ReinstallAsync()
        {
            await Server.Teams.UninstallAsync(Server.People.Hilde);
            await Server.Teams.InstallAsync(Server.People.Hilde);
        }
    }

    [Fact]
    public async Task Somebody_else_who_joins_is_no_reason_for_a_welcome() =>
        Assert.Equal(0, await CardsAfterAsync(Server.People.Noor, async () =>
        {
            var activity = Server.Teams.Activities.MembersAdded(Server.People.Noor);
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Server.People.Bram.TeamsId });
            Assert.Equal(200, (await _post.PostAsync(activity)).Status);
        }));

    [Theory, InlineData("typing"), InlineData("messageReaction"), InlineData("event"), InlineData("endOfConversation"), InlineData("MESSAGE"), InlineData("x")]
    public async Task An_activity_that_we_do_not_know_is_accepted_without_effect(string type) =>
        Assert.Equal(0, await CardsAfterAsync(Server.People.Noor, async () =>
        {
            var activity = _post.Message();
            activity["type"] = type;
            Assert.Equal(200, (await _post.PostAsync(activity)).Status);
        }));

    [Theory, InlineData("composeExtension/query"), InlineData("signin/verifyState"), InlineData("task/submit"), InlineData("")]
    public async Task An_invoke_that_we_do_not_know_is_not_implemented(string name) =>
        Assert.Equal(0, await CardsAfterAsync(Server.People.Noor, async () =>
            Assert.Equal(501, (await Server.Teams.InvokeAsync(Server.People.Noor, name, new JsonObject { ["commandId"] = "share" })).Status)));

    [Fact]
    public async Task Fifty_kilobytes_of_typed_text_get_the_same_card_as_one_word()
    {
        Assert.Equal(2, await CardsAfterAsync(Server.People.Wietske, async () =>
        {
            await Server.Teams.TypeAsync(Server.People.Wietske, "Hoi");
            Assert.Equal(200, (await Server.Teams.TypeAsync(Server.People.Wietske, string.Concat(Enumerable.Repeat("Ik wil iets vertellen. ", 2300)))).Status);
        }));
        var bodies = Server.Connector.Received.Where(request => request.Person == Server.People.Wietske).TakeLast(2).Select(request => request.Text);
        Assert.Single(bodies.Distinct());
    }

    /// <summary>How many cards the act brought into the person's chat.</summary>
    private async Task<int> CardsAfterAsync(Person person, Func<Task> act)
    {
        await fixture.RestAsync();
        var before = Server.Teams.Chat(person).Count(message => message.FromBot);
        await act();
        await fixture.RestAsync();
        return Server.Teams.Chat(person).Count(message => message.FromBot) - before;
    }
}

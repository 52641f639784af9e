using System.Collections.Concurrent;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Outgoing;

/// <summary>What leaves for Teams, when Teams is busy, broken, or no longer wants it. Every test has a chat of its own.</summary>
public sealed class BotConnectorTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task Every_request_carries_the_token_of_the_managed_identity()
    {
        await Server.Teams.TypeAsync(Server.People.Noor, "Hallo");
        await fixture.RestAsync();
        // The emulated connector answers 401 to every other token.
        Assert.NotEmpty(Server.Connector.Received);
        Assert.DoesNotContain(Server.Connector.Received, request => request.Status == 401);
        // One is kept and used again. Graph is asked with a token of its own.
        var issued = Server.Identity.IssuedFor(ManagedIdentity.ConnectorAudience);
        await Server.Teams.TypeAsync(Server.People.Noor, "Hallo");
        await fixture.RestAsync();
        Assert.True(issued > 0);
        Assert.Equal(issued, Server.Identity.IssuedFor(ManagedIdentity.ConnectorAudience));
    }

    [Fact]
    public async Task Teams_asks_to_wait_and_nothing_is_sent_before_that()
    {
        var requests = await FaringAsync(Server.People.Bram, 1, _ => FaultDecision.TooManyRequests(TimeSpan.FromSeconds(2)));
        Assert.Equal([429, 201], requests.Select(request => request.Status));
        Assert.True(requests[1].At - requests[0].At >= TimeSpan.FromSeconds(2), $"It was sent again after {requests[1].At - requests[0].At}.");
    }

    [Fact]
    public async Task Teams_asks_to_wait_longer_than_a_request_can_and_nothing_is_sent_before_that()
    {
        var requests = await FaringAsync(Server.People.Hilde, 1, _ => FaultDecision.TooManyRequests(TimeSpan.FromSeconds(6)));
        Assert.Equal([429, 201], requests.Select(request => request.Status));
        Assert.True(requests[1].At - requests[0].At >= TimeSpan.FromSeconds(6), $"It was sent again after {requests[1].At - requests[0].At}.");
    }

    [Theory, InlineData(500), InlineData(502), InlineData(503), InlineData(412)]
    public async Task After_a_fault_of_Teams_the_message_is_sent_again_and_arrives_once(int status)
    {
        var requests = await FaringAsync(Server.People.Wietske, 1, _ => new FaultDecision { Store = false, Answer = new FaultAnswer.Status(status) });
        Assert.Equal([status, 201], requests.Select(request => request.Status));
        Assert.Single(requests, request => request.Stored);
    }

    [Fact]
    public async Task After_Teams_was_down_for_a_while_the_message_arrives_exactly_once()
    {
        var requests = await FaringAsync(Server.People.Marijke, 3, _ => FaultDecision.Down);
        Assert.Equal(4, requests.Count);
        Assert.Single(requests, request => request.Stored);
        Assert.Single(requests.Select(request => request.Text).Distinct());
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_repeated_message_is_the_same_bytes()
    {
        var requests = await FaringAsync(Server.People.Noor, 1, _ => FaultDecision.LosesTheAnswer);
        Assert.Equal(2, requests.Count);
        Assert.Equal(requests[0].Path, requests[1].Path);
        Assert.Equal(requests[0].Body, requests[1].Body);
    }

    [Fact]
    public async Task While_no_token_can_be_had_nothing_is_sent_and_afterwards_everything()
    {
        await fixture.RestAsync();
        Server.Identity.Down = true;
        await Server.Bot!.RestartAsync();
        var before = Server.Connector.Received.Count;
        await Server.Teams.TypeAsync(Server.People.Noor, "Hallo");
        Assert.Equal(1, fixture.Data.Rows("Outbox"));
        Server.Identity.Down = false;
        await fixture.RestAsync();
        Assert.Equal([201], Server.Connector.Received.Skip(before).Select(request => request.Status));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_left_alone_and_counted()
    {
        var person = Server.People.Bram;
        await fixture.RestAsync();
        var (before, said) = (Server.Connector.Received.Count, Server.Bot!.Output.Lines.Count);
        Server.Connector.Faults.Block(person);
        try
        {
            await Server.Teams.TypeAsync(person, "Hallo");
            await fixture.RestAsync();
            // A message to somebody else passes by the one that was given up.
            await Server.Teams.TypeAsync(Server.People.Hilde, "Hallo");
            await fixture.RestAsync();
        }
        finally
        {
            Server.Connector.Faults.Unblock(person);
        }

        Assert.Equal([403], Server.Connector.Received.Skip(before).Where(request => request.Person == person).Select(request => request.Status));
        Assert.Single(Server.Bot.Output.Lines.Skip(said), line => line.EndsWith("A message was given up: Blocked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_gets_at_most_seven_messages_in_a_second_and_eight_in_two()
    {
        await fixture.RestAsync();
        var before = Server.Connector.Received.Count;
        await Task.WhenAll(Enumerable.Range(0, 18).Select(number => Server.Teams.TypeAsync(Server.People.Marijke, $"{number}")));
        await fixture.RestAsync();
        var times = Server.Connector.Received.Skip(before).Where(request => request.Person == Server.People.Marijke).Select(request => request.At).Order().ToList();
        Assert.Equal(18, times.Count);
        Assert.All(times, start => Assert.InRange(times.Count(time => time >= start && time < start.AddSeconds(1)), 1, 7));
        Assert.All(times, start => Assert.InRange(times.Count(time => time >= start && time < start.AddSeconds(2)), 1, 8));
    }

    /// <summary>Somebody types; the first answers to that chat are faults. Returns all requests about it.</summary>
    private async Task<IReadOnlyList<ReceivedRequest>> FaringAsync(Person person, int faults, Func<ReceivedRequest, FaultDecision> fault)
    {
        await fixture.RestAsync();
        var before = Server.Connector.Received.Count;
        var left = new ConcurrentStack<int>(Enumerable.Range(0, faults));
        Server.Connector.Faults.OnReceived = request => request.Person == person && left.TryPop(out _) ? fault(request) : null;
        try
        {
            await Server.Teams.TypeAsync(person, "Hallo");
            await fixture.RestAsync();
        }
        finally
        {
            Server.Connector.Faults.OnReceived = null;
        }

        return [.. Server.Connector.Received.Skip(before).Where(request => request.Person == person)];
    }
}

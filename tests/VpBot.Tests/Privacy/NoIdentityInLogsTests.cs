using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 8 for the log, and the same search in the database file.</summary>
[Collection(PromisesPlayground.Name)]
public sealed class NoIdentityInLogsTests(TalkativePlayground fixture)
{
    private const string Phone = "06 98 76 54 32";

    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task Logs_hold_no_identity_no_text_and_no_conversation_id_and_neither_does_the_database_file()
    {
        var (persons, secrets) = await WholeWayAsync();
        await TroubleAsync();
        var output = Server.Bot!.Output.Text;
        Assert.NotEmpty(output);
        Assert.All(persons.Concat(secrets), canary => Assert.Empty(CanarySearch.Find(output, canary)));
        foreach (var (name, bytes) in fixture.Data.Files())
        {
            Assert.All(persons, canary => Assert.Empty(CanarySearch.Find(bytes, canary).Select(disguise => $"{name} holds {canary} as {disguise}")));
            // Of a random token the database keeps the hash, which leads nowhere.
            Assert.All(secrets, canary => Assert.Empty(CanarySearch.Find(bytes, canary).Where(disguise => !disguise.StartsWith("SHA-256", StringComparison.Ordinal)).Select(disguise => $"{name} holds {canary} as {disguise}")));
        }
    }

    [Fact]
    public void A_line_of_the_log_that_names_somebody_is_found() => Assert.NotEmpty(CanarySearch.Find(
        $"info: VpBot.Teams[1] A message for {Server.People.Noor.ConversationId} left", Server.People.Noor.ConversationId));

    /// <summary>A talk asked for from Teams and accepted; returns everything that may be nowhere.</summary>
    private async Task<(IReadOnlyList<string> Persons, IReadOnlyList<string> Secrets)> WholeWayAsync()
    {
        var alias = $"Boomklever{Guid.NewGuid():N}"[..30];
        var noor = Server.People.Noor;
        await Server.Teams.TypeAsync(noor, $"Hier is {alias}");
        var press = await Server.Teams.PressAsync(noor, JsonNode.Parse("""{"msteams":{"type":"task/fetch"},"open":"room","lang":"nl"}""")!);
        using var employee = new RoomVisitor(Server.Bot!.Address);
        await employee.EnterAsync(press.Dialog!);
        await employee.GoToAsync("About");
        await employee.AnswerAsync("SexualHarassment");
        await employee.GoToAsync("Number");
        await employee.AnswerAsync(Phone);
        await employee.GoToAsync("NoteCode", called: alias);
        var (code, session) = (employee.Page.Code!, employee.Page.Session);
        await employee.AnswerAsync("noted");
        var card = await Server.Teams.MessageAsync(Server.People.Sanne, "the handoff", message => Talks.Text(message.StoredCard).Contains(alias, StringComparison.Ordinal));
        await Server.Teams.ExecuteAsync(Server.People.Sanne, card.Id, "handoff.accept", Talks.DataOf(card));
        var topic = Seen.Lines(card.StoredCard!)[2].Text;
        var persons = Server.People.All.SelectMany(person => new[] { person.Name, person.ObjectId, person.TeamsId, person.ConversationId });
        return (
            [.. persons, alias, Phone, Phone.Replace(" ", "", StringComparison.Ordinal), "SexualHarassment", topic, code, code.Replace("-", "", StringComparison.Ordinal)],
            [press.Dialog!.Fragment[1..], session]);
    }

    /// <summary>What goes wrong is what logs talk about.</summary>
    private async Task TroubleAsync()
    {
        var post = new IncomingPost(fixture);
        foreach (var bend in new Action<JsonObject>[]
        {
            activity => activity["channelId"] = "webchat",
            activity => activity["conversation"]!["conversationType"] = "channel",
            activity => activity["conversation"] = 5,
            activity => activity["from"] = null,
        })
        {
            var activity = post.Message();
            bend(activity);
            await post.PostAsync(activity);
        }

        await post.PostAsync(post.Message(), new() { Key = SigningKey.Foreign });
        Server.Connector.Faults.Now = FaultDecision.ServerError;
        var before = Server.Connector.Received.Count;
        await Server.Teams.TypeAsync(Server.People.Bram, "Hallo");
        await Until.TrueAsync("an attempt", () => Server.Connector.Received.Count > before);
        Server.Connector.Faults.Now = FaultDecision.Working;
        using var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.PostAsync([new("act", "answer"), new("session", "Boomklever"), new("answer", Server.People.Noor.Name)]);
        await Server.Bot.RestartAsync();
        await fixture.RestAsync();
    }
}

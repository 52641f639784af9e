using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Handoffs;

/// <summary>A conflict of interest: what the advisor sees afterwards is what they would see if nothing had been there.</summary>
public sealed class PassOnTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private PlaygroundServer Server => fixture.Server;

    [Theory]
    [InlineData("sanne")]
    [InlineData("marijke")]
    public async Task After_a_conflict_of_interest_the_desk_and_the_card_are_byte_identical_to_no_such_request(string advisor)
    {
        var person = Server.People[advisor];
        var before = await DeskAsync(person);
        using var employee = new RoomVisitor(Server.Bot!.Address);
        await employee.BeginAsync();
        await employee.GoToAsync("NoteCode", advisor, called: $"Grutto {advisor}");
        await employee.AnswerAsync("noted");
        await employee.LookUntilAsync("aangekomen");

        using var desk = await EnterAsync(person);
        var request = desk.Page.Values[0];
        await desk.AnswerAsync(request);
        Assert.Contains($"Grutto {advisor}", desk.Page.Text, StringComparison.Ordinal);
        await desk.AnswerAsync("handoff.passOn");
        await desk.AnswerAsync("Conflict");
        await fixture.RestAsync();

        Assert.Equal(before, Seen.WithoutToken(desk.Page));
        Assert.Equal(before, await DeskAsync(person));
        // An old page of the desk, and another id, are answered alike.
        using var again = await EnterAsync(person);
        Assert.Equal(Seen.WithoutToken(await again.AnswerAsync(request)), Seen.WithoutToken(await again.AnswerAsync("0")));
        await employee.AnswerAsync("refresh");
        Assert.Contains("kan niet", employee.Page.Title, StringComparison.Ordinal);
        foreach (var word in new[] { "Conflict", "belang", "te maken" })
            Assert.DoesNotContain(word, employee.Page.Text, StringComparison.OrdinalIgnoreCase);
        if (person.Tenant.IsProvider)
            await CardIsAsOfNothingAsync(person, request);
    }

    [Fact]
    public async Task An_advisor_who_is_away_is_shown_the_way_to_their_own_absence()
    {
        using var employee = new RoomVisitor(Server.Bot!.Address);
        await employee.BeginAsync();
        await employee.GoToAsync("NoteCode", "amir", called: "Wulp");
        await employee.AnswerAsync("noted");
        await employee.LookUntilAsync("aangekomen");
        using var desk = await EnterAsync(Server.People.Amir);
        await desk.AnswerAsync(desk.Page.Values[0]);
        await desk.AnswerAsync("handoff.passOn");
        await desk.AnswerAsync("Absence");
        Assert.Contains("Zet dan je afwezigheid", desk.Page.Text, StringComparison.Ordinal);
    }

    /// <summary>The stored card, and the answer to a press on it, are those of a request that never was, but for its id.</summary>
    private async Task CardIsAsOfNothingAsync(Person person, string request)
    {
        var card = Server.Teams.Chat(person).Single(message => Talks.Text(message.StoredCard).Contains(request, StringComparison.Ordinal));
        Assert.DoesNotContain("doorgegeven", Talks.Text(card.StoredCard), StringComparison.Ordinal);
        foreach (var verb in new[] { "handoff.refresh", "handoff.accept", "handoff.passOn" })
        {
            var data = Talks.DataOf(card);
            var answer = Talks.Text((await Server.Teams.ExecuteAsync(person, card.Id, verb, data.DeepClone().AsObject())).Card);
            data["appointment"] = new string('0', request.Length);
            var nothing = Talks.Text((await Server.Teams.ExecuteAsync(person, card.Id, verb, data)).Card);
            Assert.Equal(nothing, answer.Replace(request, new string('0', request.Length), StringComparison.Ordinal));
            Assert.Equal(answer, Talks.Text(card.StoredCard));
        }
    }

    private async Task<string> DeskAsync(Person person)
    {
        using var desk = await EnterAsync(person);
        return Seen.WithoutToken(desk.Page);
    }

    private async Task<RoomVisitor> EnterAsync(Person person)
    {
        var press = await Server.Teams.PressAsync(person, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "desk", ["lang"] = "nl" });
        var desk = new RoomVisitor(Server.Bot!.Address);
        await desk.EnterAsync(press.Dialog!);
        return desk;
    }
}

using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.SoundingBoard;
using VpBot.Tests.Support;

namespace VpBot.Tests.SoundingBoard;

/// <summary>Asking along over real HTTP, from desk to desk.</summary>
public sealed class SparringTests(PlaygroundFixture fixture) : IClassFixture<PlaygroundFixture>
{
    private PlaygroundServer Server => fixture.Server;

    [Fact]
    public async Task A_question_goes_from_desk_to_desk_and_the_employers_tenant_gets_nothing()
    {
        var (people, words) = (Server.People, "Hoe maak ik ruimte voor een gesprek?");
        using var asker = await DeskAsync(people.Marijke);
        await asker.AnswerAsync("ask");
        foreach (var value in (string[])["AboutSituation", "sanne", "Conflict"])
            await asker.AnswerAsync(value);
        await asker.AnswerAsync("Listened", "Referred");
        await asker.AnswerAsync("HowToGoOn");
        var held = Server.Teams.Archive(people.Marijke.Tenant).RawText;
        await asker.AnswerAsync(words);
        await asker.AnswerAsync("yes");
        Assert.Contains("Jouw vraag", asker.Page.Text, StringComparison.Ordinal);

        // A constant card, in the provider's tenant, without a word of it.
        var card = await Server.Teams.MessageAsync(people.Sanne, "the call", IsCall);
        Assert.DoesNotContain("Marijke", Talks.Text(card.StoredCard), StringComparison.Ordinal);
        Assert.DoesNotContain("conflict", Talks.Text(card.StoredCard), StringComparison.OrdinalIgnoreCase);

        using var colleague = await DeskAsync(people.Sanne);
        await colleague.AnswerAsync(colleague.Page.Values[0]);
        Assert.Contains(words, colleague.Page.Text, StringComparison.Ordinal);
        Assert.Contains("Marijke Proef", colleague.Page.Text, StringComparison.Ordinal);
        await asker.AnswerAsync(asker.Page.Values[0]);
        Assert.Contains("Gelezen, nog geen antwoord", asker.Page.Text, StringComparison.Ordinal);
        await colleague.AnswerAsync("answer");
        await colleague.AnswerAsync("Begin met luisteren.");
        await colleague.AnswerAsync("yes");
        await asker.AnswerAsync("refresh");
        Assert.Contains("Begin met luisteren.", asker.Page.Text, StringComparison.Ordinal);
        await colleague.AnswerAsync("refresh");
        Assert.Contains("Je antwoord is gelezen", colleague.Page.Text, StringComparison.Ordinal);

        await asker.AnswerAsync("forget");
        await colleague.AnswerAsync("refresh");
        Assert.Contains("Deze vraag is er niet meer", colleague.Page.Text, StringComparison.Ordinal);
        Assert.Equal(0, fixture.Data.Rows("ColleagueQuestions"));
        await fixture.RestAsync();
        Assert.Equal(held, Server.Teams.Archive(people.Marijke.Tenant).RawText);
    }

    [Fact]
    public async Task A_general_question_looks_the_same_to_the_colleague_whoever_asks_it()
    {
        var pages = new List<string>();
        foreach (var person in new[] { Server.People.Marijke, Server.People.Sanne })
        {
            using var asker = await DeskAsync(person);
            foreach (var value in (string[])["ask", "InGeneral", "amir", "Hoe bewaak je je eigen grens?", "yes"])
                await asker.AnswerAsync(value);
            using var colleague = await DeskAsync(Server.People.Amir);
            await colleague.AnswerAsync(colleague.Page.Values[0]);
            pages.Add(Seen.WithoutToken(colleague.Page));
            await asker.AnswerAsync(asker.Page.Values[0]);
            await asker.AnswerAsync("forget");
        }

        Assert.Contains("Hoe bewaak je je eigen grens?", pages[0], StringComparison.Ordinal);
        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task Nobody_answers_or_forgets_a_question_that_is_not_theirs()
    {
        using var asker = await DeskAsync(Server.People.Amir);
        foreach (var value in (string[])["ask", "InGeneral", "sanne", "Wat zou jij doen?", "yes"])
            await asker.AnswerAsync(value);
        var id = asker.Page.Values[0];
        using var other = await DeskAsync(Server.People.Marijke);
        await other.AnswerAsync(id);
        Assert.DoesNotContain("Wat zou jij doen?", other.Page.Text, StringComparison.Ordinal);
        using var colleague = await DeskAsync(Server.People.Sanne);
        await colleague.AnswerAsync(id);
        await colleague.AnswerAsync("forget");
        Assert.Contains("Wat zou jij doen?", colleague.Page.Text, StringComparison.Ordinal);
        await asker.AnswerAsync(id);
        await asker.AnswerAsync("answer");
        Assert.Equal("Look", asker.Page.Step);
        await asker.AnswerAsync("forget");
    }

    private static bool IsCall(ChatMessage message) => Talks.Text(message.StoredCard).Contains("nieuws van een collega", StringComparison.Ordinal);

    private async Task<RoomVisitor> DeskAsync(Person advisor)
    {
        var press = await Server.Teams.PressAsync(advisor, new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "desk", ["lang"] = "nl" });
        var visitor = new RoomVisitor(Server.Bot!.Address);
        await visitor.EnterAsync(press.Dialog!);
        await visitor.AnswerAsync(DeskSparring.GoalName);
        return visitor;
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using VpBot.Playground;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Dialogs;

/// <summary>The room as cards in a Teams dialog, for the employer who asked for it.</summary>
public sealed class CardDialogTests(CardPlayground fixture) : IClassFixture<CardPlayground>
{
    private PlaygroundServer Server => fixture.Server;

    private Person Noor => Server.People.Noor;

    [Theory]
    [InlineData("nl", "Kwartelkoning", "gaat eerst door Teams")]
    [InlineData("en", "**Ruigpootuil** [x](https://x.nl)", "first passes through Teams")]
    public async Task A_talk_is_booked_through_cards_and_the_employers_tenant_holds_only_constant_cards(string tongue, string called, string passes)
    {
        await fixture.RestAsync();
        var (constant, received) = (Server.Teams.Archive(Noor).RawText, Server.Connector.Received.Count);
        var visitor = new CardVisitor(Server, Noor);
        await visitor.OpenAsync(tongue);
        Assert.Contains(passes, visitor.Text, StringComparison.Ordinal);
        Assert.False(visitor.HasInputs);
        await visitor.ActAsync("show");
        await visitor.GoToAsync("NoteCode", called);
        var code = CardWalk.Leaves(visitor.Card).Select(CardWalk.Text).Single(text => text is { Length: 14 } && text[4] == '-' && text[9] == '-')!;
        await visitor.AnswerAsync("noted");

        var handoff = await Server.Teams.MessageAsync(Server.People.Sanne, "the handoff", message => Talks.Text(message.StoredCard).Contains(called, StringComparison.Ordinal));
        Assert.Contains("06 98 76 54 32", Talks.Text(handoff.StoredCard), StringComparison.Ordinal);
        Assert.All(visitor.Shown, card => Assert.InRange(DrawnCard.Size(card), 1, DrawnCard.Largest - 1));
        Assert.All(visitor.Shown.SelectMany(CardWalk.Leaves).Where(leaf => CardWalk.Text(leaf)?.Contains(called, StringComparison.Ordinal) == true), leaf => Assert.Equal("TextRun", CardWalk.Text(leaf.Parent!["type"])));
        // What a page of the room may say of itself is not true here.
        Assert.All(visitor.Shown, card => Assert.DoesNotMatch("niet bij je werkgever\\.|ziet het\\.|not with your employer|sees it\\.", Talks.Text(card)));
        await fixture.RestAsync();
        Assert.Equal(constant, Server.Teams.Archive(Noor).RawText);
        Assert.All(
            Server.Connector.Received.Skip(received).Where(request => request.Person?.Tenant.IsProvider != true),
            request => Assert.All(new[] { called, code, visitor.Session, "06 98 76 54 32" }, canary => Assert.Empty(CanarySearch.Find(request.Body, canary))));
        Assert.All(Server.Bot!.Output.Lines, line => Assert.DoesNotContain(visitor.Session, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_off_unless_the_employer_asked_for_it()
    {
        var wietske = Server.People.Wietske;
        var front = Talks.Text(Server.Teams.Chat(wietske)[0].StoredCard);
        Assert.DoesNotContain("\"cards\"", front, StringComparison.Ordinal);
        Assert.DoesNotContain("Ga hier verder", front, StringComparison.Ordinal);
        Assert.Contains("\"open\":\"cards\"", Talks.Text(Server.Teams.Chat(Noor)[0].StoredCard), StringComparison.Ordinal);
        var noor = new CardVisitor(Server, Noor);
        await noor.BeginAsync();
        var sessions = fixture.Data.Rows("Sessions");

        var visitor = new CardVisitor(Server, wietske);
        await visitor.OpenAsync();
        Assert.Equal((200, null, null), (visitor.Answer.Status, visitor.Answer.DialogCard, visitor.Answer.Dialog));
        Assert.NotEmpty(visitor.Answer.DialogMessage!);
        await visitor.SubmitAsync(noor.DataFor("talk"));
        Assert.Equal(501, visitor.Answer.Status);
        Assert.Equal(sessions, fixture.Data.Rows("Sessions"));
    }

    [Fact]
    public async Task A_session_answers_the_person_who_opened_it_and_nobody_else_and_no_page()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.BeginAsync();
        var bram = new CardVisitor(Server, Server.People.Bram);

        await bram.SubmitAsync(visitor.DataFor("talk"));
        Assert.Contains("This room is empty", bram.Text, StringComparison.Ordinal);
        await bram.SubmitAsync(visitor.Data("leave"));
        using var page = new RoomVisitor(Server.Bot!.Address);
        Assert.Equal(HttpStatusCode.Gone, (await page.PostAsync([new("act", "show"), new("session", visitor.Session)])).Status);
        Assert.Equal(HttpStatusCode.Gone, (await page.PostAsync([new("act", "cards"), new("employer", "duinrand")])).Status);

        await visitor.AnswerAsync("talk");
        Assert.Equal("For", visitor.Step);
    }

    [Fact]
    public async Task A_page_session_answers_no_card()
    {
        using var page = new RoomVisitor(Server.Bot!.Address);
        await page.BeginAsync();
        var visitor = new CardVisitor(Server, Noor);

        await visitor.SubmitAsync(new JsonObject { ["act"] = "show", ["session"] = page.Page.Session });

        Assert.Contains("Deze kamer is leeg", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_ends_the_dialog_at_once_and_an_older_card_then_says_that_the_room_is_empty()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.BeginAsync();
        var older = visitor.DataFor("talk");
        await visitor.ActAsync("leave");
        Assert.Equal((200, ""), (visitor.Answer.Status, visitor.Answer.Raw));

        await visitor.SubmitAsync(older);
        Assert.Contains("Deze kamer is leeg", visitor.Text, StringComparison.Ordinal);
        Assert.False(visitor.HasInputs);
    }

    [Fact]
    public async Task After_silence_the_card_says_that_the_room_is_empty()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.BeginAsync();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Server.Bot!.DataFolder, "vpbot.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Sessions SET ForgetAt = 1";
            await command.ExecuteNonQueryAsync();
        }

        await visitor.AnswerAsync("talk");
        Assert.Contains("Deze kamer is leeg", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_press_is_harmless_and_an_older_card_is_told_so()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.BeginAsync();
        var hall = visitor.DataFor("talk");
        await visitor.SubmitAsync(hall);
        await visitor.SubmitAsync(hall);
        Assert.Equal("For", visitor.Step);
        Assert.Contains("Deze pagina was niet meer de laatste", visitor.Text, StringComparison.Ordinal);

        var first = visitor.DataFor("ThinkAlong");
        await visitor.SubmitAsync(first);
        var next = visitor.Step;
        await visitor.SubmitAsync(first);
        Assert.Equal(next, visitor.Step);

        await visitor.ActAsync("back");
        Assert.Equal("For", visitor.Step);
    }

    [Fact]
    public async Task One_press_that_arrives_eight_times_opens_one_dialog()
    {
        var press = Server.Teams.Activities.Invoke(Noor, "task/fetch", JsonNode.Parse("""{"data":{"msteams":{"type":"task/fetch"},"open":"cards","lang":"nl"}}""")!);
        var sessions = fixture.Data.Rows("Sessions");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Server.Teams.PostAsync(press.DeepClone().AsObject())));

        Assert.Single(answers, answer => answer.DialogCard is not null);
        Assert.Equal(sessions + 1, fixture.Data.Rows("Sessions"));
    }

    [Fact]
    public async Task The_language_is_changed_before_the_first_question_and_after_it()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.OpenAsync("nl");
        await visitor.ActAsync("tongue");
        Assert.Contains("I understand, go on", visitor.Text, StringComparison.Ordinal);
        await visitor.ActAsync("show");
        await visitor.ActAsync("tongue");
        Assert.Equal("What", visitor.Step);
        Assert.Contains("Wat wil je doen?", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"act":7,"session":{},"answers":"x","part":"-1"}}""")]
    [InlineData("""{"data":{"act":"cards","session":"x"}}""")]
    [InlineData("""{"data":{"act":"ticket","ticket":"x"}}""")]
    public async Task A_strange_press_opens_nothing_and_is_no_fault_of_ours(string value)
    {
        var press = Server.Teams.Activities.Invoke(Noor, "task/submit", new JsonObject());
        press["value"] = "VALUE";
        var faults = Server.Bot!.Output.Lines.Count(line => line.StartsWith("fail:", StringComparison.Ordinal));

        var answer = await Server.Teams.PostAsync(press.ToJsonString().Replace("\"VALUE\"", value, StringComparison.Ordinal), Server.Tokens.Issue());

        Assert.Equal(200, answer.Status);
        Assert.True(answer.DialogMessage is { Length: > 0 } || Talks.Text(answer.DialogCard).Contains("Deze kamer is leeg", StringComparison.Ordinal), answer.Raw);
        Assert.Equal(faults, Server.Bot.Output.Lines.Count(line => line.StartsWith("fail:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_gets_the_rooms_own_sentence()
    {
        var visitor = new CardVisitor(Server, Noor);
        await visitor.BeginAsync();
        await visitor.AnswerAsync();
        Assert.Contains("Kies een van de antwoorden hieronder.", visitor.Text, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Playground;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Concurrency;

public sealed class AtOnceOnSqliteTests() : AtOnceTests(Engine.Sqlite);

public sealed class AtOnceOnPostgreSqlTests() : AtOnceTests(Engine.PostgreSql);

/// <summary>Many presses at the same moment, over real HTTP, on the real program.</summary>
public abstract class AtOnceTests(Engine engine) : IAsyncLifetime
{
    private static readonly IntakePhrases Words = Tongue.Dutch.Words<IntakePhrases>();
    private readonly List<RoomVisitor> visitors = [];
    private TestDatabase database = null!;
    private PlaygroundServer playground = null!;

    public async ValueTask InitializeAsync()
    {
        database = new(engine);
        playground = await PlaygroundServer.StartAsync(new() { BotStartBudget = TimeSpan.FromSeconds(30), ExtraEnvironment = database.Settings });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        visitors.ForEach(visitor => visitor.Dispose());
        if (playground is not null)
            await playground.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Fact]
    public async Task Of_a_hundred_people_who_choose_one_time_one_holds_it_and_the_others_keep_their_answers()
    {
        var everybody = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AtAsync("When")));
        var time = everybody[0].Page.Values[0];
        Assert.All(everybody, visitor => Assert.Contains(time, visitor.Page.Values));
        var pages = await Task.WhenAll(everybody.Select(visitor => visitor.AnswerAsync(time)));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single(pages, page => page.Step == "CalledAs");
        var others = pages.Where(page => page.Step == "When").ToList();
        Assert.Equal(99, others.Count);
        Assert.All(others, page =>
        {
            Assert.Contains(Words.TimeJustTaken, page.Text, StringComparison.Ordinal);
            Assert.Contains("06 12 34 56 78", page.Text, StringComparison.Ordinal);
            Assert.Contains("Sanne Voorbeeld", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(time, page.Values);
        });
        await using var db = Open();
        Assert.Equal(5, await db.Set<TimeCellRow>().CountAsync());
    }

    [Fact]
    public async Task Of_many_whose_hold_ran_out_only_the_last_can_confirm_the_others_choose_again()
    {
        var everybody = new List<RoomVisitor>();
        string? first = null;
        for (var person = 0; person < 12; person++)
        {
            everybody.Add(await AtAsync("When"));
            // Everybody is offered the same first time, because the hold before ran out.
            Assert.Equal(first ??= everybody[0].Page.Values[0], everybody[^1].Page.Values[0]);
            await everybody[^1].GoToAsync("Consent");
            if (person < 11)
            {
                await using var db = Open();
                await db.Set<TimeCellRow>().ExecuteUpdateAsync(set => set.SetProperty(cell => cell.HeldUntil, DateTimeOffset.UnixEpoch));
            }
        }

        var pages = await Task.WhenAll(everybody.Select(visitor => visitor.AnswerAsync("yes")));
        Assert.Equal("NoteCode", pages[^1].Step);
        Assert.All(pages.SkipLast(1), page =>
        {
            Assert.Equal("When", page.Step);
            Assert.Contains(Words.HoldRanOut, page.Text, StringComparison.Ordinal);
            Assert.Contains("Robin", page.Text, StringComparison.Ordinal);
        });
        await using var after = Open();
        Assert.Equal((1, 5), (await after.Set<AppointmentRow>().CountAsync(), await after.Set<TimeCellRow>().CountAsync()));
    }

    [Fact]
    public async Task Ten_presses_on_the_same_consent_are_one_appointment_one_code_and_one_card()
    {
        using var visitor = await AtAsync("Consent");
        var before = visitor.Page;
        var pages = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var press = new RoomVisitor(playground.Bot!.Address);
            return await press.AnswerAsync(before, "yes");
        }));
        Assert.All(pages, page => Assert.Equal("NoteCode", page.Step));
        Assert.Single(pages.Select(page => page.Code).Distinct());
        await CardAsync();
        await using var db = Open();
        Assert.Equal((1, 5), (await db.Set<AppointmentRow>().CountAsync(), await db.Set<TimeCellRow>().CountAsync()));
        Assert.Single(playground.Connector.Received, request => request.Text.Contains("\"Robin\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_yes_and_a_no_at_once_the_employee_reads_what_the_advisor_was_told_last()
    {
        for (var round = 0; round < 4; round++)
        {
            using var visitor = await AtAsync("NoteCode");
            await visitor.AnswerAsync("noted");
            var card = await CardAsync(round + 1);
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(press => PressAsync(card, press % 2 == 0 ? "handoff.accept" : "handoff.passOn")));
            Assert.All(answers, answer => Assert.NotNull(answer.Card));
            // A no after a yes is possible, a yes after a no is not: all six leave one no.
            Assert.Single(answers, answer => answer.Card!.ToJsonString().Contains("doorgegeven", StringComparison.Ordinal));
            Assert.Contains(answers, answer => answer.Card!.ToJsonString().Contains("niets meer te doen", StringComparison.Ordinal));
            Assert.Contains("kan niet", (await visitor.AnswerAsync("refresh")).Title, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_rooms_that_call_off_one_talk_tell_the_advisor_once()
    {
        using var visitor = await AtAsync("NoteCode");
        var code = visitor.Page.Code!;
        await CardAsync();
        var rooms = new List<RoomVisitor>();
        for (var room = 0; room < 4; room++)
        {
            var again = NewVisitor();
            await again.BeginAsync();
            await again.AnswerAsync("appointment");
            await again.AnswerAsync(code);
            await again.AnswerAsync("cancel");
            rooms.Add(again);
        }

        var pages = await Task.WhenAll(rooms.Select(room => room.AnswerAsync("yes")));
        Assert.All(pages, page => Assert.Contains("afgezegd", page.Title, StringComparison.Ordinal));
        await playground.Teams.MessageAsync(playground.People.Sanne, "the end", message => message.StoredCard?.ToJsonString().Contains("gaat niet door", StringComparison.Ordinal) == true);
        await playground.Changes.UntilAsync("nothing to wait", () => Open() is var db && !db.Set<OutboxRow>().Any() ? db : null);
        Assert.Single(playground.Connector.Received, request => request.Method == "POST" && request.Text.Contains("gaat niet door", StringComparison.Ordinal));
    }

    private Database Open() => database.Open();

    private RoomVisitor NewVisitor()
    {
        var visitor = new RoomVisitor(playground.Bot!.Address);
        visitors.Add(visitor);
        return visitor;
    }

    private async Task<RoomVisitor> AtAsync(string step)
    {
        var visitor = NewVisitor();
        await visitor.BeginAsync();
        await visitor.GoToAsync(step);
        return visitor;
    }

    private async Task<ChatMessage> CardAsync(int which = 1)
    {
        await playground.Changes.UntilAsync($"card {which}", () => Cards().Count >= which ? Cards() : null);
        return Cards()[which - 1];
    }

    private List<ChatMessage> Cards() => [.. playground.Teams.Chat(playground.People.Sanne).Where(message => message.StoredCard?["refresh"] is not null)];

    private Task<BotAnswer> PressAsync(ChatMessage card, string verb) =>
        playground.Teams.ExecuteAsync(playground.People.Sanne, card.Id, verb, card.StoredCard!["refresh"]!["action"]!["data"]!.DeepClone() as JsonObject);
}

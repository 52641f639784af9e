using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Appointments;

/// <summary>What an advisor gets to see when an employee has everything forgotten.</summary>
public sealed class ForgettingTheTalkTests : IAsyncLifetime
{
    private readonly SeenCards _seen = new();
    private BotInside bot = null!;

    // Thursday 14 January 2027, 11:15 in Amsterdam.
    private static Slot Slot { get; } = new(new(2027, 1, 14, 10, 15, 0, TimeSpan.Zero), TimeSpan.FromMinutes(45));

    public async ValueTask InitializeAsync() =>
        bot = await BotInside.StartAsync(also: services => services.AddSingleton<IAdvisorChat>(_seen));

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_talk_that_was_still_to_come_is_called_off_with_its_reference_and_nothing_else()
    {
        await BookAsync();
        await SendAsync();
        Assert.Contains("06 12 34 56 78", _seen.Cards.Single().Words, StringComparison.Ordinal);
        await ForgetAsync();
        await SendAsync();

        Assert.Equal(["new Waiting", "changed Cancelled", "new Cancelled"], _seen.Cards.Select(card => $"{card.How} {card.Card.State}"));
        Assert.All(_seen.Cards.Skip(1), card => Assert.Equal("Kenmerk: AAA-BBB", card.Words));
    }

    [Fact]
    public async Task A_talk_that_took_place_leaves_a_card_without_words_and_makes_no_sound()
    {
        await BookAsync();
        await SendAsync();
        bot.Clock.Pass(TimeSpan.FromDays(5));
        await ForgetAsync();
        await SendAsync();

        Assert.Equal(["new Waiting", "changed Over"], _seen.Cards.Select(card => $"{card.How} {card.Card.State}"));
        Assert.Empty(_seen.Cards[^1].Words);
    }

    [Fact]
    public async Task What_the_clock_forgets_leaves_no_words_on_the_card_either()
    {
        await BookAsync();
        await SendAsync();
        bot.Clock.Pass(TimeSpan.FromDays(60));
        await bot.ForgetAsync();
        await SendAsync();

        Assert.Equal("changed Over", $"{_seen.Cards[^1].How} {_seen.Cards[^1].Card.State}");
        Assert.Empty(_seen.Cards[^1].Words);
    }

    [Fact]
    public async Task A_card_that_was_on_its_way_while_its_request_was_forgotten_loses_its_words_when_it_arrived()
    {
        await BookAsync();
        _seen.Meanwhile = async () =>
        {
            _seen.Meanwhile = () => Task.CompletedTask;
            await ForgetAsync();
        };
        await SendAsync();

        var changed = Assert.Single(_seen.Cards, card => card.How == "changed");
        Assert.Equal((CardState.Over, ""), (changed.Card.State, changed.Words));
    }

    private async Task BookAsync()
    {
        var employer = bot.Get<EmployerDirectory>().ByKey("duinrand")!;
        var advisor = employer.Advisor("sanne")!;
        var handoff = new Handoff(
            "AAA-BBB",
            "nl",
            [new("Nummer", new Confidential("06 12 34 56 78")), new("Kenmerk", new Confidential("AAA-BBB"), IsReference: true)],
            WayToMeet.Phone,
            []);
        await using var db = bot.Open();
        await bot.Get<AppointmentBook>().HoldAsync(db, "a", advisor, Slot);
        await db.SaveChangesAsync();
        await bot.Get<AppointmentBook>().BookAsync(db, new("a", employer, advisor, Slot, null, "code", handoff));
        await db.SaveChangesAsync();
    }

    private async Task ForgetAsync()
    {
        await using var db = bot.Open();
        await bot.Get<TalkChanges>().ForgetAsync(db, await db.Set<AppointmentRow>().SingleAsync());
        await db.SaveChangesAsync();
    }

    private async Task SendAsync()
    {
        await bot.StartOutboxAsync();
        await BotInside.UntilAsync("an empty outbox", async () =>
        {
            await using var db = bot.Open();
            return !await db.Set<OutboxRow>().AnyAsync();
        });
        await bot.StopOutboxAsync();
    }

    private sealed record SeenCard(string How, HandoffCard Card)
    {
        public string Words => string.Join(", ", Card.Lines.Select(line => $"{line.Label}: {line.Text}"));
    }

    private sealed class SeenCards : IAdvisorChat
    {
        public List<SeenCard> Cards { get; } = [];

        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping) => SeeAsync("new", draw);

        public Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping) => SeeAsync("changed", draw);

        public Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping) => Task.FromResult<Sending>(new Sending.Arrived(""));

        private async Task<Sending> SeeAsync(string how, Func<string, IProviderCard> draw)
        {
            Cards.Add(new(how, (HandoffCard)draw("user")));
            await Meanwhile();
            return new Sending.Arrived("card");
        }
    }
}

using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Handoffs;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Handoffs;

public sealed class SilenceOnSqliteTests() : SilenceTests(Engine.Sqlite);

public sealed class SilenceOnPostgreSqlTests() : SilenceTests(Engine.PostgreSql);

/// <summary>Nobody answers. The clock is moved through every stage.</summary>
public abstract class SilenceTests(Engine engine) : IAsyncLifetime
{
    private BotInside bot = null!;
    private Requests requests = null!;

    public async ValueTask InitializeAsync() => requests = new(bot = await BotInside.StartAsync(engine));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_request_that_an_advisor_does_not_answer_goes_to_the_next_one_the_employee_agreed_to()
    {
        await requests.BookAsync("a", agreed: ["amir"]);
        bot.Clock.Pass(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await requests.LookAsync();
        Assert.Equal(("sanne", 1), ((await requests.RowAsync("a")).Advisor, (await requests.RowAsync("a")).Round));

        bot.Clock.Pass(TimeSpan.FromSeconds(1));
        await requests.LookAsync();
        var row = await requests.RowAsync("a");
        Assert.Equal(("amir", AppointmentState.Arranging, 2), (row.Advisor, row.State, row.Round));
        Assert.Equal(bot.Clock.GetUtcNow().AddDays(1), row.AnswerBy);
        Assert.Equal([("amir", Requests.Begin)], await requests.HeldAsync("a"));
        Assert.Equal(["a/1/end", "a/2/Check"], await requests.LeavingAsync());
        Assert.Equal((EndReason.Unanswered, "sanne"), ((await requests.EndAsync("a", 1)).Why, (await requests.EndAsync("a", 1)).Advisor));
        Assert.Equal(CardState.Over, await requests.PressAsync("a", HandoffActions.Accept));
    }

    [Fact]
    public async Task Without_a_next_advisor_the_employee_is_told_and_the_time_is_free()
    {
        await requests.BookAsync("a");
        await requests.RunOutAsync("a");
        var row = await requests.RowAsync("a");
        Assert.Equal((AppointmentState.Unanswered, (DateTimeOffset?)null), (row.State, row.AnswerBy));
        Assert.Empty(await requests.HeldAsync("a"));
        Assert.Equal(["a/1/end"], await requests.LeavingAsync());
    }

    [Fact]
    public async Task Every_advisor_whom_the_employee_agreed_to_is_asked_once_and_then_the_employee()
    {
        await requests.BookAsync("a", agreed: ["amir", "marijke"]);
        await requests.RunOutAsync("a");
        Assert.Equal("amir", (await requests.RowAsync("a")).Advisor);
        await requests.ArriveAsync("a");
        await requests.RunOutAsync("a");
        var row = await requests.RowAsync("a");
        if (row.Advisor == "marijke")
        {
            await requests.ArriveAsync("a");
            await requests.RunOutAsync("a");
        }

        Assert.Equal(AppointmentState.Unanswered, (await requests.RowAsync("a")).State);
        Assert.True(bot.Clock.GetUtcNow() < Requests.Begin);
    }

    [Theory]
    [InlineData(AppointmentState.Sending)]
    [InlineData(AppointmentState.Arranging)]
    public async Task What_did_not_arrive_in_time_goes_on_as_well(AppointmentState stuck)
    {
        await requests.BookAsync("a", agreed: ["amir"], arrived: false);
        await requests.DoAsync(async db => (await requests.RowAsync("a", db)).State = stuck);
        await requests.RunOutAsync("a");
        Assert.Equal("amir", (await requests.RowAsync("a")).Advisor);
        await requests.RunOutAsync("a");
        Assert.Equal(AppointmentState.Undelivered, (await requests.RowAsync("a")).State);
        Assert.Empty(await requests.HeldAsync("a"));
    }

    [Theory]
    [InlineData(HandoffActions.Accept)]
    [InlineData(HandoffActions.PassOn)]
    public async Task An_answer_in_time_stops_the_clock(string answer)
    {
        await requests.BookAsync("a");
        bot.Clock.Pass(TimeSpan.FromHours(23.9));
        await requests.PressAsync("a", answer);
        var before = await requests.RowAsync("a");
        bot.Clock.Pass(TimeSpan.FromHours(1));
        await requests.LookAsync();
        var after = await requests.RowAsync("a");
        Assert.Null(after.AnswerBy);
        Assert.Equal((before.State, before.Round, before.Revision), (after.State, after.Round, after.Revision));
    }

    [Fact]
    public async Task A_talk_that_was_called_off_goes_nowhere()
    {
        await requests.BookAsync("a", agreed: ["amir"]);
        await requests.DoAsync(async db => await bot.Get<TalkChanges>().CancelAsync(db, await requests.RowAsync("a", db)));
        bot.Clock.Pass(TimeSpan.FromDays(1));
        await requests.LookAsync();
        Assert.Equal((AppointmentState.Cancelled, "sanne"), ((await requests.RowAsync("a")).State, (await requests.RowAsync("a")).Advisor));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_talk_that_is_about_to_begin()
    {
        await requests.BookAsync("a", agreed: ["amir"]);
        bot.Clock.Pass(Requests.Begin - bot.Clock.GetUtcNow() - TimeSpan.FromMinutes(14));
        await requests.LookAsync();
        Assert.Equal((AppointmentState.Unanswered, "sanne"), ((await requests.RowAsync("a")).State, (await requests.RowAsync("a")).Advisor));
    }

    [Fact]
    public async Task A_talk_that_is_over_is_left_as_it_was()
    {
        await requests.BookAsync("a", agreed: ["amir"]);
        bot.Clock.Pass(Requests.Begin + Requests.Length - bot.Clock.GetUtcNow());
        await requests.LookAsync();
        var row = await requests.RowAsync("a");
        Assert.Equal((AppointmentState.Delivered, "sanne", (DateTimeOffset?)null), (row.State, row.Advisor, row.AnswerBy));
    }

    [Fact]
    public async Task Of_two_instances_one_lets_it_go_on()
    {
        await using var other = await BotInside.StartAsync(engine, bot.Data, bot.Clock);
        for (var talk = 0; talk < 6; talk++)
            await requests.BookAsync($"talk-{talk}", start: new DateTimeOffset(2027, 1, 14, 12, 0, 0, TimeSpan.Zero).AddMinutes(75 * (talk % 4)).AddDays(talk / 4), agreed: ["amir"]);
        bot.Clock.Pass(TimeSpan.FromDays(1));
        await Task.WhenAll(Task.Run(requests.LookAsync), Task.Run(new Requests(other).LookAsync));
        await requests.LookAsync();
        for (var talk = 0; talk < 6; talk++)
        {
            var row = await requests.RowAsync($"talk-{talk}");
            Assert.Equal(2, row.Round);
            Assert.Single(await requests.LeavingAsync(), id => id == $"talk-{talk}/1/end");
        }
    }

    [Fact]
    public async Task An_answer_at_the_same_moment_counts_or_the_advisor_is_told_that_it_went_on()
    {
        for (var talk = 0; talk < 8; talk++)
        {
            var id = $"talk-{talk}";
            await requests.BookAsync(id);
            bot.Clock.Pass((await requests.RowAsync(id)).AnswerBy!.Value - bot.Clock.GetUtcNow());
            var press = Task.Run(() => requests.PressAsync(id, HandoffActions.Accept));
            await Task.WhenAll(press, Task.Run(requests.LookAsync));
            var row = await requests.RowAsync(id);
            Assert.Equal(row.State == AppointmentState.Accepted ? (CardState.Accepted, 1) : (CardState.Over, 2), (await press, row.Round));
            Assert.Equal(row.State == AppointmentState.Accepted ? 1 : 0, (await requests.HeldAsync(id)).Count);
            await requests.DoAsync(async db => await bot.Get<TalkChanges>().ForgetAsync(db, await requests.RowAsync(id, db)));
            bot.Clock.Pass(TimeSpan.FromDays(-1));
        }
    }

    [Fact]
    public async Task A_proposal_that_the_employee_does_not_answer_ends_and_the_advisor_is_asked_for_the_old_time()
    {
        await requests.BookAsync("a");
        var other = Requests.Begin.AddDays(5);
        await requests.ProposeAsync("a", other);
        Assert.Equal([("sanne", Requests.Begin), ("sanne", other)], await requests.HeldAsync("a"));
        Assert.Equal(Requests.Begin.AddHours(-4), (await requests.RowAsync("a")).AnswerBy);

        await requests.RunOutAsync("a");
        var row = await requests.RowAsync("a");
        Assert.Equal((AppointmentState.Sending, 2, Requests.Begin, (DateTimeOffset?)null), (row.State, row.Round, row.StartsAt, row.ProposedAt));
        Assert.Equal([("sanne", Requests.Begin)], await requests.HeldAsync("a"));
        Assert.Equal(["a/1/end", "a/2"], await requests.LeavingAsync());
        Assert.Equal(EndReason.Kept, (await requests.EndAsync("a", 1)).Why);
        await requests.ArriveAsync("a");
        await requests.RunOutAsync("a");
        Assert.Equal(AppointmentState.Unanswered, (await requests.RowAsync("a")).State);
    }
}

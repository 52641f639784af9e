using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Register;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Register;

public sealed class ClosingOnSqliteTests() : ClosingTests(Engine.Sqlite);

public sealed class ClosingOnPostgreSqlTests() : ClosingTests(Engine.PostgreSql);

/// <summary>An advisor closes a request: once, for good, and without a way back from the count to the request.</summary>
public abstract class ClosingTests(Engine engine)
{
    private static readonly TimeSpan AfterTheTalk = TimeSpan.FromDays(3);

    [Fact]
    public async Task Closing_takes_the_words_away_counts_once_and_both_sides_see_when_it_is_forgotten()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var closings = new Closings(bot);
        var employee = await closings.BookAsync("Waterhoen");
        bot.Clock.Pass(TimeSpan.FromMinutes(20));
        var desk = await closings.DeskAsync();
        await desk.AnswerAsync((await closings.RequestsAsync())[0].Id);
        Assert.Contains("Waterhoen", desk.Page.Text, StringComparison.Ordinal);
        await desk.AnswerAsync("close");
        await desk.AnswerAsync("NotMet");
        await desk.AnswerAsync("yes");

        Assert.Contains("Door jou afgesloten", desk.Page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Waterhoen", desk.Page.Text, StringComparison.Ordinal);
        Assert.Contains("maandag 18 januari", desk.Page.Text, StringComparison.Ordinal);
        await employee.AnswerAsync("refresh");
        Assert.Contains("afgesloten", employee.Page.Title, StringComparison.Ordinal);
        Assert.Contains("maandag 18 januari", employee.Page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await closings.CountedAsync());
        await using (var db = bot.Open())
            Assert.Equal(0, await db.Set<TimeCellRow>().CountAsync());

        await employee.AnswerAsync("again");
        Assert.Equal("For", employee.Page.Step);
        Assert.Equal(AppointmentState.Closed, (await closings.RequestsAsync()).Single().State);
        bot.Clock.Pass(TimeSpan.FromDays(8));
        await bot.ForgetAsync();
        Assert.Empty(await closings.RequestsAsync());
        Assert.Equal(1, await closings.CountedAsync());
    }

    [Fact]
    public async Task A_second_press_counts_nothing()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var closings = new Closings(bot);
        await closings.BookAsync();
        bot.Clock.Pass(AfterTheTalk);
        var request = (await closings.RequestsAsync())[0].Id;
        var (desk, other) = (await closings.AtSureAsync(request), await closings.AtSureAsync(request));
        var page = desk.Page;
        await desk.AnswerAsync("yes");
        await desk.AnswerAsync(page, "yes");
        await other.AnswerAsync("yes");
        Assert.Equal("Gone", other.Page.Step);
        Assert.Equal(1, await closings.CountedAsync());
    }

    [Fact]
    public async Task Of_presses_at_once_at_two_instances_one_counts_and_of_two_requests_at_once_both_do()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        await using var second = await BotInside.StartAsync(engine, bot.Data, bot.Clock, listen: true);
        using var closings = new Closings(bot);
        for (var talk = 0; talk < 4; talk++)
            await closings.BookAsync(time: talk * 6);
        bot.Clock.Pass(AfterTheTalk * 3);
        var requests = (await closings.RequestsAsync()).Select(row => row.Id).ToList();
        Assert.Equal(4, requests.Count);
        var desks = new List<RoomVisitor>();
        foreach (var request in requests)
            desks.AddRange([await closings.AtSureAsync(request), await closings.AtSureAsync(request, second)]);
        await Task.WhenAll(desks.Select(desk => desk.AnswerAsync("yes")));
        Assert.All(await closings.RequestsAsync(), row => Assert.Equal(AppointmentState.Closed, row.State));
        Assert.Equal(4, await closings.CountedAsync());
    }

    [Fact]
    public async Task What_was_not_saved_was_neither_closed_nor_counted()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var closings = new Closings(bot);
        await closings.BookAsync();
        bot.Clock.Pass(AfterTheTalk);
        await closings.AtSureAsync((await closings.RequestsAsync())[0].Id);
        await using (var db = bot.Open())
        {
            // Everything of the turn, and then the process is gone before it is saved.
            var row = await db.Set<AppointmentRow>().SingleAsync();
            await bot.Get<VpBot.Appointments.Booking.TalkChanges>().CloseAsync(db, row);
            await bot.Get<YearBook>().CountAsync(db, row.Employer, VpBot.Employers.Side.External, ClosingNote.NeverMet);
        }

        Assert.NotEqual(AppointmentState.Closed, (await closings.RequestsAsync())[0].State);
        Assert.Equal(0, await closings.CountedAsync());
    }

    [Fact]
    public async Task Another_advisor_and_an_earlier_round_close_nothing()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var closings = new Closings(bot);
        await closings.BookAsync();
        bot.Clock.Pass(AfterTheTalk);
        var desk = await closings.AtSureAsync((await closings.RequestsAsync())[0].Id);
        await using (var db = bot.Open())
        {
            var row = await db.Set<AppointmentRow>().SingleAsync();
            row.Advisor = "amir";
            row.Round++;
            row.Revision++;
            await db.SaveChangesAsync();
        }

        await desk.AnswerAsync("yes");
        Assert.Equal("Gone", desk.Page.Step);
        Assert.Equal(0, await closings.CountedAsync());
    }

    [Fact]
    public async Task Nothing_in_the_database_leads_from_a_count_to_a_request()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var closings = new Closings(bot);
        await closings.BookAsync("Waterhoen");
        await closings.BookAsync("Meerkoet", 6);
        bot.Clock.Pass(AfterTheTalk * 2);
        var requests = await closings.RequestsAsync();
        var words = requests.Select(row => row.Sealed).ToList();
        await closings.CloseAsync(requests[0].Id);
        var one = await SealedAsync(bot);
        await closings.CloseAsync(requests[1].Id);
        var two = await SealedAsync(bot);

        // One piece for all of them, as long as before, and other bytes throughout: not even whether an answer was the same.
        Assert.Equal(one.Length, two.Length);
        Assert.NotEqual(one, two);
        await using (var db = bot.Open())
            Assert.Equal(["Employer", "Sealed", "Year"], db.Model.FindEntityType(typeof(RegisterRow))!.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
        await bot.ForgetAsync();
        var all = await DatabaseBytes.OfAsync(bot.Data, engine);
        Assert.True(DatabaseBytes.Holds(all, two));
        foreach (var trace in words.Append(one).Concat(Closings.Answers.Select(Encoding.UTF8.GetBytes)))
            Assert.False(DatabaseBytes.Holds(all, trace), "What was closed, or the count before it, can still be read.");
    }

    private static async Task<byte[]> SealedAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return (await db.Set<RegisterRow>().AsNoTracking().SingleAsync()).Sealed;
    }
}

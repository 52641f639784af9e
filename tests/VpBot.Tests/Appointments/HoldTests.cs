using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments;

/// <summary>A chosen time is held while somebody goes on answering, and the page says until when.</summary>
public sealed class HoldTests
{
    [Fact]
    public async Task Who_answers_slowly_keeps_the_time_for_half_an_hour_and_reads_until_when()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        await visitor.GoToAsync("CalledAs");
        // The test's clock begins at ten o'clock in Amsterdam.
        Assert.Contains("houden we voor je vast tot 10:10", visitor.Page.Text, StringComparison.Ordinal);

        foreach (var (until, clock) in new[] { ("10:18", 18), ("10:26", 26), ("10:30", 30) })
        {
            bot.Clock.Pass(TimeSpan.FromMinutes(8));
            await visitor.ActAsync("show");
            Assert.Contains($"houden we voor je vast tot {until}", visitor.Page.Text, StringComparison.Ordinal);
            Assert.Equal([new DateTimeOffset(2027, 1, 11, 9, clock, 0, TimeSpan.Zero)], await HeldUntilAsync(bot));
        }

        bot.Clock.Pass(TimeSpan.FromMinutes(7));
        await visitor.ActAsync("show");
        Assert.Contains("Deze tijd houden we niet meer vast", visitor.Page.Text, StringComparison.Ordinal);
        Assert.Equal([new DateTimeOffset(2027, 1, 11, 9, 30, 0, TimeSpan.Zero)], await HeldUntilAsync(bot));
    }

    [Fact]
    public async Task A_time_that_ran_out_and_was_chosen_by_somebody_else_is_never_sold_twice()
    {
        await using var bot = await BotInside.StartAsync(listen: true);
        using var slow = new RoomVisitor(bot.Address);
        using var quick = new RoomVisitor(bot.Address);
        await slow.BeginAsync();
        await slow.GoToAsync("Consent");
        bot.Clock.Pass(TimeSpan.FromMinutes(11));
        await quick.BeginAsync();
        await quick.GoToAsync("NoteCode");
        await slow.ActAsync("show");
        Assert.Contains("Deze tijd houden we niet meer vast", slow.Page.Text, StringComparison.Ordinal);
        await slow.AnswerAsync("yes");

        Assert.Equal("When", slow.Page.Step);
        await using var db = bot.Open();
        Assert.Equal(1, await db.Set<AppointmentRow>().CountAsync());
    }

    private static async Task<List<DateTimeOffset?>> HeldUntilAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<TimeCellRow>().Select(cell => cell.HeldUntil).Distinct().ToListAsync();
    }
}

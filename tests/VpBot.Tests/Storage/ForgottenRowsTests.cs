using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Room;
using VpBot.Teams.Incoming;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class ForgottenRowsOnSqliteTests() : ForgottenRowsTests(Engine.Sqlite);

public sealed class ForgottenRowsOnPostgreSqlTests() : ForgottenRowsTests(Engine.PostgreSql);

/// <summary>Every row has an end, on either engine; what is left in the bytes of a file is another test.</summary>
public abstract class ForgottenRowsTests(Engine engine)
{
    [Fact]
    public async Task When_the_clock_has_passed_every_row_is_gone()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var books = new RoomVisitor(bot.Address);
        using var chooses = new RoomVisitor(bot.Address);
        await VisitAsync(books, "NoteCode");
        await VisitAsync(chooses, "CalledAs");
        await using (var db = bot.Open())
        {
            await bot.TicketAsync(new Admission("duinrand", "pseudonym", null, "nl", "default"));
            db.Add(new SeenActivityRow { Hash = [1, 2, 3], ForgetAt = bot.Clock.GetUtcNow().AddDays(2) });
            await db.SaveChangesAsync();
        }

        Assert.Equal((2, 1, 1, 10), await CountAsync(bot));
        bot.Clock.Pass(TimeSpan.FromMinutes(31));
        await bot.ForgetAsync();
        Assert.Equal((0, 0, 1, 5), await CountAsync(bot));
        bot.Clock.Pass(TimeSpan.FromDays(40));
        await bot.ForgetAsync();
        Assert.Equal((0, 0, 0, 0), await CountAsync(bot));
        await using var after = bot.Open();
        Assert.Equal(0, await after.Set<SeenActivityRow>().CountAsync());
    }

    [Fact]
    public async Task Who_leaves_the_room_leaves_no_row()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await VisitAsync(visitor, "TakeOver");
        Assert.Equal((1, 0, 0, 5), await CountAsync(bot));
        await visitor.ActAsync("leave");
        Assert.Equal((0, 0, 0, 0), await CountAsync(bot));
    }

    private static async Task VisitAsync(RoomVisitor visitor, string step)
    {
        await visitor.BeginAsync();
        await visitor.GoToAsync(step);
    }

    private static async Task<(int Sessions, int Tickets, int Appointments, int Cells)> CountAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return (
            await db.Set<SessionRow>().CountAsync(), await db.Set<TicketRow>().CountAsync(),
            await db.Set<AppointmentRow>().CountAsync(), await db.Set<TimeCellRow>().CountAsync());
    }
}

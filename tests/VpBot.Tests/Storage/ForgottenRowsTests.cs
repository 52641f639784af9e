using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpBot.Appointments;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Teams.Incoming;
using VpBot.Tests.Profiles;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class ForgottenRowsOnSqliteTests() : ForgottenRowsTests(Engine.Sqlite);

public sealed class ForgottenRowsOnPostgreSqlTests() : ForgottenRowsTests(Engine.PostgreSql);

/// <summary>Every row has an end, on either engine; what is left in the bytes of a file is another test.</summary>
public abstract class ForgottenRowsTests(Engine engine)
{
    [Fact]
    public async Task A_folder_that_cannot_forget_now_holds_up_no_other_and_the_log_says_so()
    {
        using var log = new LogLines();
        await using var bot = await BotInside.StartAsync(engine, also: services =>
        {
            services.Insert(0, ServiceDescriptor.Singleton<IForgetful, MetAnother>());
            services.AddSingleton<IForgetful, SavesAfterIt>();
            services.AddSingleton<ILoggerProvider>(log);
        });
        await using var db = bot.Open();
        db.Add(new SeenActivityRow { Hash = [1, 2, 3], ForgetAt = bot.Clock.GetUtcNow() });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        bot.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await bot.ForgetAsync());
        Assert.Equal(0, await db.Set<SeenActivityRow>().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Set<SecretRow>().CountAsync(row => row.Name == MetAnother.Name, TestContext.Current.CancellationToken));
        Assert.Contains((102, "Something could not be forgotten now, and is tried again in a minute: DbUpdateConcurrencyException"), log.Lines);
    }

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

    /// <summary>Another instance was there first; what it wanted to save is still tracked.</summary>
    private sealed class MetAnother : IForgetful
    {
        public const string Name = "of a folder that failed";

        public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
        {
            db.Add(new SecretRow { Name = Name, Sealed = [1] });
            throw new DbUpdateConcurrencyException();
        }
    }

    /// <summary>Comes later in the same round.</summary>
    private sealed class SavesAfterIt : IForgetful
    {
        public async Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping)
        {
            await db.SaveChangesAsync(stopping);
            return 0;
        }
    }
}

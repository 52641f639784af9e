using System.Text;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Room;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class ForgetNowOnSqliteTests(ITestOutputHelper output) : ForgetNowTests(Engine.Sqlite, output);

public sealed class ForgetNowOnPostgreSqlTests(ITestOutputHelper output) : ForgetNowTests(Engine.PostgreSql, output);

/// <summary>"Forget everything now", by somebody from Teams: proven by reading everything that the database holds, on either engine.</summary>
public abstract class ForgetNowTests(Engine engine, ITestOutputHelper output)
{
    private const string Person = "7e11ab1e7e11ab1e7e11ab1e7e11ab1e";

    // The handoff is on its way until a test lets it arrive, so that its row can be looked for.
    private readonly TaskCompletionSource _onItsWay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Nothing_of_an_appointment_that_was_forgotten_on_request_is_left_in_the_database()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await BookAsync(bot, visitor);
        var traces = await TracesAsync(bot);
        var before = await DatabaseBytes.OfAsync(bot.Data, engine);
        Assert.All(traces, trace => Assert.True(DatabaseBytes.Holds(before, trace), "What should be forgotten was never there."));

        await ForgetAsync(visitor);
        Assert.Equal("Het is vergeten", visitor.Page.Title);
        await using (var db = bot.Open())
            Assert.Equal((0, 0), (await db.Set<AppointmentRow>().CountAsync(), await db.Set<TimeCellRow>().CountAsync()));
        await SendAsync(bot);
        await visitor.ActAsync("leave");
        await bot.ForgetAsync();

        var after = await DatabaseBytes.OfAsync(bot.Data, engine);
        var left = traces.Count(trace => DatabaseBytes.Holds(after, trace));
        output.WriteLine($"{engine}: {traces.Count} traces, {before.Length} bytes read before, {after.Length} after, {left} traces left");
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task Nothing_is_left_either_when_the_clock_forgot_it()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await BookAsync(bot, visitor);
        var traces = await TracesAsync(bot);
        await SendAsync(bot);
        bot.Clock.Pass(TimeSpan.FromDays(60));
        await bot.ForgetAsync();
        await SendAsync(bot);
        await bot.ForgetAsync();

        var after = await DatabaseBytes.OfAsync(bot.Data, engine);
        var left = traces.Count(trace => DatabaseBytes.Holds(after, trace));
        output.WriteLine($"{engine}: {traces.Count} traces, {after.Length} bytes read after the clock, {left} traces left");
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task After_rewriting_the_tables_of_PostgreSql_their_pages_hold_nothing_of_it()
    {
        if (engine != Engine.PostgreSql)
            return;
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        await BookAsync(bot, visitor);
        var traces = await TracesAsync(bot);
        var before = await DatabaseBytes.PagesAsync(bot.Data);
        Assert.All(traces, trace => Assert.True(DatabaseBytes.Holds(before, trace)));
        await ForgetAsync(visitor);
        await SendAsync(bot);
        await visitor.ActAsync("leave");
        await bot.ForgetAsync();
        var swept = await DatabaseBytes.PagesAsync(bot.Data);
        await using (var db = bot.Open())
            await db.Database.ExecuteSqlRawAsync("VACUUM FULL");
        var rewritten = await DatabaseBytes.PagesAsync(bot.Data);

        var left = traces.Count(trace => DatabaseBytes.Holds(rewritten, trace));
        output.WriteLine($"{traces.Count} traces; in the pages after a round of forgetting {traces.Count(trace => DatabaseBytes.Holds(swept, trace))}, after VACUUM FULL {left}, in {rewritten.Length} bytes");
        Assert.Equal(0, left);
    }

    [Fact]
    public async Task The_return_code_opens_nothing_any_more()
    {
        await using var bot = await BotInside.StartAsync(engine, listen: true);
        using var visitor = new RoomVisitor(bot.Address);
        var code = await BookAsync(bot, visitor);
        await ForgetAsync(visitor);

        using var later = new RoomVisitor(bot.Address);
        await later.BeginAsync();
        await later.AnswerAsync("appointment");
        await later.AnswerAsync(code);
        Assert.Equal("Code", later.Page.Step);
        Assert.Contains("Met deze code vinden we nu geen afspraak", later.Page.Text, StringComparison.Ordinal);
        await visitor.AnswerAsync("start");
        Assert.Equal("What", visitor.Page.Step);
    }

    private async Task<string> BookAsync(BotInside bot, RoomVisitor visitor)
    {
        bot.Chats.Meanwhile = () => _onItsWay.Task;
        var dialog = await bot.TicketAsync(new Admission("duinrand", Person, null, "nl", "default"));

        await visitor.EnterAsync(dialog);
        await visitor.GoToAsync("NoteCode");
        var code = visitor.Page.Code!;
        await visitor.AnswerAsync("noted");
        return code;
    }

    private static async Task ForgetAsync(RoomVisitor visitor)
    {
        await visitor.AnswerAsync("forget");
        Assert.Equal("Sure", visitor.Page.Step);
        await visitor.AnswerAsync("yes");
    }

    /// <summary>Whatever must leave arrives; then the outbox is empty.</summary>
    private async Task SendAsync(BotInside bot)
    {
        _onItsWay.TrySetResult();
        await BotInside.UntilAsync("an empty outbox", async () =>
        {
            await using var db = bot.Open();
            return !await db.Set<OutboxRow>().AnyAsync();
        });
    }

    /// <summary>What names it, and a piece out of the middle of everything sealed.</summary>
    private static async Task<List<byte[]>> TracesAsync(BotInside bot)
    {
        await using var db = bot.Open();
        var row = await db.Set<AppointmentRow>().AsNoTracking().SingleAsync();
        return
        [
            Encoding.ASCII.GetBytes(row.Id),
            Encoding.ASCII.GetBytes(Person),
            row.CodeHash,
            row.Sealed[64..96],
            .. (await db.Set<SessionRow>().AsNoTracking().ToListAsync()).Select(session => session.Sealed[64..96]),
            .. (await db.Set<OutboxRow>().AsNoTracking().ToListAsync()).Select(step => step.Sealed[64..96]),
        ];
    }
}

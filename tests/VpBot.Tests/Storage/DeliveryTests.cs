using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

public sealed class DeliveryOnSqliteTests() : DeliveryTests(Engine.Sqlite);

public sealed class DeliveryOnPostgreSqlTests() : DeliveryTests(Engine.PostgreSql);

/// <summary>What happens to a request while its card is on its way.</summary>
public abstract class DeliveryTests(Engine engine)
{
    [Fact]
    public async Task An_advisor_who_answers_before_Teams_does_keeps_the_time_and_the_card_is_known()
    {
        await using var bot = await BookedAsync(agreed: []);
        bot.Chats.Meanwhile = () => ChangeAsync(bot, row => bot.Get<AppointmentBook>().Accept(row));
        await LeftAsync(bot);
        var row = await RowAsync(bot);
        Assert.Equal((AppointmentState.Accepted, "1"), (row.State, row.CardId));
        Assert.Equal(5, await CellsAsync(bot));
    }

    [Fact]
    public async Task A_card_that_could_not_be_brought_takes_no_time_from_an_advisor_who_said_yes_at_the_desk()
    {
        await using var bot = await BookedAsync(agreed: []);
        bot.Chats.Answer = () => new Sending.Blocked();
        bot.Chats.Meanwhile = () => ChangeAsync(bot, row => bot.Get<AppointmentBook>().Accept(row));
        await LeftAsync(bot);
        Assert.Equal(AppointmentState.Accepted, (await RowAsync(bot)).State);
        Assert.Equal(5, await CellsAsync(bot));
    }

    [Fact]
    public async Task A_request_that_nobody_can_be_brought_is_said_to_be_undelivered_and_its_time_is_free()
    {
        await using var bot = await BookedAsync(agreed: []);
        bot.Chats.Answer = () => new Sending.Blocked();
        await LeftAsync(bot);
        Assert.Equal(AppointmentState.Undelivered, (await RowAsync(bot)).State);
        Assert.Equal(0, await CellsAsync(bot));
    }

    private async Task<BotInside> BookedAsync(IReadOnlyList<string> agreed)
    {
        var bot = await BotInside.StartAsync(engine);
        var (book, employer) = (bot.Get<AppointmentBook>(), bot.Get<EmployerDirectory>().ByKey("duinrand")!);
        var (sanne, slot) = (employer.Advisor("sanne")!, new Slot(bot.Clock.GetUtcNow().AddDays(1), TimeSpan.FromMinutes(45)));
        await using var db = bot.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await book.HoldAsync(db, "a", sanne, slot);
        await db.SaveChangesAsync();
        Assert.True(await book.BookAsync(db, new("a", employer, sanne, slot, null, "2222-3333-4444", new("AAA-BBB", "nl", [], WayToMeet.Phone, agreed))));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return bot;
    }

    private static async Task ChangeAsync(BotInside bot, Action<AppointmentRow> change)
    {
        await using var db = bot.Open();
        change(await db.Set<AppointmentRow>().SingleAsync());
        await db.SaveChangesAsync();
    }

    private static async Task LeftAsync(BotInside bot)
    {
        await bot.StartOutboxAsync();
        await BotInside.UntilAsync("the step to leave", async () =>
        {
            await using var db = bot.Open();
            return !await db.Set<OutboxRow>().AnyAsync();
        });
    }

    private static async Task<AppointmentRow> RowAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync();
    }

    private static async Task<int> CellsAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<TimeCellRow>().CountAsync();
    }
}

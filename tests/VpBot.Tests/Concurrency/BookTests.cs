using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Storage;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Concurrency;

public sealed class BookOnSqliteTests() : BookTests(Engine.Sqlite);

public sealed class BookOnPostgreSqlTests() : BookTests(Engine.PostgreSql);

/// <summary>The appointment book under many hands at once.</summary>
public abstract class BookTests(Engine engine)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_the_order_two_talks_that_touch_are_never_both_booked(int seed)
    {
        await using var bot = await BotInside.StartAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(hand => Task.Run(() => ActAsync(bot, seed, hand))));

        await using var db = bot.Open();
        var advisors = bot.Get<EmployerDirectory>();
        var booked = await db.Set<AppointmentRow>().Where(row => row.State == AppointmentState.Sending || row.State == AppointmentState.Arranging).ToListAsync();
        var cells = await db.Set<TimeCellRow>().ToListAsync();
        Assert.NotEmpty(booked);
        foreach (var row in booked)
        {
            var hours = advisors.Advisor(row.Advisor)!.Hours;
            Assert.Equal(
                TimeCells.Of(row.Slot, hours.BufferBefore, hours.BufferAfter),
                cells.Where(cell => cell.Appointment == row.Id && cell.Advisor == row.Advisor && cell.HeldUntil is null).Select(cell => cell.Cell).Order());
            foreach (var other in booked.Where(other => other.Advisor == row.Advisor && other.Id != row.Id))
            {
                Assert.True(
                    other.Slot.Start - hours.BufferBefore >= row.Slot.End + hours.BufferAfter || row.Slot.Start - hours.BufferBefore >= other.Slot.End + hours.BufferAfter,
                    $"Seed {seed}: {row.Slot} and {other.Slot} of {row.Advisor} touch.");
            }
        }

        var ids = booked.Select(row => row.Id).ToHashSet();
        Assert.All(cells.Where(cell => cell.HeldUntil is null), cell => Assert.Contains(cell.Appointment, ids));
    }

    /// <summary>One hand: holds, changes its mind, confirms, calls off, waits too long, in an order that the seed decides.</summary>
    private static async Task ActAsync(BotInside bot, int seed, int hand)
    {
#pragma warning disable CA5394 // A seed must give the same order again.
        var random = new Random((seed * 100) + hand);
        int Next(int most) => random.Next(most);
#pragma warning restore CA5394
        var (book, changes, employer) = (bot.Get<AppointmentBook>(), bot.Get<TalkChanges>(), bot.Get<EmployerDirectory>().ByKey("duinrand")!);
        for (var talk = 0; talk < 15; talk++)
        {
            var id = $"{hand}-{talk}";
            var advisor = employer.Advisors[Next(employer.Advisors.Count)];
            var slot = new Slot(new DateTimeOffset(2027, 1, 12, 8, 0, 0, TimeSpan.Zero).AddMinutes(5 * Next(96)), TimeSpan.FromMinutes(45));
            var isHeld = false;
            if (!await DoneAsync(bot, async db => isHeld = await book.HoldAsync(db, id, advisor, slot)) || !isHeld)
                continue;
            if (Next(4) == 0)
                bot.Clock.Pass(TimeSpan.FromMinutes(6));
            if (Next(6) == 0)
                await bot.ForgetAsync();
            if (Next(6) == 0)
            {
                await DoneAsync(bot, db => book.LetGoAsync(db, id));
                continue;
            }

            var order = new BookingOrder(id, employer, advisor, slot, null, $"code {id}", new("AAA-BBB", "nl", [], WayToMeet.Phone, []));
            var isBooked = false;
            // Somebody may have forgotten the hold at the very moment at which the booking was saved: then there is none.
            var isSaved = await DoneAsync(bot, async db =>
            {
                isBooked = await book.BookAsync(db, order);
                if (!isBooked)
                    await book.LetGoAsync(db, id);
            });
            if (isSaved && isBooked && Next(3) == 0)
                await DoneAsync(bot, async db => await changes.CancelAsync(db, (await book.FindAsync(db, id))!));
        }
    }

    private static async Task<bool> DoneAsync(BotInside bot, Func<Database, Task> act)
    {
        await using var db = bot.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            await act(db);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.WasTaken())
        {
            return false;
        }
    }
}

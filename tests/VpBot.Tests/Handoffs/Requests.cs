using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Storage;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Handoffs;

/// <summary>Requests inside the program, which an advisor has got, on a clock that the test moves.</summary>
internal sealed class Requests(BotInside bot)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(45);

    /// <summary>Thursday 14 January 2027, 11:15 in Amsterdam: amir and sanne are both open. The clock begins on the Monday before, at ten.</summary>
    public static DateTimeOffset Begin { get; } = new(2027, 1, 14, 10, 15, 0, TimeSpan.Zero);

    public Employer Employer => bot.Get<EmployerDirectory>().ByKey("duinrand")!;

    public Advisor Advisor(string id) => Employer.Advisor(id)!;

    /// <summary>One look at what is overdue, as every half minute.</summary>
    public Task LookAsync() => bot.App.Services.GetServices<IHostedService>().OfType<Silence>().Single().LookAsync(CancellationToken.None);

    /// <summary>Moves the clock to the moment at which this request is waited for no longer, and looks.</summary>
    public async Task RunOutAsync(string id)
    {
        bot.Clock.Pass((await RowAsync(id)).AnswerBy!.Value - bot.Clock.GetUtcNow());
        await LookAsync();
    }

    public async Task BookAsync(string id, string advisor = "sanne", DateTimeOffset? start = null, IReadOnlyList<string>? agreed = null, bool arrived = true)
    {
        var slot = new Slot(start ?? Begin, Length);
        var handoff = new Handoff("AAA-BBB", "nl", [new("Naam", new("Robin")), new("Kenmerk", new("AAA-BBB"), IsReference: true)], WayToMeet.Phone, agreed ?? []);
        await DoAsync(db => bot.Get<AppointmentBook>().HoldAsync(db, id, Advisor(advisor), slot));
        await DoAsync(db => bot.Get<AppointmentBook>().BookAsync(db, new(id, Employer, Advisor(advisor), slot, null, $"code {id}", handoff)));
        if (arrived)
            await ArriveAsync(id);
    }

    /// <summary>The advisor's side has it now, and nothing is on its way.</summary>
    public Task ArriveAsync(string id) => DoAsync(async db =>
    {
        var row = await RowAsync(id, db);
        row.State = AppointmentState.Sending;
        bot.Get<AppointmentBook>().Arrived(row, $"card {id}", Advisor(row.Advisor));
        db.RemoveRange(await db.Set<OutboxRow>().ToListAsync());
    });

    public Task ProposeAsync(string id, DateTimeOffset start) => DoAsync(async db =>
    {
        var row = await RowAsync(id, db);
        Assert.True(await bot.Get<TalkProposals>().ProposeAsync(db, row, Advisor(row.Advisor), start));
    });

    /// <summary>A press on the card of one round; the state of the card that comes back.</summary>
    public async Task<CardState> PressAsync(string id, string verb, int round = 1, string advisor = "sanne") =>
        ((HandoffCard)(await bot.Get<HandoffActions>().PressAsync(
            new CardPress((ExternalAdvisor)Advisor(advisor), verb, new Dictionary<string, string> { ["appointment"] = id, ["round"] = $"{round}" }, "29:x"),
            CancellationToken.None))!).State;

    public async Task DoAsync(Func<Database, Task> act)
    {
        await using var db = bot.Open();
        await act(db);
        await db.SaveChangesAsync();
    }

    public async Task<AppointmentRow> RowAsync(string id, Database? within = null)
    {
        if (within is not null)
            return await within.Set<AppointmentRow>().SingleAsync(row => row.Id == id);
        await using var db = bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    /// <summary>The times that this request holds, and with whom.</summary>
    public async Task<List<(string Advisor, DateTimeOffset StartsAt)>> HeldAsync(string id)
    {
        await using var db = bot.Open();
        var cells = await db.Set<TimeCellRow>().Where(cell => cell.Appointment == id).Select(cell => new { cell.Advisor, cell.StartsAt }).Distinct().ToListAsync();
        return [.. cells.Select(cell => (cell.Advisor, cell.StartsAt)).Order()];
    }

    /// <summary>What waits to leave.</summary>
    public async Task<List<string>> LeavingAsync()
    {
        await using var db = bot.Open();
        return await db.Set<OutboxRow>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
    }

    /// <summary>Why the advisor of a round is told that nothing is asked any more.</summary>
    public async Task<HandoffEnd> EndAsync(string id, int round)
    {
        await using var db = bot.Open();
        return bot.Get<Outbox>().Open(await db.Set<OutboxRow>().SingleAsync(row => row.Id == $"{id}/{round}/end"), AppointmentsJson.Default.HandoffEnd)!;
    }
}

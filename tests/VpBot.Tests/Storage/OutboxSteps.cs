using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>Carries steps as the test says.</summary>
internal sealed class CarrierOfATest(string kind = CarrierOfATest.KindName) : ICarrier
{
    public const string KindName = "test";

    public ConcurrentQueue<string> Carried { get; } = new();

    public Func<string, Departure> Answer { get; init; } = _ => new Departure.Done();

    public Action<string, Database> Changes { get; init; } = (_, _) => { };

    /// <summary>Runs while the step is on its way.</summary>
    public Func<CancellationToken, Task> Meanwhile { get; init; } = _ => Task.CompletedTask;

    public bool Hangs { init => HangsAt = value ? _ => true : _ => false; }

    public Func<string, bool> HangsAt { get; init; } = _ => false;

    public string Kind => kind;

    public Task<BotInside> BotAsync(Engine engine, TestDatabase? database = null, ManualClock? clock = null) =>
        BotInside.StartAsync(engine, database, clock, services => services.AddSingleton<ICarrier>(this));

    public async Task<Departure> CarryAsync(OutboxRow row, Database db, CancellationToken stopping)
    {
        Carried.Enqueue(row.Id);
        if (HangsAt(row.Id))
            await Task.Delay(Timeout.Infinite, stopping);
        await Meanwhile(stopping);
        Changes(row.Id, db);
        return Answer(row.Id);
    }
}

/// <summary>Writes steps into an outbox and reads what is left.</summary>
internal static class OutboxSteps
{
    public static Task WriteAsync(BotInside bot, string id) => WriteAsync(bot, CarrierOfATest.KindName, [id]);

    public static async Task WriteAsync(BotInside bot, string kind, IEnumerable<string> ids)
    {
        await using var db = bot.Open();
        foreach (var id in ids)
            bot.Get<Outbox>().Add(db, "duinrand", kind, id, new HandoffStep(id, 1), AppointmentsJson.Default.HandoffStep);
        await db.SaveChangesAsync();
        bot.Get<Outbox>().Ring();
    }

    /// <summary>A step that nobody sealed.</summary>
    public static void Add(Database db, string id, string kind, string employer = "duinrand") => db.Add(new OutboxRow
    {
        Id = id,
        Kind = kind,
        Employer = employer,
        Sealed = [1, 2, 3],
        CreatedAt = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero),
        NotBefore = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero),
    });

    public static async Task<List<OutboxRow>> LeftAsync(BotInside bot)
    {
        await using var db = bot.Open();
        return await db.Set<OutboxRow>().AsNoTracking().ToListAsync();
    }
}

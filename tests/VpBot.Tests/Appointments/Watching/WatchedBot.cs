using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpBot.Appointments;
using VpBot.Appointments.Calendars;
using VpBot.Appointments.Watching;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Tests.Appointments.Calendars.Graph;
using VpBot.Tests.Storage;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>What was told of talks whose entry is not as we left it.</summary>
internal sealed class ToldChanges : IOutsideChanges
{
    public ConcurrentQueue<EventSeen?> Told { get; } = new();

    public Func<AppointmentRow, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public async Task SeenAsync(Database db, AppointmentRow row, EventSeen? seen)
    {
        Told.Enqueue(seen);
        await Meanwhile(row);
        row.Revision++;
    }
}

/// <summary>The bot inside the test, with talks in the mailbox of an advisor that a <see cref="FakeGraph"/> answers for.</summary>
internal sealed class WatchedBot : IAsyncDisposable
{
    public const string Address = "http://127.0.0.1:1";
    public static readonly Slot Usual = new(new DateTimeOffset(2027, 1, 12, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(45));

    private WatchedBot(BotInside bot, ToldChanges changes) => (Bot, Changes) = (bot, changes);

    public BotInside Bot { get; }

    public ToldChanges Changes { get; }

    public CalendarWatch Watch => Bot.Get<CalendarWatch>();

    public SubscriptionKeeper Keeper => Bot.Get<SubscriptionKeeper>();

    /// <param name="beside">Another instance, whose database and clock this one shares.</param>
    public static async Task<WatchedBot> StartAsync(FakeGraph graph, WatchedBot? beside = null, string address = Address, bool listen = false)
    {
        var changes = new ToldChanges();
        return new(
            await BotInside.StartAsync(
                database: beside?.Bot.Data,
                clock: beside?.Bot.Clock,
                also: services => services.AddSingleton<TokenCredential>(new FixedToken()).AddSingleton<IOutsideChanges>(changes),
                settings: new() { ["Graph:Address"] = graph.Address.ToString(), ["Graph:NotificationAddress"] = address, ["Graph:LookAgainAfter"] = "00:05:00" },
                listen: listen),
            changes);
    }

    /// <summary>What Graph answers about an event at this time.</summary>
    public static GraphSays EventAt(Slot slot, string zone = "UTC", bool isCancelled = false) => new(200, new JsonObject
    {
        ["id"] = "AAMk",
        ["isCancelled"] = isCancelled,
        ["start"] = new JsonObject { ["dateTime"] = Clock(slot.Start), ["timeZone"] = zone },
        ["end"] = new JsonObject { ["dateTime"] = Clock(slot.End), ["timeZone"] = zone },
    }.ToJsonString());

    public async Task AddTalkAsync(string id = "talk", AppointmentState state = AppointmentState.Accepted, string? entry = "AAMk", Slot? slot = null)
    {
        await using var db = Bot.Open();
        var now = Bot.Clock.GetUtcNow();
        db.Add(new AppointmentRow
        {
            Id = id,
            Employer = "duinrand",
            Advisor = "amir",
            CodeHash = Encoding.UTF8.GetBytes(id),
            StartsAt = (slot ?? Usual).Start,
            Minutes = (int)(slot ?? Usual).Length.TotalMinutes,
            State = state,
            Sealed = [1],
            Arranged = Bot.Get<Sealing>().Seal("duinrand", SealedKind.Arranged, new Arrangement { Event = entry }, AppointmentsJson.Default.Arrangement),
            LookAgainAt = now,
            CreatedAt = now,
            ForgetAt = now.AddDays(30),
        });
        await db.SaveChangesAsync();
    }

    public async Task<AppointmentRow> TalkAsync(string id = "talk")
    {
        await using var db = Bot.Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public async Task<SubscriptionRow?> SubscriptionAsync()
    {
        await using var db = Bot.Open();
        return await db.Set<SubscriptionRow>().AsNoTracking().SingleOrDefaultAsync();
    }

    /// <summary>Until nothing is due any more.</summary>
    public async Task TendAsync()
    {
        while (await Keeper.TendAsync(CancellationToken.None))
        {
        }
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private static string Clock(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
}

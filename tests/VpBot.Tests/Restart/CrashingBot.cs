using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Playground;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

/// <summary>A Playground whose bot can be killed at any step and started again on the same database.</summary>
internal sealed class CrashingBot : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-kill-").FullName;

    private readonly TestDatabase database;

    private readonly TimeSpan drainFor;

    private CrashingBot(Engine engine, TimeSpan drainFor) => (database, this.drainFor) = (new(engine), drainFor);

    public PlaygroundServer Playground { get; private set; } = null!;

    public BotProcess Process => Playground.Bot!;

    /// <summary>What the bot was doing when it was last killed by the switch.</summary>
    public string LastStep => File.Exists(KillSwitch.GraveIn(folder)) ? File.ReadAllText(KillSwitch.GraveIn(folder)) : "";

    public static async Task<CrashingBot> StartAsync(Engine engine = Engine.Sqlite, TimeSpan drainFor = default)
    {
        var crashing = new CrashingBot(engine, drainFor);
        crashing.Playground = await PlaygroundServer.StartAsync(new PlaygroundOptions
        {
            ExtraEnvironment = crashing.Environment(),
            BotStartBudget = TimeSpan.FromSeconds(30),
        });
        return crashing;
    }

    public RoomVisitor NewVisitor() => new(Process.Address);

    public Database Open() => database.Open();

    public async Task<ImmutableList<AppointmentRow>> AppointmentsAsync()
    {
        await using var db = Open();
        return [.. await db.Set<AppointmentRow>().AsNoTracking().ToListAsync()];
    }

    public async Task<AppointmentRow> AppointmentAsync(string id)
    {
        await using var db = Open();
        return await db.Set<AppointmentRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public async Task<ImmutableList<TimeCellRow>> CellsAsync(string? appointment = null)
    {
        await using var db = Open();
        return [.. await db.Set<TimeCellRow>().AsNoTracking().Where(cell => appointment == null || cell.Appointment == appointment).OrderBy(cell => cell.Cell).ToListAsync()];
    }

    public void Arm(Steps whose, int step)
    {
        File.Delete(KillSwitch.GraveIn(folder));
        // Moved, so that it is never read half-written.
        var draft = KillSwitch.OrderIn(folder) + ".draft";
        File.WriteAllText(draft, string.Create(CultureInfo.InvariantCulture, $"{whose} {step}"));
        File.Move(draft, KillSwitch.OrderIn(folder), overwrite: true);
    }

    public void Disarm() => Arm(Steps.OfRequest, 0);

    /// <summary>True once the switch killed the bot, false once nothing waits in the outbox any more.</summary>
    public async Task<bool> KilledBeforeAllLeftAsync()
    {
        while (true)
        {
            if (!Process.IsRunning)
                return true;
            if (await NothingWaitsAsync())
            {
                // The last step comes after the row went.
                for (var looks = 0; looks < 50 && Process.IsRunning; looks++)
                    await Task.Delay(20);
                return !Process.IsRunning;
            }

            await Task.Delay(10);
        }
    }

    public async Task DiedAsync()
    {
        while (Process.IsRunning)
            await Task.Delay(10);
    }

    /// <summary>Starts it again; what was leased before the crash is due at once, as it is a minute later.</summary>
    public async Task StartAgainAsync()
    {
        await using (var db = Open())
            await db.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, DateTimeOffset.UnixEpoch));
        await Process.StartAsync();
    }

    public async Task EverythingLeftAsync()
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await NothingWaitsAsync(); await Task.Delay(10))
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(20))
                throw new TimeoutException("The outbox still holds something.");
    }

    public async ValueTask DisposeAsync()
    {
        await Playground.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> NothingWaitsAsync()
    {
        await using var db = Open();
        return !await db.Set<OutboxRow>().AnyAsync();
    }

    private Dictionary<string, string> Environment()
    {
        var environment = new Dictionary<string, string>(database.Settings)
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(KillSwitch).Assembly.Location,
            [KillSwitch.FolderVariable] = folder,
            [KillSwitch.EveryVariable] = System.Environment.GetEnvironmentVariable(KillSwitch.EveryVariable) ?? "",
            // The steps that are counted are those of a talk, so nobody looks at calendars meanwhile.
            ["Graph__NotificationAddress"] = "",
            ["Graph__LookAgainAfter"] = "01:00:00",
            ["Handoffs__LookEvery"] = "00:00:01",
            ["Running__DrainFor"] = drainFor.ToString("c", CultureInfo.InvariantCulture),
            // Short lives are spent compiling: less of it.
            ["DOTNET_TieredPGO"] = "0",
        };
        return AllDay.Settings(environment);
    }
}

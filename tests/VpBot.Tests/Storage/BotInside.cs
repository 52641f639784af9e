using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpBot.Aftercare;
using VpBot.Announcing;
using VpBot.Appointments;
using VpBot.Cards;
using VpBot.Employers;
using VpBot.Explaining;
using VpBot.Handoffs;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Leaving;
using VpBot.Messages;
using VpBot.Playground;
using VpBot.Profiles;
using VpBot.Register;
using VpBot.Room;
using VpBot.Running;
using VpBot.SoundingBoard;
using VpBot.Storage;
using VpBot.Storage.Direct;
using VpBot.Teams;
using VpBot.Tests.Support;

namespace VpBot.Tests.Storage;

/// <summary>A clock that stands still until a test moves it. Timers run on real time.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>How much sooner than asked a timer ends.</summary>
    public double Hurry { get; init; } = 1;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Hurry : dueTime, period);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}

/// <summary>Advisors' chats that answer what the test says.</summary>
internal sealed class ChatsOfATest : IAdvisorChat
{
    public Func<Sending> Answer { get; set; } = () => new Sending.Arrived("1");

    /// <summary>Runs while the card is on its way.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public Task<Sending> HandOverAsync(ExternalAdvisor advisor, Func<string, IProviderCard> draw, CancellationToken stopping) => SendAsync();

    public Task<Sending> RefreshAsync(ExternalAdvisor advisor, string activityId, Func<string, IProviderCard> draw, CancellationToken stopping) => SendAsync();

    public Task<Sending> CallAsync(InternalAdvisor advisor, CancellationToken stopping) => SendAsync();

    private async Task<Sending> SendAsync()
    {
        await Meanwhile();
        return Answer();
    }
}

/// <summary>The bot inside the test: the production services on a fresh database, with a clock that the test moves.</summary>
internal sealed class BotInside : IAsyncDisposable
{
    private readonly bool ownsDatabase;
    private readonly List<IHostedService> running = [];

    private BotInside(Engine engine, TestDatabase? database) => (Data, ownsDatabase) = (database ?? new(engine), database is null);

    public TestDatabase Data { get; }

    public string Folder => Data.Folder;

    public WebApplication App { get; private set; } = null!;

    public ManualClock Clock { get; private set; } = null!;

    public ChatsOfATest Chats { get; } = new();

    public Uri Address => new(App.Urls.First());

    /// <param name="database">Another bot's, as after a restart or beside it; null is a new one.</param>
    public static async Task<BotInside> StartAsync(
        Engine engine = Engine.Sqlite,
        TestDatabase? database = null,
        ManualClock? clock = null,
        Action<IServiceCollection>? also = null,
        Dictionary<string, string?>? settings = null,
        bool listen = false)
    {
        var bot = new BotInside(engine, database) { Clock = clock ?? new() };
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development, ContentRootPath = bot.Folder });
        builder.Configuration.AddJsonFile(Repository.SettingsTemplate).AddInMemoryCollection(new Dictionary<string, string?>(settings ?? [])
        {
            ["Storage:ConnectionString"] = settings?.GetValueOrDefault("Storage:ConnectionString") ?? bot.Data.Connection,
            ["Room:Address"] = "http://127.0.0.1:1",
        });
        builder.AddRunning().AddLanguage().AddStorage().AddEmployers();
        builder.AddTeams().AddRoom();
        builder.AddExplaining().AddIntake().AddAppointments().AddHandoffs();
        builder.AddProfiles().AddSoundingBoard().AddMessages().AddAftercare().AddRegister().AddLeaving();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(bot.Clock).AddSingleton<IAdvisorChat>(bot.Chats);
        also?.Invoke(builder.Services);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        bot.App = builder.Build();
        try
        {
            await bot.App.MigrateAsync();
            bot.App.MapRunning().MapTeams().MapRoom().MapAppointments().MapAnnouncing();
            if (listen)
                await bot.App.StartAsync();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    public Database Open() => Get<IDbContextFactory<Database>>().CreateDbContext();

    /// <summary>The address of a dialog with a ticket, as after a press in Teams.</summary>
    public async Task<Uri> TicketAsync(Admission admission) =>
        new((await Get<Tickets>().IssueAsync(new Statement("""UPDATE "Secrets" SET "Name" = "Name" """), admission))!);

    /// <summary>Starts the outbox's worker and nothing else.</summary>
    public Task StartOutboxAsync() => StartAsync<OutboxWorker>();

    /// <summary>Starts one of the services that run beside the turns.</summary>
    public async Task StartAsync<T>() where T : IHostedService
    {
        var worker = App.Services.GetServices<IHostedService>().OfType<T>().Single();
        running.Add(worker);
        await worker.StartAsync(CancellationToken.None);
    }

    /// <summary>Stops it, as a host that takes this instance away.</summary>
    public Task StopOutboxAsync() => Worker.StopAsync(CancellationToken.None);

    private OutboxWorker Worker => App.Services.GetServices<IHostedService>().OfType<OutboxWorker>().Single();

    /// <summary>One round of forgetting, as every minute.</summary>
    public Task<int> ForgetAsync() => Get<Forgetting>().ForgetAsync(CancellationToken.None);

    /// <summary>Looks until it is so; for what another task does.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !await isSo(); await Task.Delay(10))
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(15))
                throw new TimeoutException($"Waited in vain for: {what}.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in running)
            await service.StopAsync(CancellationToken.None);
        await App.StopAsync();
        await App.DisposeAsync();
        if (ownsDatabase)
            await Data.DisposeAsync();
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VpBot.Playground;
using VpBot.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Faults;

/// <summary>Instances of the program on one database, behind one address, with a local Teams and Graph around them.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private readonly HttpClient line = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly List<BotProcess> bots = [];

    private Instances(PlaygroundServer playground, ReverseProxy proxy, Func<Database> open, Dictionary<string, string> settings) =>
        (Playground, Proxy, Open, Settings) = (playground, proxy, open, settings);

    /// <summary>What an instance reads when it starts.</summary>
    public Dictionary<string, string> Settings { get; }

    public PlaygroundServer Playground { get; }

    public ReverseProxy Proxy { get; }

    public Func<Database> Open { get; }

    public IReadOnlyList<BotProcess> All => bots;

    /// <param name="prepare">Before any instance runs.</param>
    public static async Task<Instances> StartAsync(
        int count, Dictionary<string, string> settings, Func<Database> open, Action<PlaygroundServer>? prepare = null)
    {
        var proxy = await ReverseProxy.StartAsync();
        var environment = AllDay.Settings(new Dictionary<string, string>
        {
            ["Room__Address"] = proxy.Address.GetLeftPart(UriPartial.Authority),
            ["Running__TrustedProxies"] = "1",
            ["Running__DrainFor"] = "00:00:02",
            ["Teams__MostInstances"] = count.ToString(CultureInfo.InvariantCulture),
            ["Graph__NotificationAddress"] = "",
            ["Graph__LookAgainAfter"] = "01:00:00",
            ["Provider__Advisors__sanne__Calendar__MostPerDay"] = "20",
            ["Provider__Advisors__sanne__Calendar__FurthestDay"] = "60",
            ["Provider__Advisors__amir__Calendar__FurthestDay"] = "60",
        });
        foreach (var (name, value) in settings)
            environment[name] = value;
        var playground = await PlaygroundServer.StartAsync(new() { StartBot = false, ExtraEnvironment = environment, BotStartBudget = TimeSpan.FromSeconds(60) });
        var instances = new Instances(playground, proxy, open, environment);
        try
        {
            prepare?.Invoke(playground);
            for (var number = 0; number < count; number++)
            {
                instances.bots.Add(playground.NewBot());
                proxy.Serve(instances.bots[number]);
            }

            await Task.WhenAll(instances.bots.Select(bot => bot.StartAsync()));
            instances.line.BaseAddress = proxy.Address;
            playground.ConnectBot(instances.line);
            return instances;
        }
        catch
        {
            await instances.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an instance held that died is due at once, as it is a minute later.</summary>
    public async Task LeasesEndAsync()
    {
        await using var db = Open();
        await db.Set<OutboxRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, DateTimeOffset.UnixEpoch));
    }

    public async Task EverythingLeftAsync(TimeSpan within)
    {
        for (var start = TimeProvider.System.GetTimestamp(); await WaitingAsync() is var left and > 0; await Task.Delay(100))
            if (TimeProvider.System.GetElapsedTime(start) > within)
                throw new TimeoutException($"The outbox still holds {left} steps.");
    }

    public async Task<int> WaitingAsync()
    {
        await using var db = Open();
        return await db.Set<OutboxRow>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in bots)
            await bot.DisposeAsync();
        await Playground.DisposeAsync();
        await Proxy.DisposeAsync();
        line.Dispose();
    }
}

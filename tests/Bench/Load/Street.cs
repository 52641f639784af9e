using VpBot.Bench.Limit;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench.Load;

/// <summary>Where a bot keeps what it must not lose.</summary>
public enum Keeping
{
    Disk,

    /// <summary>In a file that never touches a disk.</summary>
    Memory,

    /// <summary>On the PostgreSQL that <see cref="ServerDatabase.Variable"/> names.</summary>
    Server,
}

/// <summary>What stands around the measured processes: the token issuer, the connector and the people. All of it on the driver's core.</summary>
public sealed class Street : IAsyncDisposable
{
    private readonly PlaygroundServer issuer;
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-bench-street-").FullName;

    /// <summary>Bots that nobody uses now; null where each is ended after its use.</summary>
    private readonly List<(Keeping Keeping, Measured Bot)>? idle;

    private Street(PlaygroundServer issuer, Sink sink, bool shared) => (this.issuer, Sink, idle) = (issuer, sink, shared ? [] : null);

    public Sink Sink { get; }

    public Town Town { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public static async Task<Street> OpenAsync(int employers, int advisors, int perEmployer = 3, DateOnly? fiveFullDaysFrom = null, bool shared = false)
    {
        var street = new Street(await PlaygroundServer.StartAsync(new() { StartBot = false }), await Sink.StartAsync(), shared);
        street.Town = new Town(street.folder, employers, advisors, perEmployer, fiveFullDaysFrom);
        street.RenewToken();
        return street;
    }

    /// <summary>Starts bots beside each other, to be used one after the other.</summary>
    public async Task StandByAsync(IEnumerable<Keeping> keepings) => idle!.AddRange(await Task.WhenAll(keepings.Select(async keeping => (keeping, await StartAsync(keeping)))));

    /// <summary>Teams uses one token for many requests.</summary>
    public void RenewToken() => Token = issuer.Tokens.Issue(new ChannelToken { ServiceUrl = Sink.ServiceUrl });

    /// <summary>The production program, with authentication on: one that nobody uses now, or a new one.</summary>
    public async Task<Measured> BotAsync(Keeping keeping = Keeping.Disk)
    {
        var at = idle?.FindIndex(one => one.Keeping == keeping) ?? -1;
        if (at < 0)
            return await StartAsync(keeping);
        var bot = idle![at].Bot;
        idle.RemoveAt(at);
        return bot;
    }

    /// <summary>One of its own, on every core.</summary>
    public Task<Measured> WideBotAsync(string? program = null, bool tiered = false, string? file = null) =>
        StartAsync(program ?? Repository.BotProgram, file is null ? null : $"Data Source={file}", Cores.Every, tiered, null);

    private async Task<Measured> StartAsync(Keeping keeping)
    {
        var (storage, ground) = keeping switch
        {
            Keeping.Memory when new MemoryFolder() is var memory => ($"Data Source={memory.File}", (IAsyncDisposable?)memory),
            Keeping.Server when ServerDatabase.Named() is { } server => (server.Connection, server),
            _ => (null, null),
        };
        var bot = await StartAsync(Repository.BotProgram, storage, idle is null ? Cores.First : Cores.FirstOnceStarted, false, ground);
        if (idle is not null)
            bot.GiveBack = one => idle.Add((keeping, one));
        return bot;
    }

    private Task<Measured> StartAsync(string program, string? storage, Cores cores, bool tiered, IAsyncDisposable? ground) => Measured.StartAsync(
        program,
        [],
        (address, data) => new Dictionary<string, string>(issuer.EnvironmentFor(address, data))
        {
            ["VPBOT_SETTINGS"] = Town.SettingsFile,
            ["Storage__ConnectionString"] = storage ?? $"Data Source={Path.Combine(data, "vpbot.db")}",
            ["Running__OtlpEndpoint"] = "",
            // The driver plays many addresses.
            ["Running__TrustedProxies"] = "1",
        },
        "health/ready",
        cores,
        tiered,
        ground: ground);

    public Task<Measured> LimitAsync(int card, int dialog, int page, string? storage = null) => Measured.StartAsync(
        typeof(Street).Assembly.Location,
        ["limit"],
        (_, data) => new Dictionary<string, string>
        {
            [LimitProgram.Metadata] = issuer.EnvironmentFor(issuer.Address, data)["Teams__TokenMetadataAddress"],
            [LimitProgram.AppId] = issuer.AppId,
            [LimitProgram.Bytes] = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{card},{dialog},{page}"),
            [LimitProgram.Storage] = storage ?? $"Data Source={Path.Combine(data, "limit.db")}",
        },
        "ready");

    /// <summary>The peer on the Bot Framework SDK for Node, which must have been installed.</summary>
    public Task<Measured> PeerAsync() => Measured.StartAsync(
        Path.Combine(Peer.Folder, "peer.js"),
        [],
        (_, data) => new Dictionary<string, string>
        {
            ["PEER_METADATA"] = issuer.EnvironmentFor(issuer.Address, data)["Teams__TokenMetadataAddress"],
            ["PEER_APP"] = issuer.AppId,
            ["PEER_QUESTIONS"] = Talk.Questions(Town),
            ["NODE_ENV"] = "production",
            ["no_proxy"] = "127.0.0.1",
        },
        "ready",
        runtime: "node");

    /// <summary>A street that is shared stays open until <see cref="Streets"/> closes it.</summary>
    public ValueTask DisposeAsync() => idle is null ? CloseAsync() : ValueTask.CompletedTask;

    public async ValueTask CloseAsync()
    {
        foreach (var (_, bot) in idle ?? [])
        {
            bot.GiveBack = null;
            await bot.DisposeAsync();
        }

        await Sink.DisposeAsync();
        await issuer.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

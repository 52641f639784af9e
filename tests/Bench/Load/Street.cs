using VpBot.Bench.Limit;
using VpBot.Bench.Measuring;
using VpBot.Playground;

namespace VpBot.Bench.Load;

/// <summary>What stands around the measured processes: the token issuer, the connector and the people. All of it on the driver's core.</summary>
public sealed class Street : IAsyncDisposable
{
    private readonly PlaygroundServer issuer;
    private readonly string folder = Directory.CreateTempSubdirectory("vpbot-bench-street-").FullName;

    private Street(PlaygroundServer issuer, Sink sink) => (this.issuer, Sink) = (issuer, sink);

    public Sink Sink { get; }

    public Town Town { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public static async Task<Street> OpenAsync(int employers, int advisors, int perEmployer = 3, DateOnly? fiveFullDaysFrom = null)
    {
        var street = new Street(await PlaygroundServer.StartAsync(new() { StartBot = false }), await Sink.StartAsync());
        street.Town = new Town(street.folder, employers, advisors, perEmployer, fiveFullDaysFrom);
        street.RenewToken();
        return street;
    }

    /// <summary>Other employers and advisors for the processes that start from now on.</summary>
    public void MoveTo(int employers, int advisors, int perEmployer = 3) => Town = new Town(folder, employers, advisors, perEmployer);

    /// <summary>Teams uses one token for many requests.</summary>
    public void RenewToken() => Token = issuer.Tokens.Issue(new ChannelToken { ServiceUrl = Sink.ServiceUrl });

    /// <summary>The production program, with authentication on.</summary>
    public Task<Measured> BotAsync(string? storage = null, bool everyCore = false, string? program = null, bool tiered = false, string? file = null, params (string Setting, string Value)[] more) => Measured.StartAsync(
        program ?? Repository.BotProgram,
        [],
        (address, data) => new Dictionary<string, string>(issuer.EnvironmentFor(address, data).Concat(more.Select(one => KeyValuePair.Create(one.Setting, one.Value))))
        {
            ["VPBOT_SETTINGS"] = Town.SettingsFile,
            ["Storage__ConnectionString"] = storage ?? $"Data Source={file ?? Path.Combine(data, "vpbot.db")}",
            ["Running__OtlpEndpoint"] = "",
        },
        "health/ready",
        everyCore,
        tiered);

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

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await issuer.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

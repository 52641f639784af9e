using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VpBot.Playground;

namespace VpBot.Tests.Faults;

/// <summary>Two instances on one PostgreSQL behind one address, for all faults one after the other.</summary>
public sealed class TwoInstancesFixture : IAsyncLifetime
{
    internal Instances Bots { get; private set; } = null!;

    internal OwnPostgreSql Server { get; private set; } = null!;

    internal HashSet<string> Standing { get; } = [];

    private string Folder { get; } = Directory.CreateTempSubdirectory("vpbot-faults-").FullName;

    /// <summary>A certificate as a vault gives it out.</summary>
    internal string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(60));
        var path = Path.Combine(Folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        return path;
    }

    public async ValueTask InitializeAsync()
    {
        Server = await OwnPostgreSql.StartAsync();
        Bots = await Instances.StartAsync(2, new() { ["Storage__ConnectionString"] = Server.Connection, ["Privacy__KeyRingCertificatePath"] = Certificate("first") }, Server.Open);
        await Bots.Playground.InstallEveryoneAsync();
        await Bots.EverythingLeftAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        if (Bots is not null)
            await Bots.DisposeAsync();
        if (Server is not null)
            await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>
/// Whatever fails while people book, what they were told comes true, or they are told otherwise. VPBOT_TEST_LOAD says how many people
/// book under each fault.
/// </summary>
[Collection(Alone.Name)]
public sealed class FaultTests(TwoInstancesFixture fixture) : IClassFixture<TwoInstancesFixture>
{
    internal static readonly int People = int.Parse(Environment.GetEnvironmentVariable("VPBOT_TEST_LOAD") ?? "10", CultureInfo.InvariantCulture);
    private readonly Instances bots = fixture.Bots;
    private readonly Random dice = new(7);

    [Fact]
    public async Task An_instance_that_is_killed_again_and_again_loses_no_promise() => await NothingIsLostAsync(async walking =>
    {
        for (var round = 0; !walking.IsCompleted; round++)
        {
            await Task.WhenAny(walking, Task.Delay(TimeSpan.FromSeconds(1)));
            await bots.All[round % 2].KillAsync();
            await bots.All[round % 2].StartAsync();
        }
    });

    [Fact]
    public async Task Instances_that_are_replaced_one_by_one_with_a_new_certificate_cost_nobody_a_turn()
    {
        var broken = bots.Proxy.Broken;
        (bots.Settings["Privacy__EarlierKeyRingCertificates__0__Path"], bots.Settings["Privacy__KeyRingCertificatePath"]) =
            (bots.Settings["Privacy__KeyRingCertificatePath"], fixture.Certificate("second"));
        await NothingIsLostAsync(RollAsync);
        Assert.Equal(broken, bots.Proxy.Broken);
    }

    [Fact]
    public async Task A_database_that_dies_and_comes_back_loses_no_promise() => await NothingIsLostAsync(async walking =>
    {
        do
        {
            await Task.WhenAny(walking, Task.Delay(TimeSpan.FromSeconds(2)));
            await fixture.Server.CrashAndStartAsync();
        }
        while (!walking.IsCompleted);
    });

    [Fact]
    public async Task A_Teams_that_refuses_stumbles_drags_and_is_silent_loses_no_promise() => await NothingIsLostAsync(async walking =>
    {
        bots.Playground.Connector.Faults.OnReceived = _ => Stumble();
        await walking;
        bots.Playground.Connector.Faults.Clear();
    });

    [Fact]
    public async Task A_Graph_that_refuses_stumbles_drags_and_is_silent_loses_no_promise() => await NothingIsLostAsync(async walking =>
    {
        bots.Playground.Graph.Faults.OnReceived = _ => Stumble();
        await walking;
        bots.Playground.Graph.Faults.Clear();
    });

    private async Task NothingIsLostAsync(Func<Task, Task> fault)
    {
        var walk = new LoadWalk(bots.Proxy.Address, "sanne", "amir");
        var walking = walk.RunAsync(People);
        try
        {
            await fault(walking);
        }
        finally
        {
            await walking;
        }

        await Task.WhenAll(bots.All.Select(bot => bot.StartAsync()));
        await Reckoning.NothingIsLostAsync(walk, bots, fixture.Standing);
    }

    /// <summary>One after the other, as a deployment does.</summary>
    private async Task RollAsync(Task walking)
    {
        do
        {
            foreach (var bot in bots.All)
                await bot.RestartAsync();
        }
        while (!walking.IsCompleted);
    }

    /// <summary>Half of all requests fare ill, each in one of five ways.</summary>
    private FaultDecision? Stumble()
    {
        lock (dice)
        {
            return dice.Next(10) switch
            {
                0 => FaultDecision.TooManyRequests(TimeSpan.FromSeconds(1)),
                1 => FaultDecision.ServerError,
                2 => FaultDecision.Slow(TimeSpan.FromSeconds(1)),
                3 => FaultDecision.LosesTheAnswer,
                4 when dice.Next(3) == 0 => FaultDecision.NeverAnswers,
                _ => null,
            };
        }
    }
}

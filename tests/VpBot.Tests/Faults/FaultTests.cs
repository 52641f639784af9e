using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Intake;
using VpBot.Playground;
using VpBot.Tests.Support;

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
    private const int AnswersBetween = 40;
    private readonly Instances bots = fixture.Bots;
    private readonly Random dice = new(7);

    [Fact]
    public async Task An_instance_that_is_killed_again_and_again_loses_no_promise() => await NothingIsLostAsync(async (walk, walking) =>
    {
        for (var round = 0; !walking.IsCompleted; round++)
        {
            await OnTheWayAsync(walk, walking);
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
        await NothingIsLostAsync((_, walking) => RollAsync(walking));
        Assert.Equal(broken, bots.Proxy.Broken);
    }

    [Fact]
    public async Task A_deployment_with_other_steps_in_the_middle_of_conversations_loses_no_promise_and_says_what_it_costs()
    {
        string[] places = ["About", "MustNotKnow", "How", "When", "CalledAs", "TakeOver", "Consent", "NoteCode"];
        var (deployed, waiting, rolling) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ConcurrentDictionary<LoadWalk.Told, string>(), false);
        var heldBefore = await HeldAsync();
        var walk = new LoadWalk(bots.Proxy.Address, "sanne", "amir")
        {
            // Each waits at another place; while the instances are replaced nobody presses.
            Pause = async (told, step) =>
            {
                if (deployed.Task.IsCompleted || !(rolling || step == places[int.Parse(told.Name.Split(' ')[1], CultureInfo.InvariantCulture) % places.Length]))
                    return;
                waiting[told] = step;
                await deployed.Task;
            },
        };
        var walking = walk.RunAsync(People);
        try
        {
            await Until.TrueAsync("people on the way", () => !waiting.IsEmpty && walk.Everybody.Count == waiting.Count + walk.Finished, seconds: 60);
            rolling = true;
            (bots.Settings["DOTNET_STARTUP_HOOKS"], bots.Settings[OtherSteps.Variable]) = (typeof(OtherSteps).Assembly.Location, "1");
            await ReplaceAsync();
            deployed.SetResult();
            await walking;

            Assert.All(waiting, one => Assert.True(one.Key.BegunAgain == (IsBeforeTheCode(one.Value) ? 1 : 0), $"{one.Key.Name}, at {one.Value}, began again {one.Key.BegunAgain} times."));
            Assert.All(walk.Everybody.Except(waiting.Keys), told => Assert.Equal(0, told.BegunAgain));
            Assert.Empty((await HeldAsync()).Except(heldBefore));
            TestContext.Current.TestOutputHelper?.WriteLine($"At {string.Join(", ", waiting.Values.Order(StringComparer.Ordinal))}.");
            await Reckoning.NothingIsLostAsync(walk, bots, fixture.Standing);
        }
        finally
        {
            deployed.TrySetResult();
            await walking;
            bots.Settings.Remove("DOTNET_STARTUP_HOOKS");
            bots.Settings.Remove(OtherSteps.Variable);
            await ReplaceAsync();
        }
    }

    [Fact]
    public async Task A_database_that_dies_and_comes_back_loses_no_promise()
    {
        var walk = await NothingIsLostAsync(async (walk, walking) =>
        {
            do
            {
                await OnTheWayAsync(walk, walking);
                await fixture.Server.CrashAndStartAsync();
            }
            while (!walking.IsCompleted);
        });
        Assert.NotEqual(0, walk.Repeated);
    }

    [Fact]
    public async Task A_Teams_that_refuses_stumbles_drags_and_is_silent_loses_no_promise() => await NothingIsLostAsync(async (_, walking) =>
    {
        bots.Playground.Connector.Faults.OnReceived = _ => Stumble();
        await walking;
        bots.Playground.Connector.Faults.Clear();
    });

    [Fact]
    public async Task A_Graph_that_refuses_stumbles_drags_and_is_silent_loses_no_promise() => await NothingIsLostAsync(async (_, walking) =>
    {
        bots.Playground.Graph.Faults.OnReceived = _ => Stumble();
        await walking;
        bots.Playground.Graph.Faults.Clear();
    });

    private async Task<LoadWalk> NothingIsLostAsync(Func<LoadWalk, Task, Task> fault)
    {
        var walk = new LoadWalk(bots.Proxy.Address, "sanne", "amir");
        var walking = walk.RunAsync(People);
        try
        {
            await fault(walk, walking);
        }
        finally
        {
            await walking;
        }

        await Task.WhenAll(bots.All.Select(bot => bot.StartAsync()));
        await Reckoning.NothingIsLostAsync(walk, bots, fixture.Standing);
        return walk;
    }

    /// <summary>Until people have gone on for a while, however fast they are, or all have arrived.</summary>
    private static async Task OnTheWayAsync(LoadWalk walk, Task walking)
    {
        for (var from = walk.Answered; walk.Answered < from + AnswersBetween && !walking.IsCompleted; await Task.Delay(10))
        {
        }
    }

    /// <summary>One after the other, as a deployment does.</summary>
    private async Task RollAsync(Task walking)
    {
        do
            await ReplaceAsync();
        while (!walking.IsCompleted);
    }

    private static bool IsBeforeTheCode(string step) => step != "NoteCode" && TalkSteps.Dialog.Step(step) is not null;

    private async Task ReplaceAsync()
    {
        foreach (var bot in bots.All)
            await bot.RestartAsync();
    }

    /// <summary>The talks for which a time is held now.</summary>
    private async Task<IReadOnlyList<string>> HeldAsync()
    {
        await using var db = bots.Open();
        return await db.Set<TimeCellRow>().Where(cell => cell.HeldUntil != null).Select(cell => cell.Appointment).Distinct().ToListAsync();
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

using System.Collections.Concurrent;
using System.Net.Sockets;
using VpBot.Tests.Support;

namespace VpBot.Tests.Restart;

public sealed class StopOnSqliteTests() : StopTests(Engine.Sqlite);

public sealed class StopOnPostgreSqlTests() : StopTests(Engine.PostgreSql);

/// <summary>The host takes the instance away, with SIGTERM, while people press. Nobody's press is lost.</summary>
public abstract class StopTests(Engine engine) : IAsyncLifetime
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);
    private CrashingBot bot = null!;
    private KillRounds rounds = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await CrashingBot.StartAsync(engine, Drain);
        rounds = new KillRounds(bot);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (bot is not null)
            await bot.DisposeAsync();
    }

    [Fact]
    public async Task Readiness_goes_red_first_and_every_press_is_answered_or_never_began()
    {
        var people = new List<Someone>();
        for (var i = 0; i < 8; i++)
            people.Add(await rounds.AtAsync("Consent", $"Robin {i}", 0));
        await bot.EverythingLeftAsync();
        using var http = new HttpClient { BaseAddress = bot.Process.Address };
        Assert.Equal("ready", await http.GetStringAsync("/health/ready"));

        var answered = new ConcurrentDictionary<string, bool>();
        var stopping = bot.Process.StopAsync();
        Assert.True(await RedAsync(http), "Readiness did not go red before the door closed.");
        Assert.Equal("live", await http.GetStringAsync("/health/live"));
        // Half of them while the service drains, half around the moment at which it closes.
        await Task.WhenAll(people.Select((someone, i) => PressAsync(someone, i < 4 ? i * 100 : 1200 + (i * 150), answered)));
        await stopping;

        Assert.All(people.Take(4), someone => Assert.True(answered.ContainsKey(someone.Name), $"{someone.Name} came while the service drained."));
        Assert.DoesNotContain("killed", bot.Process.Output.Text, StringComparison.Ordinal);
        await bot.StartAgainAsync();
        await AllAreBookedOnceAsync(people, answered);
        people.ForEach(someone => someone.Dispose());
    }

    /// <summary>Whoever was answered finds what the answer said; whoever was not presses again.</summary>
    private async Task AllAreBookedOnceAsync(List<Someone> people, ConcurrentDictionary<string, bool> answered)
    {
        foreach (var someone in people)
        {
            if (!answered.ContainsKey(someone.Name))
                await someone.Visitor.AnswerAsync(someone.Before, "yes");
            Assert.NotNull(someone.Visitor.Page.Code);
            await someone.Visitor.AnswerAsync("noted");
            await someone.Visitor.LookUntilAsync("aangekomen");
        }

        await bot.EverythingLeftAsync();
        Assert.All(people, someone => Assert.Equal(1, rounds.CopiesFor(bot.Playground.People.Sanne, someone.Name)));
        Assert.Equal(people.Count, (await bot.AppointmentsAsync()).Count);
    }

    /// <summary>A door that is closed is no lost turn; a connection that breaks half-way is.</summary>
    private static async Task PressAsync(Someone someone, int after, ConcurrentDictionary<string, bool> answered)
    {
        await Task.Delay(after);
        try
        {
            await someone.Visitor.AnswerAsync(someone.Before, "yes");
            answered[someone.Name] = true;
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
        {
            // Nobody took it, so nothing was lost.
        }
    }

    private static async Task<bool> RedAsync(HttpClient http)
    {
        for (var looks = 0; looks < 100; looks++)
        {
            using var answer = await http.GetAsync("/health/ready");
            if (answer.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
                return true;
            await Task.Delay(10);
        }

        return false;
    }
}

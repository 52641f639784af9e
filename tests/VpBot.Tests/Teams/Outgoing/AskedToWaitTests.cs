using VpBot.Cards;
using VpBot.Teams.Outgoing;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Outgoing;

/// <summary>Teams answers 429, and does not say to whom.</summary>
public sealed class AskedToWaitTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void One_chat_that_is_told_to_wait_holds_up_nobody_else()
    {
        var asked = new AskedToWait(clock);
        for (var times = 0; times < 5; times++)
            asked.Note("duinrand", "noor", TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
    }

    [Fact]
    public void Two_chats_that_are_told_to_wait_are_their_whole_tenant_until_the_wait_is_over()
    {
        var asked = new AskedToWait(clock);
        asked.Note("duinrand", "noor", TimeSpan.FromSeconds(30));
        asked.Note("duinrand", "bram", TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(30), asked.Left("duinrand"));
        Assert.Equal(TimeSpan.Zero, asked.Left("windhoek"));
        clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
        // What was long ago says nothing about now.
        asked.Note("duinrand", "hilde", TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, asked.Left("duinrand"));
    }

    [Fact]
    public void A_wait_that_makes_no_sense_ends_after_five_minutes()
    {
        var asked = new AskedToWait(clock);
        asked.Note("duinrand", "noor", TimeSpan.FromDays(400));
        asked.Note("duinrand", "bram", TimeSpan.FromDays(400));
        Assert.Equal(TimeSpan.FromMinutes(5), asked.Left("duinrand"));
    }

    [Fact]
    public async Task A_tenant_that_asked_to_be_left_alone_gets_no_request_and_another_tenant_does()
    {
        using var line = new RememberingLine();
        using var http = new HttpClient(line);
        using var pace = new Pace(1, clock);
        var connector = new BotConnector(http, _ => Task.CompletedTask, pace, RetryPolicy.Build());
        pace.Wait("duinrand", "noor", TimeSpan.FromSeconds(30));
        pace.Wait("duinrand", "bram", TimeSpan.FromSeconds(30));

        Assert.Equal(new Sending.Later(TimeSpan.FromSeconds(30)), await PostAsync(connector, "duinrand"));
        Assert.Empty(line.Bodies);
        Assert.IsType<Sending.Arrived>(await PostAsync(connector, "windhoek"));
        Assert.Single(line.Bodies);
        clock.Pass(TimeSpan.FromSeconds(30));
        Assert.IsType<Sending.Arrived>(await PostAsync(connector, "duinrand"));
    }

    [Fact]
    public async Task What_waited_for_the_token_does_not_leave_all_at_once_when_it_comes()
    {
        using var line = new RememberingLine();
        using var http = new HttpClient(line);
        using var pace = new Pace(2, TimeProvider.System);
        var token = new TaskCompletionSource();
        var connector = new BotConnector(http, token.Task.WaitAsync, pace, RetryPolicy.Build());
        var sendings = Enumerable.Range(0, 15).Select(chat => PostAsync(connector, "duinrand", $"a:{chat}")).ToList();
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        Assert.Empty(line.Bodies);
        token.SetResult();
        await Task.Delay(TimeSpan.FromSeconds(0.1), TestContext.Current.CancellationToken);
        Assert.InRange(line.Bodies.Count, 1, 9);
        Assert.All(await Task.WhenAll(sendings), sending => Assert.IsType<Sending.Arrived>(sending));
    }

    private static Task<Sending> PostAsync(BotConnector connector, string tenant, string chat = "a:1somebody") =>
        connector.PostAsync(tenant, "https://smba.trafficmanager.net/emea/", chat, static () => "{}"u8.ToArray(), TestContext.Current.CancellationToken);
}

using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>A short interval between two looks, with and without what Graph tells.</summary>
public sealed class PollingTests
{
    [Fact]
    public async Task Without_notifications_a_deleted_talk_is_noticed_at_the_next_look()
    {
        await using var playground = await StartAsync(("Graph__NotificationAddress", ""));
        await DeletedIsNoticedAsync(playground);
        Assert.DoesNotContain(playground.Graph.Received, request => request.Path.Contains("/subscriptions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_the_same_on_PostgreSQL()
    {
        var server = Environment.GetEnvironmentVariable("VPBOT_TEST_POSTGRES");
        Assert.SkipUnless(server is { Length: > 0 }, "VPBOT_TEST_POSTGRES names no server.");
        await using var playground = await StartAsync(("Storage__ConnectionString", $"{server};Database=vpbot_watch_{Environment.ProcessId}"));
        await DeletedIsNoticedAsync(playground);
        await Until.TrueAsync("a subscription that is kept", () => playground.Graph.Subscriptions.Any(one => one.ExpiresAt > TimeProvider.System.GetUtcNow().AddDays(1)), 60);
    }

    private static async Task DeletedIsNoticedAsync(PlaygroundServer playground)
    {
        var calendar = playground.Graph.Calendar(playground.People.Amir);
        var (employee, _) = await Talks.BookedAsync(playground, "Stilte", "amir");
        using (employee)
        {
            calendar.Delete(Assert.Single(calendar.Events).Id);
            await employee.LookUntilAsync("kan niet", 60);
        }
    }

    private static Task<PlaygroundServer> StartAsync(params (string Name, string Value)[] settings) => PlaygroundServer.StartAsync(new PlaygroundOptions
    {
        BotStartBudget = TimeSpan.FromSeconds(30),
        ExtraEnvironment = settings.Append(("Graph__LookAgainAfter", "00:00:10")).ToDictionary(),
    });
}

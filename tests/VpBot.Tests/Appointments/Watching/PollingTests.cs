using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

public sealed class PollingTests
{
    [Fact]
    public async Task Without_notifications_a_deleted_talk_is_noticed_at_the_next_look()
    {
        await using var playground = await PlaygroundServer.StartAsync(new PlaygroundOptions
        {
            BotStartBudget = TimeSpan.FromSeconds(30),
            ExtraEnvironment = new Dictionary<string, string> { ["Graph__NotificationAddress"] = "", ["Graph__LookAgainAfter"] = "00:00:10" },
        });
        var calendar = playground.Graph.Calendar(playground.People.Amir);
        var (employee, _) = await Talks.BookedAsync(playground, "Stilte", "amir");
        using (employee)
        {
            calendar.Delete(Assert.Single(calendar.Events).Id);
            await employee.LookUntilAsync("kan niet", 60);
        }

        Assert.DoesNotContain(playground.Graph.Received, request => request.Path.Contains("/subscriptions", StringComparison.Ordinal));
    }
}

using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>A Playground whose bot looks at calendars by itself only once an hour after its first look, so that a later look has another cause.</summary>
public sealed class NotifiedBot : PlaygroundFixture
{
    protected override PlaygroundOptions Options => base.Options with
    {
        ExtraEnvironment = new Dictionary<string, string> { ["Graph__LookAgainAfter"] = "01:00:00" },
    };

    public MailboxCalendar Calendar => Server.Graph.Calendar(Server.People.Amir);

    /// <summary>How often the bot looked at this event.</summary>
    public int Looks(CalendarEvent talk) => Server.Graph.Received.Count(request => request.Method == "GET" && Uri.UnescapeDataString(request.Path).Contains($"/events/{talk.Id}", StringComparison.Ordinal));

    public Task LookedAsync(CalendarEvent talk, int moreThan) => Until.TrueAsync($"more than {moreThan} looks", () => Looks(talk) > moreThan, 30);

    /// <summary>The subscription of the advisor, once it is renewed for days and so known to the bot.</summary>
    public async Task<GraphSubscription> SubscriptionAsync(string? other = null)
    {
        GraphSubscription? found = null;
        await Until.TrueAsync("a subscription", () => (found = Server.Graph.Subscriptions.SingleOrDefault(one =>
            one.Mailbox == Server.People.Amir && one.Id != other && one.ExpiresAt > TimeProvider.System.GetUtcNow().AddDays(1))) is not null, 60);
        return found!;
    }

    /// <summary>A talk with the advisor that was looked at already, and the next look of which is an hour away.</summary>
    public async Task<(RoomVisitor Employee, CalendarEvent Talk)> BookedAsync(string called)
    {
        await SubscriptionAsync();
        var before = Calendar.Events.Select(item => item.Id).ToHashSet();
        var (employee, _) = await Talks.BookedAsync(Server, called, "amir");
        var talk = Calendar.Events.Single(item => !before.Contains(item.Id));
        await LookedAsync(talk, 0);
        // What rang until now, also of the first look's neighbours, is looked at before the test begins.
        await Server.Graph.NotificationsSent;
        await SettledAsync(talk);
        return (employee, talk);
    }

    /// <summary>Waits until nothing is looked at any more.</summary>
    public async Task SettledAsync(CalendarEvent talk)
    {
        for (var seen = -1; seen != Looks(talk); await Task.Delay(TimeSpan.FromSeconds(3)))
            seen = Looks(talk);
    }
}

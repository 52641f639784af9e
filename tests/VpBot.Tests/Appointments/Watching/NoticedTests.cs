using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>What an advisor does in Outlook, with the production bot: told by Graph, and found by looking where Graph told nothing.</summary>
public sealed class NoticedTests(NotifiedBot bot) : IClassFixture<NotifiedBot>, IDisposable
{
    private PlaygroundServer Server => bot.Server;

    public void Dispose() => Server.Graph.Faults.Clear();

    [Fact]
    public async Task A_talk_that_the_advisor_deletes_in_Outlook_is_noticed()
    {
        var (employee, talk) = await bot.BookedAsync("Weggehaald");
        using (employee)
        {
            bot.Calendar.Delete(talk.Id);
            await employee.LookUntilAsync("kan niet");
        }
    }

    [Fact]
    public async Task What_the_advisor_does_with_another_event_changes_nothing()
    {
        var (employee, talk) = await bot.BookedAsync("Onberoerd");
        using (employee)
        {
            var title = employee.Page.Title;
            var looks = bot.Looks(talk);
            var own = bot.Calendar.AddBlock(talk.Start.AddDays(30), TimeSpan.FromHours(1));
            bot.Calendar.Move(own.Id, TimeSpan.FromHours(1));
            await bot.LookedAsync(talk, looks);
            bot.Calendar.Delete(own.Id);
            await bot.SettledAsync(talk);
            await employee.AnswerAsync("refresh");
            Assert.Equal(title, employee.Page.Title);
        }
    }

    [Fact]
    public async Task Changes_that_were_missed_are_found_when_Graph_says_so()
    {
        var (employee, talk) = await bot.BookedAsync("Gemist");
        using (employee)
        {
            Server.Graph.Faults.NotificationsLost = true;
            bot.Calendar.Delete(talk.Id);
            await bot.SettledAsync(talk);
            await employee.AnswerAsync("refresh");
            Assert.Contains("aangekomen", employee.Page.Title, StringComparison.Ordinal);
            await Server.Graph.SendLifecycleAsync(Server.People.Amir, LifecycleEvent.Missed);
            await employee.LookUntilAsync("kan niet");
        }
    }

    [Fact]
    public async Task A_subscription_that_Graph_removed_is_made_again_and_what_happened_meanwhile_is_found()
    {
        var (employee, talk) = await bot.BookedAsync("Afgesloten");
        using (employee)
        {
            var old = await bot.SubscriptionAsync();
            Server.Graph.Faults.NotificationsLost = true;
            bot.Calendar.Delete(talk.Id);
            await Server.Graph.SendLifecycleAsync(Server.People.Amir, LifecycleEvent.SubscriptionRemoved);
            await employee.LookUntilAsync("kan niet");
            Assert.NotEqual(old.ClientState, (await bot.SubscriptionAsync(other: old.Id)).ClientState);
        }
    }

    [Fact]
    public async Task A_subscription_that_asks_for_it_is_renewed()
    {
        var subscription = await bot.SubscriptionAsync();
        int Renewals() => Server.Graph.Received.Count(request => request.Method == "PATCH" && request.Path.EndsWith(subscription.Id, StringComparison.Ordinal));
        var before = Renewals();
        await Server.Graph.SendLifecycleAsync(Server.People.Amir, LifecycleEvent.ReauthorizationRequired);
        await Until.TrueAsync("a renewal", () => Renewals() > before);
    }

    [Fact]
    public async Task While_Graph_is_down_a_bell_changes_nothing_and_the_next_one_finds_it()
    {
        var (employee, talk) = await bot.BookedAsync("Storing");
        using (employee)
        {
            var looks = bot.Looks(talk);
            Server.Graph.Faults.Now = FaultDecision.ServerError;
            await Server.Graph.SendLifecycleAsync(Server.People.Amir, LifecycleEvent.Missed);
            await bot.LookedAsync(talk, looks);
            await employee.AnswerAsync("refresh");
            Assert.Contains("aangekomen", employee.Page.Title, StringComparison.Ordinal);
            Server.Graph.Faults.Clear();
            bot.Calendar.Delete(talk.Id);
            await employee.LookUntilAsync("kan niet");
        }
    }
}

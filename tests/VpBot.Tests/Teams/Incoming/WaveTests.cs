using System.Globalization;
using VpBot.Playground;
using VpBot.Tests.Faults;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>
/// The employer installs the app for everybody at once, and two instances share one database. VPBOT_TEST_WAVE says how many people
/// that are; ten thousand take at least seven minutes, because no more may be sent.
/// </summary>
[Collection(Alone.Name)]
public sealed class WaveTests
{
    private static readonly int Staff = int.Parse(Environment.GetEnvironmentVariable("VPBOT_TEST_WAVE") ?? "120", CultureInfo.InvariantCulture);

    // What an instance has under way when it dies may come twice: it carries 32 of these cards as they are saved, and four that it claimed.
    private const int MostAtOnce = 36;

    [Fact]
    public async Task Everybody_gets_the_same_card_once_at_thirty_a_second_at_most_over_a_crash_and_a_429()
    {
        await using var database = new TestDatabase(Engine.PostgreSql);
        IReadOnlyList<Person> staff = [];
        await using var bots = await Instances.StartAsync(2, database.Settings, database.Open, playground => staff = playground.People.Hire(playground.People.Noor.Tenant, Staff));
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(staff, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (person, _) => await InstallAsync(bots, person));
        var announced = TimeProvider.System.GetElapsedTime(start);

        // Teams asks to be left alone, and then one instance dies.
        await ArrivedAsync(bots, Staff / 4);
        bots.Playground.Connector.Faults.Now = FaultDecision.TooManyRequests(TimeSpan.FromSeconds(3));
        await Until.TrueAsync("a second refusal", () => Cards(bots).Count(card => card.Status == 429) > 1, seconds: 30);
        await Task.Delay(TimeSpan.FromSeconds(1));
        bots.Playground.Connector.Faults.Clear();
        await ArrivedAsync(bots, Staff / 2);
        await bots.All[^1].KillAsync();
        await bots.LeasesEndAsync();
        await bots.All[^1].StartAsync();
        await bots.EverythingLeftAsync(TimeSpan.FromSeconds(60 + (Staff / 5)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Staff} people, 2 instances: announced in {announced.TotalSeconds:0.0} s, all cards after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s, at most {MostWithin(bots, TimeSpan.FromSeconds(1))} in one second and {MostWithin(bots, TimeSpan.FromSeconds(3))} in three, {Cards(bots).Count(card => card.Status == 429)} times 429.");

        var chats = staff.Select(person => bots.Playground.Teams.Chat(person)).ToList();
        Assert.All(chats, chat => Assert.NotEmpty(chat));
        Assert.InRange(chats.Sum(chat => chat.Count) - Staff, 0, MostAtOnce);
        Assert.Single(Cards(bots).Where(card => card.Stored).Select(card => card.Text).Distinct());
        // Over three seconds, so that a machine that stops for a moment tells nothing else.
        Assert.InRange(MostWithin(bots, TimeSpan.FromSeconds(3)), 1, 90);
        Assert.InRange(Cards(bots).Count(card => card.Status == 429), 2, 32);
    }

    /// <summary>Teams says it twice, at the same moment, and again when nobody answered.</summary>
    private static async Task InstallAsync(Instances bots, Person person)
    {
        var teams = bots.Playground.Teams;
        var activities = new[] { teams.Activities.MembersAdded(person), teams.Activities.Installation(person, "add") };
        bots.Playground.Teams.GiveApp(person);
        var answers = await Task.WhenAll(activities.Select(activity => teams.PostAsync(activity)));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    private static Task ArrivedAsync(Instances bots, int cards) => Until.TrueAsync($"{cards} cards", () => Cards(bots).Count >= cards, seconds: 60 + (Staff / 5));

    private static List<ReceivedRequest> Cards(Instances bots) => [.. bots.Playground.Connector.Received.Where(request => request.Method == "POST")];

    private static int MostWithin(Instances bots, TimeSpan window)
    {
        var times = Cards(bots).Select(request => request.At).Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}

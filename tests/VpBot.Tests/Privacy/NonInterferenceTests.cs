using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VpBot.Playground;
using VpBot.Tests.Appointments.Calendars;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Both external advisors are there all day, for as many requests as chance asks for.</summary>
public sealed class BusyPlayground : PlaygroundFixture
{
    protected override PlaygroundOptions Options => base.Options with { ExtraEnvironment = AllDay.Settings(new Dictionary<string, string> { ["Appointments__MostOpenTalks"] = "100" }) };
}

/// <summary>Promise 5, for whatever somebody may answer: who is not asked sees the same bytes with and without the request.</summary>
public sealed partial class NonInterferenceTests(BusyPlayground house, ITestOutputHelper output) : IClassFixture<BusyPlayground>
{
    private const int Requests = 8;

    private static readonly int Seed = RandomNumberGenerator.GetInt32(int.MaxValue);
    private static readonly string[] Advisors = ["sanne", "amir", "marijke"];

    /// <summary>Who is excluded by somebody who stands close to them, as the settings template has it.</summary>
    private static readonly Dictionary<string, string> Close = new() { ["marijke"] = "people/director", ["amir marijke"] = "people/hr" };

    private PlaygroundServer Server => house.Server;

    private Views Views => new(Server);

    [Fact]
    public async Task A_request_changes_no_byte_for_excluded_advisors_another_employer_HR_and_the_employers_tenant()
    {
#pragma warning disable CA5394 // The seed is told when it fails.
        var random = new Random(Seed);
        var (compared, others) = (0, 0);
        for (var round = 0; round < Requests; round++)
        {
            var draft = RandomDraft.Of(random);
            var chosen = Advisors[random.Next(Advisors.Length)];
            var excluded = Advisors.Where(advisor => advisor != chosen).OrderBy(_ => random.Next()).Take(1 + random.Next(2)).ToList();
            var (fromTeams, ending) = (random.Next(2) == 0, random.Next(3));
            var ticked = Close.TryGetValue(string.Join(' ', excluded.Order()), out var person) && random.Next(2) == 0 ? [person] : excluded;
            // Who is there for accused people is outside every other matter.
            List<string> outside = [.. excluded, "joris"];
            string Told(string who) => $"Seed {Seed}, request {round} for {chosen}, without {string.Join(" and ", ticked)}, ending {ending}: {who} sees a difference.";

            await LookAsync(outside);
            await house.RestAsync();
            var before = await LookAsync(outside);
            // Two looks without a request between them are the same: what was taken out is all that differs by nature.
            AssertSame(before, await LookAsync(outside), who => $"{Told(who)} There was no request.");

            using var employee = await RequestAsync(draft, chosen, ticked, fromTeams);
            AssertSame(before, WithoutCall(chosen, before, await LookAsync(outside)), Told);
            await EndAsync(employee, ending, draft, chosen);
            await house.RestAsync();
            var after = WithoutCall(chosen, before, await LookAsync(outside));
            AssertSame(before, after, Told);
            (compared, others) = (compared + (2 * before.Count), others + outside.Count);
        }
#pragma warning restore CA5394
        output.WriteLine($"Seed {Seed}: {Requests} requests, {compared} views compared, {others} of them of excluded advisors, 0 differences.");
    }

    [Fact]
    public async Task Of_a_shared_advisor_another_employer_sees_nothing_but_that_the_taken_times_are_absent()
    {
        for (var attempt = 0; ; attempt++)
        {
            var quarter = Quarter();
            var before = await Views.FreeTimesElsewhereAsync();
            Assert.Equal(Seen.WithoutToken(before), Seen.WithoutToken(await Views.FreeTimesElsewhereAsync()));
            var (employee, _) = await Talks.BookedAsync(Server, $"Wulp {Guid.NewGuid():N}"[..30], "amir");
            using var visitor = employee;
            var after = await Views.FreeTimesElsewhereAsync();
            // As time passes, times begin too soon to be offered: then there is nothing to compare with.
            if (quarter != Quarter() && attempt < 3)
                continue;

            var taken = before.Values.Except(after.Values).ToList();
            Assert.NotEmpty(taken);
            Assert.Equal(before.Values.Except(taken), after.Values);
            Assert.Equal(Without(taken, Seen.WithoutToken(before)), Without([], Seen.WithoutToken(after)));
            return;
        }
    }

    [Fact]
    public async Task The_comparison_finds_a_request_in_the_view_of_whoever_got_it()
    {
        foreach (var advisor in Advisors)
        {
            await Views.OfAdvisorAsync(Server.People[advisor]);
            var before = await Views.OfAdvisorAsync(Server.People[advisor]);
            var draft = RandomDraft.Of(new Random(Seed));
            using var employee = await RequestAsync(draft, advisor, [], fromTeams: false);
            Assert.NotEqual(before, await Views.OfAdvisorAsync(Server.People[advisor]));
        }
    }

    private async Task<Dictionary<string, string>> LookAsync(IEnumerable<string> excluded)
    {
        var views = new Dictionary<string, string>
        {
            ["another employer"] = await Views.OfOtherEmployerAsync(),
            ["HR"] = await Views.OfHumanResourcesAsync(),
            ["the employer's tenant"] = Views.Archive(Server.People.Noor.Tenant),
        };
        foreach (var advisor in excluded)
            views[advisor] = await Views.OfAdvisorAsync(Server.People[advisor]);
        return views;
    }

    /// <summary>
    /// An internal advisor who is chosen is called with a constant card, and again when it is called off: the one thing that the
    /// employer's tenant gets. It is the same each time, is taken out here, and is held against the catalogue elsewhere.
    /// </summary>
    private static Dictionary<string, string> WithoutCall(string chosen, Dictionary<string, string> before, Dictionary<string, string> after)
    {
        if (chosen != "marijke")
            return after;
        const string Tenant = "the employer's tenant";
        var more = after[Tenant][before[Tenant].Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(more, line => Assert.Contains(" BotMessage marijke ", line, StringComparison.Ordinal));
        Assert.True(more.Select(line => line[line.IndexOf('{', StringComparison.Ordinal)..]).Distinct().Count() <= 1, string.Join('\n', more));
        return new(after) { [Tenant] = after[Tenant][..before[Tenant].Length] };
    }

    private static void AssertSame(Dictionary<string, string> before, Dictionary<string, string> after, Func<string, string> told)
    {
        foreach (var (who, view) in before)
        {
            if (view == after[who])
                continue;
            var at = view.Zip(after[who]).TakeWhile(pair => pair.First == pair.Second).Count();
            Assert.Fail($"{told(who)} Before: …{Around(view, at)}… After: …{Around(after[who], at)}…");
        }
    }

    private static string Around(string view, int at) => view[Math.Max(0, at - 80)..Math.Min(view.Length, at + 120)];

    private async Task<RoomVisitor> RequestAsync(RandomDraft draft, string chosen, IReadOnlyList<string> excluded, bool fromTeams)
    {
        var way = chosen == "marijke" && draft.Way == "Teams" ? "InPerson" : draft.Way;
        var visitor = new RoomVisitor(Server.Bot!.Address);
        if (fromTeams)
        {
            var open = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["open"] = "room", ["lang"] = draft.Tongue };
            await visitor.EnterAsync((await Server.Teams.PressAsync(Server.People.Noor, open)).Dialog!);
        }
        else
        {
            await visitor.BeginAsync(tongue: draft.Tongue);
        }

        await visitor.GoToAsync("For");
        await visitor.AnswerAsync(draft.For.ToString());
        await visitor.GoToAsync("About");
        await visitor.AnswerAsync(draft.About.ToString());
        await visitor.GoToAsync("MustNotKnow");
        await visitor.AnswerAsync([.. excluded]);
        await visitor.GoToAsync("NoteCode", chosen, way, draft.Name);
        await visitor.AnswerAsync("noted");
        await visitor.LookUntilAsync(draft.Tongue == "nl" ? "aangekomen" : "arrived", seconds: 60);
        return visitor;
    }

    /// <summary>It stays, or the employee calls it off, or the advisor looks at it and cannot.</summary>
    private async Task EndAsync(RoomVisitor employee, int ending, RandomDraft draft, string chosen)
    {
        if (ending == 1)
        {
            await employee.AnswerAsync("cancel");
            await employee.AnswerAsync("yes");
        }
        else if (ending == 2 && chosen != "marijke")
        {
            var card = await Server.Teams.MessageAsync(
                Server.People[chosen], "the handoff", message => Talks.Text(message.StoredCard).Contains(draft.Name, StringComparison.Ordinal));
            await Server.Teams.ExecuteAsync(card.Person, card.Id, "handoff.passOn", Talks.DataOf(card));
            await employee.AnswerAsync("refresh");
        }
    }

    private static long Quarter() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 900;

    /// <summary>The page without these times, without the ids of its fields, which count them, and without a day that has none left.</summary>
    private static string Without(IEnumerable<string> times, string html)
    {
        var taken = times.ToHashSet();
        var rest = Spaces().Replace(OfferedTime().Replace(html, time => taken.Contains(time.Groups[1].Value) ? "" : time.Value), "");
        return Folding().Replace(FieldNumber().Replace(rest, ""), "");
    }

    [GeneratedRegex("""<label class="time">\s*<input[^>]* value="([^"]+)"[^>]*>.*?</label>""", RegexOptions.Singleline)]
    private static partial Regex OfferedTime();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""<fieldsetclass="day"><legend>[^<]*</legend><divclass="times"></div></fieldset>|<detailsclass="more"[^>]*><summary>[^<]*</summary>|</details>""")]
    private static partial Regex Folding();

    [GeneratedRegex("""(?<=type="radio")id="answer-[0-9]+"|answer-[0-9]+""")]
    private static partial Regex FieldNumber();
}

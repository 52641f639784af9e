using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Tests.Hostile;
using VpBot.Tests.Support;

namespace VpBot.Bench;

/// <summary>Bent activities, forms, tickets and codes, from a seed, against the real program with a good token.</summary>
internal static class Fuzz
{
    public static async Task<int> RunAsync(TextWriter output, int inputs, int seed)
    {
        await using var street = await Street.OpenAsync(3, 3);
        await using var bot = await street.BotAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync(Town.EmployerKey(0));
        var session = visitor.Page.Hidden;
        string Page(string act, string more) => $"act={act}&session={session["session"]}&goal={session["goal"]}&step={session["step"]}{more}";
        string[] forms = [Page("answer", "&answer=talk"), Page("back", ""), Page("change", ""), Page("tongue", "&answer=en"), Page("answer", "&answer=ABCD-EFGH-JKLM"), "act=ticket&ticket=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"];

        var (statuses, bad) = (new ConcurrentDictionary<int, int>(), 0);
        var before = bot.Held();
        await Driver.EachAsync(inputs, async which =>
        {
            var mutations = new Mutations(unchecked((seed * 1_000_003) + which));
            var isForm = mutations.Next(3) == 0;
            var right = isForm ? mutations.One(forms)
                : mutations.Next(2) == 0 ? street.Town.Line(which, $"z{which}", street.Sink.ServiceUrl) : street.Town.Fetch(which, $"z{which}", street.Sink.ServiceUrl);
            using var request = new HttpRequestMessage(HttpMethod.Post, isForm ? "/room" : "/api/messages") { Content = new ByteArrayContent(mutations.Of(Encoding.UTF8.GetBytes(right))) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(isForm ? "application/x-www-form-urlencoded" : "application/json");
            request.Headers.Authorization = new("Bearer", street.Token);
            using var answer = await http.SendAsync(request);
            var status = (int)answer.StatusCode;
            statuses.AddOrUpdate(status, 1, (_, times) => times + 1);
            // 501 is our answer to an invoke that we do not know.
            if (status >= 500 && status != 501 && Interlocked.Increment(ref bad) <= 10)
                await output.WriteLineAsync($"Input {which} of seed {seed}: {status}");
        });
        var grown = bot.Held() - before;
        await output.WriteLineAsync($"| {inputs} inputs, seed {seed} | |\n|---|--:|");
        foreach (var (status, times) in statuses.OrderBy(pair => pair.Key))
            await output.WriteLineAsync($"| answered {status} | {times} |");
        await output.WriteLineAsync($"| faults of ours | {bad} |\n| objects alive more than before, MB | {Figures.Show(grown.Alive / 1048576)} |");
        return bad == 0 && !bot.HasEnded ? 0 : 1;
    }
}

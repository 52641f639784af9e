using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;
using VpBot.Tests.Hostile;
using VpBot.Tests.Support;

namespace VpBot.Bench;

/// <summary>Bent input of every kind, from a seed: against the real program with a good token, and files against what it reads them with.</summary>
internal static class Fuzz
{
    private const int Rooms = 16;

    /// <summary>Of ten inputs.</summary>
    private static readonly string[] Kinds =
        ["activity", "activity", "activity", "form", "form", "ticket", "return code", "return code", "text file", "employer file"];

    public static async Task<int> RunAsync(TextWriter output, Streets streets, int inputs, int seed)
    {
        await using var street = await streets.OpenAsync(3, 3);
        await using var bot = await street.BotAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var files = new BentFiles();
        string[][] forms = await RoomsAsync(bot.Address), codes = await RoomsAsync(bot.Address, "appointment");

        var (answers, bad) = (new ConcurrentDictionary<(string Kind, string Answer), int>(), 0);
        var (before, rows, open) = (bot.Held(), new DataFile(bot.Folder).Count(), bot.OpenFiles);
        await Driver.EachAsync(inputs, async which =>
        {
            var mutations = new Mutations(unchecked((seed * 1_000_003) + which));
            var kind = mutations.One(Kinds);
            string answer;
            try
            {
                answer = kind switch
                {
                    "text file" => files.Text(which, mutations) ? "taken" : "refused with sentences",
                    "employer file" => files.Employer(which, mutations) ? "taken" : "refused with sentences",
                    "activity" => await PostAsync("/api/messages", which, mutations, Activity(which, mutations)),
                    "ticket" => await PostAsync("/room", which, mutations, "act=ticket&ticket=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"),
                    "return code" => await PostAsync("/room", which, mutations, mutations.One(codes)[0]),
                    _ => await PostAsync("/room", which, mutations, mutations.One(mutations.One(forms))),
                };
            }
            catch (Exception fault)
            {
                answer = fault.GetType().Name;
            }

            answers.AddOrUpdate((kind, answer), 1, (_, times) => times + 1);
            // 501 is our answer to an invoke that we do not know.
            if (answer is not ("taken" or "refused with sentences" or "501") && !answer.StartsWith('2') && !answer.StartsWith('3') && !answer.StartsWith('4') && Interlocked.Increment(ref bad) <= 10)
                await output.WriteLineAsync($"Input {which} of seed {seed}, {kind}: {answer}");
        });
        var grown = bot.Held() - before;
        await output.WriteLineAsync($"| {inputs} inputs, seed {seed} | answer | times |\n|---|---|--:|");
        foreach (var ((kind, answer), times) in answers.OrderBy(pair => pair.Key.Kind, StringComparer.Ordinal).ThenBy(pair => pair.Key.Answer, StringComparer.Ordinal))
            await output.WriteLineAsync($"| {kind} | {answer} | {times} |");
        await output.WriteLineAsync($"\nFaults of ours: {bad}. Objects alive more than before: {Figures.Show(grown.Alive / 1048576)} MB of {Figures.Show(before.Alive / 1048576)}; memory: {Figures.Show(grown.Memory / 1048576)} MB of {Figures.Show(before.Memory / 1048576)}; open files: {bot.OpenFiles} after {open}.");
        await output.WriteLineAsync($"Rows before: {rows}\nRows after: {new DataFile(bot.Folder).Count()}");
        return bad == 0 && !bot.HasEnded ? 0 : 1;

        string Activity(int which, Mutations mutations) => mutations.Next(2) == 0
            ? street.Town.Line(which, $"z{which}", street.Sink.ServiceUrl)
            : street.Town.Fetch(which, $"z{which}", street.Sink.ServiceUrl);

        async Task<string> PostAsync(string to, int which, Mutations mutations, string right)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new ByteArrayContent(mutations.Of(Encoding.UTF8.GetBytes(right))) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(to == "/room" ? "application/x-www-form-urlencoded" : "application/json");
            request.Headers.Authorization = new("Bearer", street.Token);
            // Many addresses: what slows one down must not keep the rest of the inputs out.
            request.Headers.Add("X-Forwarded-For", $"10.0.{which / 250 % 250}.{which % 250}");
            using var answer = await http.SendAsync(request);
            return $"{(int)answer.StatusCode}";
        }
    }

    /// <summary>Right forms of people who stand in the hall, or before the question that <paramref name="way"/> leads to.</summary>
    private static async Task<string[][]> RoomsAsync(Uri bot, string? way = null)
    {
        var rooms = new string[Rooms][];
        for (var room = 0; room < Rooms; room++)
        {
            using var visitor = new RoomVisitor(bot);
            await visitor.BeginAsync(Town.EmployerKey(0));
            if (way is not null)
                await visitor.AnswerAsync(way);
            var here = visitor.Page.Hidden;
            rooms[room] = [.. new[] { "act=answer&answer=" + (way is null ? "talk" : "ABCD-EFGH-JKLM"), "act=back", "act=change", "act=tongue&answer=en" }
                .Select(act => $"{act}&session={here["session"]}&goal={here["goal"]}&step={here["step"]}")];
        }

        return rooms;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using VpBot.Bench.Load;
using VpBot.Bench.Measuring;

namespace VpBot.Bench;

/// <summary>What open rooms take of memory and disk, and what comes over the wire.</summary>
internal static partial class SizeTable
{
    public static async Task RunAsync(TextWriter output, Streets streets, int[] sessions, bool quick)
    {
        await using var street = await streets.OpenAsync(1, 1);
        await using (var bot = await street.BotAsync())
        {
            using var http = new HttpClient { BaseAddress = bot.Address };
            await output.WriteLineAsync("| open rooms | objects alive, MB | memory, MB | more than empty, MB | goal | database, MB | bytes per open room |\n|--:|--:|--:|--:|--:|--:|--:|");
            var (open, empty) = (0, (Memory: 0.0, File: 0L));
            await OpenAsync(http, -50, 0);
            foreach (var many in sessions)
            {
                await OpenAsync(http, open, many);
                open = many;
                var (held, file) = (bot.Held(), new FileInfo(Path.Combine(bot.Folder, "vpbot.db")).Length);
                empty = many == 0 ? (held.Memory, file) : empty;
                await output.WriteLineAsync($"| {many} | {Figures.Show(held.Alive / 1048576)} | {Figures.Show(held.Memory / 1048576)} | {Figures.Show((held.Memory - empty.Memory) / 1048576)} | 64 | {Figures.Show(file / 1048576.0)} | {(many == 0 ? "" : Figures.Show((file - empty.File) / (double)many))} |");
            }

            var (first, longest) = await WireAsync(bot.Address);
            await output.WriteLineAsync($"\n| over the wire, KB | | goal |\n|---|--:|--:|\n| first page with what it needs | {Figures.Show(first / 1024.0)} | 30 |\n| longest step of an intake | {Figures.Show(longest / 1024.0)} | 10 |");
        }

        await StartTable.RunAsync(output, street, quick);
    }

    /// <summary>Each from another address, as phones do.</summary>
    private static Task OpenAsync(HttpClient http, int from, int until) => Driver.EachAsync(until - from, async which =>
    {
        var door = from + which + 10_000;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/room") { Content = Begin() };
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{door >> 16}.{(door >> 8) & 255}.{door & 255}"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    });

    /// <summary>Compressed, as a phone asks for it.</summary>
    private static async Task<(int First, int Longest)> WireAsync(Uri bot)
    {
        using var http = new HttpClient { BaseAddress = bot };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var visitor = new Tests.Support.RoomVisitor(bot);
        var page = await visitor.BeginAsync(Town.EmployerKey(0));
        using var begin = Begin();
        var first = await BytesAsync(await http.PostAsync("/room", begin));
        foreach (var asset in Asset().Matches(page.Html).Select(match => match.Groups[1].Value).Distinct())
            first += await BytesAsync(await http.GetAsync(asset));
        var longest = 0;
        while (page.Hidden.TryGetValue("step", out var step) && step != "NoteCode")
        {
            using var again = new FormUrlEncodedContent([.. page.Hidden.Where(field => field.Key is "session" or "goal" or "step"), new("act", "tongue"), new("answer", "nl")]);
            longest = Math.Max(longest, await BytesAsync(await http.PostAsync("/room", again)));
            page = await visitor.GoOnceAsync(Town.AdvisorKey(0));
        }

        return (first, longest);
    }

    private static FormUrlEncodedContent Begin() => new([new("act", "begin"), new("employer", Town.EmployerKey(0)), new("tongue", "nl")]);

    private static async Task<int> BytesAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"#]+\\.(?:css|js)[^\"]*)\"")]
    private static partial Regex Asset();
}

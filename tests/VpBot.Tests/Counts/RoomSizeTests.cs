using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using VpBot.Room;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Counts;

/// <summary>How much of a slow phone's line the room takes, and how much of our disk.</summary>
public sealed class RoomSizeTests : IAsyncLifetime
{
    private const int MostOnFirstLoad = 30 * 1024, MostPerStep = 10 * 1024, MostPerSession = 1024;
    private BotInside bot = null!;

    public async ValueTask InitializeAsync() => bot = await BotInside.StartAsync(listen: true);

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_room_comes_in_at_most_thirty_kilobytes_and_goes_on_in_ten_per_step()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None }) { BaseAddress = bot.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var begin = new FormUrlEncodedContent([new("act", "begin"), new("employer", "duinrand"), new("tongue", "nl")]);
        var first = await SizeAsync(await http.PostAsync("/room", begin));
        var html = first.Html;
        var assets = System.Text.RegularExpressions.Regex.Matches(html, "(?:href|src)=\"(/[^\"#]+\\.(?:css|js)[^\"]*)\"").Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.NotEmpty(assets);
        var all = first.Bytes;
        foreach (var asset in assets)
            all += (await SizeAsync(await http.GetAsync(asset))).Bytes;
        Assert.InRange(all, 1, MostOnFirstLoad);

        var (longest, steps) = (0, new List<string>());
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        while (visitor.Page.Hidden.TryGetValue("step", out var step))
        {
            using var again = new FormUrlEncodedContent([.. visitor.Page.Hidden.Where(field => field.Key is "session" or "goal" or "step"), new("act", "tongue"), new("answer", "nl")]);
            longest = Math.Max(longest, (await SizeAsync(await http.PostAsync("/room", again))).Bytes);
            steps.Add(step);
            if (step == "NoteCode")
                break;
            await visitor.GoOnceAsync();
        }

        Assert.Contains("When", steps);
        Assert.InRange(longest, 1, MostPerStep);
    }

    [Fact]
    public async Task An_open_session_is_at_most_a_kilobyte_all_the_way()
    {
        using var visitor = new RoomVisitor(bot.Address);
        await visitor.BeginAsync();
        var largest = 0;
        var steps = new List<string>();
        while (visitor.Page.Hidden.TryGetValue("step", out var step))
        {
            await using var db = bot.Open();
            var row = await db.Set<SessionRow>().AsNoTracking().SingleAsync();
            largest = Math.Max(largest, row.TokenHash.Length + row.Employer.Length + row.Sealed.Length + sizeof(int) + sizeof(long));
            steps.Add(step);
            if (step == "NoteCode")
                break;
            await visitor.GoOnceAsync();
        }

        Assert.Contains("Consent", steps);
        Assert.InRange(largest, 1, MostPerSession);
    }

    private static async Task<(int Bytes, string Html)> SizeAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            await using Stream content = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
            {
                "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
                "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
                _ => new MemoryStream(bytes),
            };
            using var reader = new StreamReader(content);
            return (bytes.Length, await reader.ReadToEndAsync());
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using VpBot.Tests.Shape;
using VpBot.Tests.Storage;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>No page asks anything of anybody else, nobody else may frame it, and no body is read beyond its bound.</summary>
public sealed partial class NothingFromElsewhereTests : IAsyncLifetime
{
    private BotInside bot = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await BotInside.StartAsync(listen: true);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = bot.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task No_page_and_no_stylesheet_points_anywhere_but_to_us()
    {
        using var visitor = new RoomVisitor(bot.Address);
        var pages = new List<string> { (await visitor.BeginAsync()).Html };
        foreach (var step in (string[])["For", "WithWhom", "When", "Consent", "NoteCode"])
            pages.Add((await visitor.GoToAsync(step)).Html);
        pages.Add((await visitor.AnswerAsync("noted")).Html);
        foreach (var path in (string[])["/room", "/open/duinrand", "/open/nobody", "/closed"])
            pages.Add(await (await http.GetAsync(path)).Content.ReadAsStringAsync());

        var addresses = pages.SelectMany(page => Address().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))).Distinct().ToList();
        Assert.True(addresses.Count > 3, "Too few addresses were seen.");
        Assert.All(addresses, address => Assert.Matches("^(/[^/]|data:,$|#|/$|data:image/svg|tel:)", address));
        Assert.DoesNotContain("url(", File.ReadAllText(Path.Combine(VpBot.Playground.Repository.Root, "bot", "Room", "Assets", "room.css")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/room")]
    [InlineData("/open/duinrand")]
    [InlineData("/closed")]
    [InlineData("/room.css")]
    [InlineData("/nothing-here")]
    [InlineData("/employer-visible/duinrand")]
    public async Task Every_answer_may_be_framed_by_Teams_alone_and_is_not_stored(string path)
    {
        using var answer = await http.GetAsync(path);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));

        var ancestors = policy.Split("frame-ancestors ")[1].Split(' ');
        Assert.All(ancestors, ancestor => Assert.Matches(@"^https://(\*\.)?(teams\.microsoft\.com|teams\.cloud\.microsoft|cloud\.microsoft|office\.com)$", ancestor));
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/room", "application/x-www-form-urlencoded", 17 * 1024)]
    [InlineData("/api/messages", "application/json", 257 * 1024)]
    public async Task A_body_that_does_not_say_its_length_is_read_to_its_bound_and_no_further(string path, string type, int length)
    {
        using var body = new Endless(length);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await http.SendAsync(request);

        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    [Fact]
    public void Bytes_are_compared_in_the_usual_way_only_where_nothing_is_secret() =>
        Assert.Equal(
            ["Appointments/Calendars/Graph/SubscriptionBodies.cs", "Conversation/Prompt.cs", "Teams/Outgoing/EmployerGate.cs"],
            Sources.Code.Where(source => source.Text.Contains("SequenceEqual", StringComparison.Ordinal)).Select(source => source.Path).Order());

    /// <summary>A body without a length, as a client sends that streams.</summary>
    private sealed class Endless(int length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = Encoding.ASCII.GetBytes(new string('a', 1024));
            for (var sent = 0; sent < length; sent += piece.Length)
                await stream.WriteAsync(piece);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [GeneratedRegex("""(?:src|href|action|srcset|poster)="([^"]*)""")]
    private static partial Regex Address();
}

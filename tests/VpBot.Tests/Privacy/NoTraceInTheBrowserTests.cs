using System.Net;
using System.Text.RegularExpressions;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Privacy;

/// <summary>Promise 4.</summary>
[Collection(PromisesPlayground.Name)]
public sealed partial class NoTraceInTheBrowserTests(TalkativePlayground fixture)
{
    private static readonly string[] Addresses =
        ["/", "/room", "/closed", "/open/duinrand", "/open/nobody", "/nowhere", "/health/ready", "/assets/room.js", "/assets/room.css", "/api/messages", "/kit/duinrand", "/kit/duinrand/en/poster", "/assets/kit.css"];

    private Uri Bot => fixture.Server.Bot!.Address;

    [Fact]
    public async Task The_room_keeps_no_cookie_no_local_storage_and_no_changing_URL_and_closing_it_signs_out()
    {
        var faults = new List<string>();
        using var visitor = new RoomVisitor(Bot) { Seen = answer => faults.AddRange(Faults(answer, mayBeKept: false)) };
        foreach (var way in new[] { "close", "leave" })
        {
            await visitor.BeginAsync();
            var pages = new List<RoomPageSeen>();
            foreach (var step in new[] { "For", "MustNotKnow", "When", "Consent", "NoteCode" })
            {
                pages.Add(await visitor.GoToAsync(step));
                faults.AddRange(Addressed(visitor.Page.Html));
            }

            await visitor.AnswerAsync("noted");
            await visitor.ActAsync(way);
            Assert.Equal(HttpStatusCode.OK, visitor.Page.Status);
            foreach (var old in pages)
                Assert.Equal(HttpStatusCode.Gone, (await visitor.AnswerAsync(old, "yes")).Status);
        }

        Assert.Empty(faults);
        Assert.Empty(Keeping(await GetScriptAsync()));
    }

    [Fact]
    public async Task Every_address_answers_without_a_cookie_and_with_the_strict_headers()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Bot };
        foreach (var address in Addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Empty(Faults(answer, mayBeKept: address.StartsWith("/assets/", StringComparison.Ordinal)).Select(fault => $"{address}: {fault}"));
        }
    }

    [Fact]
    public async Task A_form_that_is_none_of_ours_gets_the_same_headers_and_no_session()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Bot };
        foreach (var body in new HttpContent[] { new StringContent("{}"), new FormUrlEncodedContent([]), new FormUrlEncodedContent([new("act", "x"), new("session", "y")]), new ByteArrayContent(new byte[20_000]) })
        {
            using var answer = await http.PostAsync("/room", body);
            Assert.InRange((int)answer.StatusCode, 400, 499);
            Assert.Empty(Faults(answer, mayBeKept: false));
        }
    }

    [Fact]
    public void A_cookie_a_kept_page_a_missing_header_a_storing_script_and_a_telling_address_are_found()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.Found);
        answer.Headers.Add("Set-Cookie", "id=1");
        Assert.Equal(["a redirect", "a cookie", "may be kept", "Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options", "frame"], Faults(answer, mayBeKept: false));
        Assert.Equal(["localStorage", "document.cookie"], Keeping("localStorage.setItem('a', 1); document.cookie = 'a'"));
        Assert.Equal(["/room?step=2", "/room/2"], Addressed("""<form action="/room?step=2"></form><a href="/room/2">x</a><a href="#question">y</a>"""));
    }

    private static IEnumerable<string> Faults(HttpResponseMessage answer, bool mayBeKept)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
        if ((int)answer.StatusCode is >= 300 and < 400)
            yield return "a redirect";
        if (Header("Set-Cookie").Length > 0)
            yield return "a cookie";
        if (!mayBeKept && Header("Cache-Control") != "no-store")
            yield return "may be kept";
        var policy = Header("Content-Security-Policy");
        // A star may stand in the names of Teams, which alone may show the page in a frame.
        if (!policy.StartsWith("default-src 'none';", StringComparison.Ordinal) || policy.Contains("unsafe", StringComparison.Ordinal)
            || policy.Split("frame-ancestors")[0].Contains('*', StringComparison.Ordinal) || policy.Contains(" * ", StringComparison.Ordinal))
            yield return "Content-Security-Policy";
        if (Header("Referrer-Policy") != "no-referrer")
            yield return "Referrer-Policy";
        if (Header("X-Content-Type-Options") != "nosniff")
            yield return "X-Content-Type-Options";
        if (!FrameAncestors().IsMatch(policy))
            yield return "frame";
    }

    /// <summary>Addresses on a page that are more than the one address, a place on the page, a telephone number or a file of ours.</summary>
    private static IEnumerable<string> Addressed(string html) =>
        Address().Matches(html).Select(address => WebUtility.HtmlDecode(address.Groups[1].Value))
            .Where(address => !(address is "/room" or "data:," || address.StartsWith('#') || address.StartsWith("tel:", StringComparison.Ordinal) || address.StartsWith("/assets/room.", StringComparison.Ordinal)));

    private static IEnumerable<string> Keeping(string script) =>
        new[] { "localStorage", "sessionStorage", "indexedDB", "document.cookie", "caches", "serviceWorker", "window.name", "BroadcastChannel", "cookieStore" }
            .Where(word => script.Contains(word, StringComparison.Ordinal));

    private async Task<string> GetScriptAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        return await http.GetStringAsync(new Uri(Bot, "/assets/room.js"));
    }

    [GeneratedRegex("(?:href|action|src)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex(@"frame-ancestors http://127\.0\.0\.1:\d+")]
    private static partial Regex FrameAncestors();
}

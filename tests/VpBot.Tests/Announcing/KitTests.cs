using System.Net;
using System.Text.RegularExpressions;
using VpBot.Announcing;
using VpBot.Language;
using VpBot.Tests.Shape;
using VpBot.Tests.Support;

namespace VpBot.Tests.Announcing;

/// <summary>The kit is public: it asks nothing, keeps nothing, and its address says nothing about whoever opens it.</summary>
[Collection(AnnouncingPlayground.Name)]
public sealed partial class KitTests(PlaygroundFixture fixture)
{
    public static TheoryData<string> Pages =>
        ["/kit/duinrand", "/kit/duinrand/nl", "/kit/duinrand/en", "/kit/duinrand/nl/poster", "/kit/duinrand/en/poster", "/kit/duinrand/nl/slide", "/kit/duinrand/en/slide", "/kit/windhoek/nl"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_of_the_kit_has_the_strict_headers_no_cookie_no_script_and_nothing_to_fill_in(string path)
    {
        await fixture.RestAsync();
        var before = Trace.Of(fixture);
        using var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<form", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Unfilled().Matches(html).Select(match => match.Value));
        Assert.Equal(before, Trace.Of(fixture));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_link_of_the_kit_leads_to_us_or_to_a_telephone(string path)
    {
        using var answer = await GetAsync(path);
        foreach (var address in Address().Matches(await answer.Content.ReadAsStringAsync()).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
        {
            if (address.StartsWith('#') || address == "data:," || address.StartsWith("tel:", StringComparison.Ordinal))
                continue;
            Assert.StartsWith(fixture.Server.Bot!.Address.ToString(), new Uri(fixture.Server.Bot.Address, address).ToString(), StringComparison.Ordinal);
            using var behind = await GetAsync(address);
            Assert.True(behind.IsSuccessStatusCode, $"{path} leads to {address}: {behind.StatusCode}");
        }
    }

    [Theory]
    [InlineData("nl", "Wat HR en leiding nooit krijgen", "Woorden die je hier tegenkomt")]
    [InlineData("en", "What HR and management never receive", "Words that you")]
    public async Task Every_text_and_the_glossary_stand_on_the_page_with_who_should_have_looked_at_them(string language, params string[] words)
    {
        using var answer = await GetAsync($"/kit/duinrand/{language}");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.All(KitBook.Subjects.Append("glossary"), subject => Assert.Contains($"id=\"{subject}\"", html, StringComparison.Ordinal));
        Assert.All(words, word => Assert.Contains(word, html, StringComparison.Ordinal));
        Assert.Equal(KitBook.Subjects.Count + 1, html.Split("class=\"status\"").Length - 1);
        Assert.Contains("/open/duinrand", html, StringComparison.Ordinal);
        Assert.Contains(Template.Duinrand.Provider.Phone, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kit/nobody")]
    [InlineData("/kit/nobody/nl")]
    [InlineData("/kit/duinrand/de")]
    [InlineData("/kit/duinrand/NL")]
    [InlineData("/kit/nobody/nl/poster")]
    public async Task What_is_not_there_is_said_calmly(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(Tongue.Dutch.Words<VpBot.Room.RoomPhrases>().NotFoundTitle, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = fixture.Server.Bot!.Address };
        return await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Unfilled();

    [GeneratedRegex("(?:href|action|src)=\"([^\"]*)\"")]
    private static partial Regex Address();
}

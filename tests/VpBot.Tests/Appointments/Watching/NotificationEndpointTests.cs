using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Tests.Support;

namespace VpBot.Tests.Appointments.Watching;

/// <summary>Where Graph tells of changes, as anybody on the internet finds it.</summary>
public sealed class NotificationEndpointTests(NotifiedBot bot) : IClassFixture<NotifiedBot>
{
    private const string Canary = "Boomkruiper7fd1c0f0aa55";
    private static readonly string[] Paths = ["/graph/changes", "/graph/lifecycle"];
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Validation: Testing client application reachability for subscription Request-Id: 7f105c7d")]
    [InlineData("a+/= %&<script>alert(1)</script>é")]
    public async Task Graph_that_asks_whether_the_address_is_ours_gets_its_token_back_as_plain_text(string token)
    {
        foreach (var path in Paths)
        {
            using var answer = await PostAsync($"{path}?validationToken={Uri.EscapeDataString(token)}", "");
            Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal(token, await answer.Content.ReadAsStringAsync(Stopping));
        }
    }

    [Theory]
    [InlineData("validationToken=")]
    [InlineData("validationToken=a%0d%0aSet-Cookie:x")]
    [InlineData("validationToken=a&validationToken=b")]
    public async Task A_token_that_is_none_is_not_echoed(string query) => await BadAsync(query, "");

    [Fact]
    public async Task A_token_without_bound_is_not_echoed() => await BadAsync("validationToken=" + new string('a', 1025), "");

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"value":[5]}""")]
    [InlineData("""{"value":[{"subscriptionId":5}]}""")]
    [InlineData("""{"value":[{"subscriptionId":"x","clientState":""")]
    public async Task A_body_that_is_no_notification_is_refused_without_a_word(string body) => await BadAsync("", body);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_without_bound_is_refused(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Server.Bot!.Address, Paths[0]))
        {
            Content = new StringContent($$"""{"value":[{"clientState":"{{new string('a', 256 * 1024)}}"}]}"""),
        };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await Http.SendAsync(request, Stopping);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stopping));
    }

    [Fact]
    public async Task Without_the_secret_nothing_is_looked_at_and_the_answer_is_the_same()
    {
        var (employee, talk) = await bot.BookedAsync("Geheim");
        using var _ = employee;
        var real = await bot.SubscriptionAsync();
        var looks = bot.Looks(talk);
        (string? Id, string? State)[] lies =
        [
            (real.Id, null), (real.Id, ""), (real.Id, new string('A', 43)), (real.Id, real.ClientState!.ToUpperInvariant()), (real.Id, real.ClientState + "A"),
            (Guid.NewGuid().ToString(), real.ClientState), (null, real.ClientState), ("' OR 1=1 --", real.ClientState),
        ];
        foreach (var (id, state) in lies)
            foreach (var path in Paths)
                await AcceptedAsync(path, id, state, "missed");
        await bot.SettledAsync(talk);
        Assert.Equal(looks, bot.Looks(talk));

        // The partner: with the secret the same words do ring.
        await AcceptedAsync(Paths[1], real.Id, real.ClientState, "missed");
        await bot.LookedAsync(talk, looks);
    }

    [Fact]
    public async Task Nothing_of_a_notification_is_used_logged_or_kept()
    {
        var (employee, talk) = await bot.BookedAsync("Spoorloos");
        using var _ = employee;
        var real = await bot.SubscriptionAsync();
        var looks = bot.Looks(talk);
        foreach (var state in new[] { real.ClientState, "wrong" })
            await AcceptedAsync(Paths[0], real.Id, state, Canary);
        await BadAsync("", $$"""{"value":["{{Canary}}"]}""");
        await bot.LookedAsync(talk, looks);
        await bot.SettledAsync(talk);
        foreach (var canary in new[] { Canary, real.ClientState! })
        {
            Assert.Empty(CanarySearch.Find(bot.Server.Bot!.Output.Text, canary));
            Assert.DoesNotContain(bot.Server.Graph.Received, request => request.Path.Contains(canary, StringComparison.Ordinal));
            // Of the secret the database keeps the hash, which leads nowhere.
            foreach (var (name, bytes) in bot.Data.Files())
                Assert.Empty(CanarySearch.Find(bytes, canary).Where(disguise => canary == Canary || !disguise.StartsWith("SHA-256", StringComparison.Ordinal)).Select(disguise => $"{name} holds it as {disguise}"));
        }
    }

    private async Task AcceptedAsync(string path, string? id, string? state, string lifecycle)
    {
        var one = new JsonObject
        {
            ["subscriptionId"] = id,
            ["clientState"] = state,
            ["lifecycleEvent"] = lifecycle,
            ["resource"] = $"Users/{Canary}/Events/{Canary}",
            ["resourceData"] = new JsonObject { ["@odata.id"] = $"Users/{Canary}/Events/{Canary}", ["id"] = Canary },
        };
        using var answer = await PostAsync(path, new JsonObject { ["value"] = new JsonArray(one) }.ToJsonString());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stopping));
    }

    private async Task BadAsync(string query, string body)
    {
        foreach (var path in Paths)
        {
            using var answer = await PostAsync($"{path}?{query}", body);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stopping));
        }
    }

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        Http.PostAsync(new Uri(bot.Server.Bot!.Address, path), new StringContent(body, Encoding.UTF8, "application/json"), Stopping);
}

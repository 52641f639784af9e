using VpBot.Playground;
using VpBot.Teams;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

[Collection(IncomingPlayground.Name)]
public sealed class ChannelAuthenticationTests(PlaygroundFixture fixture)
{
    private const string Tenant = "20000000-0000-4000-8000-000000000002";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly Dictionary<string, ChannelToken> Bad = new()
    {
        ["a key that is not published"] = new() { Key = SigningKey.Foreign },
        ["a foreign key under a published name"] = new() { Key = SigningKey.Foreign, KeyId = "playground-teams" },
        ["a published key of another channel"] = new() { Key = SigningKey.Unendorsed },
        ["a key of another channel under the name of ours"] = new() { Key = SigningKey.Unendorsed, KeyId = "playground-teams" },
        ["no signature"] = new() { Key = SigningKey.None },
        ["over for more than five minutes"] = new() { NotBefore = Now.AddHours(-2), Expires = Now.AddMinutes(-6) },
        ["not valid for more than five minutes yet"] = new() { NotBefore = Now.AddMinutes(10), Expires = Now.AddHours(2) },
        ["another audience"] = new() { Audience = "40000000-0000-4000-8000-000000000005" },
        ["the audience of the connector"] = new() { Audience = "https://api.botframework.com" },
        ["no audience"] = new() { Audience = ChannelToken.Absent },
        ["no issuer"] = new() { Issuer = ChannelToken.Absent },
        ["the issuer with a slash"] = new() { Issuer = ChannelToken.BotFrameworkIssuer + "/" },
        ["the emulator's issuer, version 1"] = new() { Issuer = $"https://sts.windows.net/{Tenant}/" },
        ["the emulator's issuer, version 2"] = new() { Issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0" },
        ["Bot Framework's own emulator tenant"] = new() { Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/" },
        ["no serviceurl"] = new() { ServiceUrl = ChannelToken.Absent },
    };

    private readonly IncomingPost _post = new(fixture);

    public static TheoryData<string> Forgeries => [.. Bad.Keys];

    [Theory, MemberData(nameof(Forgeries))]
    public Task A_token_that_is_not_the_channels_own_is_refused(string forgery) =>
        _post.RefusedAsync(401, Refusal.BadToken, _post.Message(), Bad[forgery]);

    [Fact]
    public Task A_token_for_another_service_address_than_the_activitys_is_refused() =>
        _post.RefusedAsync(403, Refusal.WrongServiceUrl, _post.Message(), new() { ServiceUrl = fixture.Server.ServiceUrl + "x/" });

    [Theory, InlineData(null), InlineData(""), InlineData("Basic dnBib3Q6dnBib3Q="), InlineData("Bearer")]
    public Task A_request_without_a_bearer_token_is_refused(string? header) =>
        _post.RefusedAsync(401, Refusal.NoToken, () => _post.PostWithHeaderAsync(header));

    [Theory, InlineData("Bearer x"), InlineData("Bearer a.b.c"), InlineData("Bearer ...."), InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    public Task Garbage_in_the_place_of_a_token_is_refused(string header) =>
        _post.RefusedAsync(401, Refusal.BadToken, () => _post.PostWithHeaderAsync(header));

    [Fact]
    public Task A_token_without_end_is_refused_before_it_is_read() =>
        _post.RefusedAsync(401, Refusal.NoToken, () => _post.PostWithHeaderAsync("Bearer " + new string('a', 20_000)));

    [Fact]
    public async Task The_bots_own_token_does_not_pass_for_one_of_Teams()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("X-IDENTITY-HEADER", fixture.Server.Identity.Secret);
        var asked = $"msi/token?api-version=2019-08-01&resource=https://api.botframework.com&client_id={fixture.Server.AppId}";
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync(new Uri(fixture.Server.Address, asked)))!;
        await _post.RefusedAsync(401, Refusal.BadToken, () => _post.PostWithHeaderAsync($"Bearer {answer["access_token"]}"));
    }

    [Theory, InlineData(-60, -4), InlineData(4, 60), InlineData(-60, 0)]
    public async Task A_clock_that_differs_less_than_five_minutes_is_no_reason_to_refuse(int from, int until)
    {
        var now = TimeProvider.System.GetUtcNow();
        var answer = await _post.PostAsync(_post.Message(), new() { NotBefore = now.AddMinutes(from), Expires = now.AddMinutes(until) });
        Assert.Equal(200, answer.Status);
    }
}

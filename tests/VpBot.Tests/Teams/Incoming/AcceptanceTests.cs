using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Teams;
using VpBot.Tests.Support;

namespace VpBot.Tests.Teams.Incoming;

/// <summary>Activities under a true token that we still do not serve.</summary>
[Collection(IncomingPlayground.Name)]
public sealed class AcceptanceTests(PlaygroundFixture fixture)
{
    private static readonly Dictionary<string, (int Status, Refusal Reason, Action<JsonObject> Bend)> Bent = new()
    {
        ["no type"] = (400, Refusal.Malformed, activity => activity.Remove("type")),
        ["an empty type"] = (400, Refusal.Malformed, activity => activity["type"] = ""),
        ["no id"] = (400, Refusal.Malformed, activity => activity.Remove("id")),
        ["an empty id"] = (400, Refusal.Malformed, activity => activity["id"] = ""),
        ["no conversation"] = (400, Refusal.Malformed, activity => activity.Remove("conversation")),
        ["no conversation id"] = (400, Refusal.Malformed, activity => activity["conversation"]!.AsObject().Remove("id")),
        ["an empty conversation id"] = (400, Refusal.Malformed, activity => activity["conversation"]!["id"] = ""),
        ["no sender"] = (400, Refusal.NoSender, activity => activity.Remove("from")),
        ["a sender without id"] = (400, Refusal.NoSender, activity => activity["from"]!["id"] = ""),
        ["a sender without object id"] = (400, Refusal.NoSender, activity => activity["from"]!.AsObject().Remove("aadObjectId")),
        ["no service address"] = (403, Refusal.WrongServiceUrl, activity => activity.Remove("serviceUrl")),
        ["another service address than the token's"] = (403, Refusal.WrongServiceUrl, activity => activity["serviceUrl"] = "https://smba.trafficmanager.net/emea/"),
        ["no channel"] = (403, Refusal.WrongChannel, activity => activity.Remove("channelId")),
        ["another channel"] = (403, Refusal.WrongChannel, activity => activity["channelId"] = "webchat"),
        ["the emulator's channel"] = (403, Refusal.WrongChannel, activity => activity["channelId"] = "emulator"),
        ["a tenant without contract"] = (403, Refusal.ForeignTenant, activity => SetTenant(activity, "90000000-0000-4000-8000-000000000009")),
        ["another tenant in channelData"] = (403, Refusal.TenantMismatch, activity => activity["channelData"]!["tenant"]!["id"] = "30000000-0000-4000-8000-000000000003"),
        ["another tenant in the conversation"] = (403, Refusal.TenantMismatch, activity => activity["conversation"]!["tenantId"] = "30000000-0000-4000-8000-000000000003"),
        ["no channelData"] = (403, Refusal.TenantMismatch, activity => activity.Remove("channelData")),
        ["no tenant at all"] = (403, Refusal.TenantMismatch, activity => SetTenant(activity, "")),
        ["a group chat"] = (403, Refusal.NotPersonal, activity => activity["conversation"]!["conversationType"] = "groupChat"),
        ["a channel"] = (403, Refusal.NotPersonal, activity => activity["conversation"]!["conversationType"] = "channel"),
        ["no kind of conversation"] = (403, Refusal.NotPersonal, activity => activity["conversation"]!.AsObject().Remove("conversationType")),
    };

    private readonly IncomingPost _post = new(fixture);

    public static TheoryData<string> Kinds => [.. Bent.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_activity_that_is_not_a_personal_chat_of_a_served_employer_is_refused(string with)
    {
        var (status, reason, bend) = Bent[with];
        var activity = _post.Message();
        bend(activity);
        await _post.RefusedAsync(status, reason, activity);
    }

    [Theory]
    [InlineData("https://evil.example/teams/")]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("http://someone@127.0.0.1/teams/")]
    [InlineData("http://127.0.0.1:secret@127.0.0.1/teams/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("https://127.0.0.1.nip.io/")]
    [InlineData("http://127.0.0.2/teams/")]
    [InlineData("http://localhost/teams/")]
    [InlineData("//127.0.0.1/teams/")]
    [InlineData("/teams/")]
    [InlineData("127.0.0.1")]
    [InlineData("ftp://127.0.0.1/teams/")]
    [InlineData("file://127.0.0.1/teams/")]
    [InlineData("javascript:alert(1)")]
    public Task A_service_address_that_is_not_on_the_list_is_refused_even_when_the_token_names_it(string address)
    {
        var activity = _post.Message();
        activity["serviceUrl"] = address;
        return _post.RefusedAsync(403, Refusal.ForeignServiceHost, activity, new ChannelToken { ServiceUrl = address });
    }

    private static void SetTenant(JsonObject activity, string tenant)
    {
        activity["conversation"]!["tenantId"] = tenant;
        activity["channelData"]!["tenant"]!["id"] = tenant;
    }
}

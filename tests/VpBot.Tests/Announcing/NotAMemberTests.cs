using System.Text.Json.Nodes;
using VpBot.Playground;
using VpBot.Teams;
using VpBot.Tests.Support;

namespace VpBot.Tests.Announcing;

/// <summary>Where more people than one read along, the bot takes no part: it starts nothing, answers nobody and keeps nothing.</summary>
[Collection(AnnouncingPlayground.Name)]
public sealed class NotAMemberTests(PlaygroundFixture fixture)
{
    private static readonly ChatPlace[] Shared = [ChatPlace.Meeting, ChatPlace.Channel, ChatPlace.Group];

    private static readonly Dictionary<string, Func<PlaygroundServer, JsonObject>> Kinds = new()
    {
        ["a message"] = server => server.Teams.Activities.Message(Hilde(server), "@VpBot Roerdomp"),
        ["a press on a card"] = server => server.Teams.Activities.Submit(Hilde(server), "1", new JsonObject { ["word"] = "Roerdomp" }),
        ["the bot is added"] = server => server.Teams.Activities.MembersAdded(Hilde(server)),
        ["an installation"] = server => server.Teams.Activities.Installation(Hilde(server), "add"),
        ["a removal"] = server => server.Teams.Activities.Installation(Hilde(server), "remove"),
        ["task/fetch"] = server => server.Teams.Activities.Invoke(Hilde(server), "task/fetch", new JsonObject { ["data"] = new JsonObject { ["open"] = "room" } }),
        ["task/submit"] = server => server.Teams.Activities.Invoke(Hilde(server), "task/submit", new JsonObject { ["data"] = new JsonObject() }),
        ["adaptiveCard/action"] = server => server.Teams.Activities.Invoke(Hilde(server), "adaptiveCard/action", new JsonObject()),
        ["composeExtension/query"] = server => server.Teams.Activities.Invoke(Hilde(server), "composeExtension/query", new JsonObject { ["commandId"] = "announce" }),
        ["composeExtension/queryLink"] = server => server.Teams.Activities.Invoke(Hilde(server), "composeExtension/queryLink", new JsonObject { ["url"] = "https://spreekkamer.example" }),
        ["composeExtension/selectItem"] = server => server.Teams.Activities.Invoke(Hilde(server), "composeExtension/selectItem", new JsonObject()),
        ["a reaction"] = server => Typed(server, "messageReaction"),
        ["a message that was changed"] = server => Typed(server, "messageUpdate"),
        ["a message that was deleted"] = server => Typed(server, "messageDelete"),
        ["typing"] = server => Typed(server, "typing"),
        ["a meeting that began"] = server => Typed(server, "event", "application/vnd.microsoft.meetingStart"),
        ["a meeting that ended"] = server => Typed(server, "event", "application/vnd.microsoft.meetingEnd"),
        ["somebody who joined the meeting"] = server => Typed(server, "event", "application/vnd.microsoft.meetingParticipantJoin"),
        ["a kind that nobody knows"] = server => Typed(server, "roerdomp"),
    };

    private readonly IncomingPost _post = new(fixture);

    public static TheoryData<string, string> Everything => new(from place in Shared from kind in Kinds.Keys select (place.Name, kind));

    [Theory, MemberData(nameof(Everything))]
    public Task In_a_channel_a_meeting_or_a_group_nothing_is_answered_sent_or_kept(string place, string kind) =>
        _post.RefusedAsync(403, Refusal.NotPersonal, Activities.In(Shared.Single(shared => shared.Name == place), Kinds[kind](fixture.Server)));

    [Theory]
    [InlineData("the tenant of the channel")]
    [InlineData("the tenant of the conversation")]
    [InlineData("no tenant")]
    public async Task The_form_opens_for_the_tenant_that_Teams_names_twice_and_for_nobody_else(string bent)
    {
        var activity = fixture.Server.Teams.Activities.Compose(Hilde(fixture.Server), "composeExtension/fetchTask", ChatPlace.Channel);
        var reason = Refusal.TenantMismatch;
        if (bent == "no tenant")
            activity["channelData"]!.AsObject().Remove("tenant");
        else if (bent == "the tenant of the channel")
            activity["channelData"]!["tenant"]!["id"] = "30000000-0000-4000-8000-000000000003";
        else
            (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]!["id"], reason) = (Foreign, Foreign, Refusal.ForeignTenant);
        await _post.RefusedAsync(403, reason, activity);
    }

    private const string Foreign = "90000000-0000-4000-8000-000000000009";

    private static Person Hilde(PlaygroundServer server) => server.People.Hilde;

    private static JsonObject Typed(PlaygroundServer server, string type, string? name = null)
    {
        var activity = server.Teams.Activities.Message(Hilde(server), "Roerdomp");
        (activity["type"], activity["name"]) = (type, name);
        return activity;
    }
}

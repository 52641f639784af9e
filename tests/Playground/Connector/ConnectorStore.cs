using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>Does what a Bot Connector request asks, as Teams would: in the person's chat and in their tenant's archive.</summary>
internal sealed class ConnectorStore(string botId, Chats chats, EmulatedTeams teams, ConnectorFaults faults)
{
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">What follows <c>v3/conversations</c>, unescaped.</param>
    /// <param name="body">The JSON body, if there was one.</param>
    public ConnectorAnswer Do(string method, string[] path, JsonObject? body) => (method, path) switch
    {
        ("POST", []) => Open(body),
        ("POST", [var chat, "activities"]) => InChat(chat, body, Send),
        ("POST", [var chat, "activities", _]) => InChat(chat, body, Send),
        ("PUT", [var chat, "activities", var id]) => InChat(chat, body, (person, activity) => Update(person, id, activity)),
        ("DELETE", [var chat, "activities", var id]) => InChat(chat, [], (person, _) => Delete(person, id)),
        _ => ConnectorAnswer.Error(404, "NotFound", $"{method} on this address is not emulated. Add it to ConnectorStore if Teams has it."),
    };

    public Person? About(string[] path, JsonObject? body) =>
        path is [var chat, ..] ? teams.People.InConversation(chat) : teams.People.WithTeamsId(FirstMember(body));

    private ConnectorAnswer Open(JsonObject? body)
    {
        if (FirstMember(body) is not { } member) return ConnectorAnswer.BadRequest("Give members: [{ id }] with the person's 29: id.");
        if (teams.People.WithTeamsId(member) is not { } person) return ConnectorAnswer.BadRequest("Nobody has this id for this bot. An Entra object id does not do.");
        if (body.At("bot").At("id").String() is { } bot && bot != botId) return ConnectorAnswer.BadRequest($"bot.id is not {botId}.");
        if (body.At("isGroup") is JsonValue group && group.TryGetValue<bool>(out var isGroup) && isGroup)
            return ConnectorAnswer.BadRequest("A personal chat has isGroup: false.");
        if (body.At("tenantId").String() != person.Tenant.Id || body.At("channelData").At("tenant").At("id").String() != person.Tenant.Id)
            return ConnectorAnswer.BadRequest("tenantId and channelData.tenant.id must both be the person's tenant.");
        return chats.HasApp(person) ? ConnectorAnswer.Created(person.ConversationId) : ConnectorAnswer.NotInstalled;
    }

    private ConnectorAnswer InChat(string chat, JsonObject? body, Func<Person, JsonObject, ConnectorAnswer> act)
    {
        if (teams.People.InConversation(chat) is not { } person) return ConnectorAnswer.NotFound("The conversation");
        if (!chats.HasApp(person) || faults.IsBlocked(person)) return ConnectorAnswer.Blocked;
        return body is null ? ConnectorAnswer.BadRequest("The body is not a JSON object.") : act(person, body);
    }

    private ConnectorAnswer Send(Person person, JsonObject activity)
    {
        // A typing sign is shown and forgotten; only messages are stored.
        if (activity["type"].String() != "message") return ConnectorAnswer.Created(chats.NewId());
        teams.Archive(person).Keep(HeldKind.BotMessage, person, activity);
        return ConnectorAnswer.Created(chats.AddFromBot(person, activity).Id);
    }

    private ConnectorAnswer Update(Person person, string id, JsonObject activity)
    {
        var changed = chats.Change(person, id, message => message with
        {
            Version = message.Version + 1,
            Text = activity["text"].String(),
            Activity = activity,
            ViewerCard = null,
        });
        if (changed is null) return ConnectorAnswer.NotFound("The message");
        teams.Archive(person).Keep(HeldKind.BotMessageUpdated, person, activity);
        return ConnectorAnswer.Ok(id);
    }

    private ConnectorAnswer Delete(Person person, string id)
    {
        if (chats.Change(person, id, message => message with { Deleted = true }) is null) return ConnectorAnswer.NotFound("The message");
        teams.Archive(person).Keep(HeldKind.BotMessageDeleted, person, new JsonObject { ["id"] = id });
        return ConnectorAnswer.Done;
    }

    private static string? FirstMember(JsonObject? body) => (body.At("members") as JsonArray)?.FirstOrDefault().At("id").String();
}

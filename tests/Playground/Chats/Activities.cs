using System.Globalization;
using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>Writes activities as Teams sends them. A protocol test takes one, bends it and posts it itself.</summary>
public sealed class Activities
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private readonly string botId;
    private readonly Func<string> serviceUrl;
    private readonly TimeProvider time;
    private readonly Func<string> newId;

    internal Activities(string appId, Func<string> serviceUrl, TimeProvider time, Func<string> newId) =>
        (botId, this.serviceUrl, this.time, this.newId) = ($"28:{appId}", serviceUrl, time, newId);

    public JsonObject Message(Person person, string text) => New(person, "message", newId(), new()
    {
        ["text"] = text,
        ["textFormat"] = "plain",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/html",
            ["content"] = $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>",
        }),
    });

    /// <summary>A press on <c>Action.Submit</c> in a chat: a message without text whose value is the data.</summary>
    public JsonObject Submit(Person person, string messageId, JsonNode data) => New(person, "message", newId(), new()
    {
        ["value"] = data.DeepClone(),
        ["replyToId"] = messageId,
        ["channelData"] = ChannelData(person, ("source", new JsonObject { ["name"] = "message" })),
    });

    public JsonObject MembersAdded(Person person) => New(person, "conversationUpdate", "f:" + newId(), new()
    {
        ["from"] = Unnamed(person),
        ["membersAdded"] = new JsonArray(Unnamed(person), new JsonObject { ["id"] = botId }),
    });

    /// <param name="person">Whose app it is.</param>
    /// <param name="action"><c>add</c> or <c>remove</c>.</param>
    public JsonObject Installation(Person person, string action) => New(person, "installationUpdate", "f:" + newId(), new()
    {
        ["action"] = action,
        ["from"] = Unnamed(person),
        ["channelData"] = ChannelData(person,
            ("settings", new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = person.ConversationId } }),
            ("source", new JsonObject { ["name"] = "message" })),
    });

    public JsonObject Invoke(Person person, string name, JsonNode value, string? replyToId = null) => New(person, "invoke", "f:" + newId(), new()
    {
        ["name"] = name,
        ["value"] = value.DeepClone(),
        ["replyToId"] = replyToId,
        ["channelData"] = ChannelData(person, ("source", new JsonObject { ["name"] = "message" })),
    });

    /// <summary>An action command of a message extension, from the text box of a chat that the bot is no member of.</summary>
    /// <param name="person">Who writes there.</param>
    /// <param name="name"><c>composeExtension/fetchTask</c> or <c>composeExtension/submitAction</c>.</param>
    /// <param name="where">The kind of chat; each comes with other members.</param>
    /// <param name="data">What was filled in.</param>
    public JsonObject Compose(Person person, string name, ChatPlace where, JsonNode? data = null)
    {
        var value = new JsonObject { ["commandId"] = "announce", ["commandContext"] = "compose", ["requestId"] = newId(), ["context"] = new JsonObject { ["theme"] = "default" } };
        if (data is not null) value["data"] = data.DeepClone();
        return In(where, Invoke(person, name, value));
    }

    /// <summary>The same activity, as it comes from another kind of chat.</summary>
    public static JsonObject In(ChatPlace where, JsonObject activity)
    {
        activity["conversation"] = where.Conversation(activity["conversation"].At("tenantId").String()!);
        foreach (var (name, member) in where.ChannelData)
            activity["channelData"]![name] = member!.DeepClone();
        return activity;
    }

    private JsonObject New(Person person, string type, string id, JsonObject more)
    {
        var now = time.GetUtcNow();
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["localTimestamp"] = TimeZoneInfo.ConvertTime(now, Amsterdam).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Europe/Amsterdam",
            ["serviceUrl"] = serviceUrl(),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.TeamsId, ["name"] = person.Name, ["aadObjectId"] = person.ObjectId },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = person.Tenant.Id, ["id"] = person.ConversationId },
            ["recipient"] = new JsonObject { ["id"] = botId, ["name"] = "VpBot" },
            ["entities"] = new JsonArray(ClientInfo(person)),
            ["channelData"] = ChannelData(person),
            ["locale"] = person.Locale,
        };
        foreach (var (name, value) in more)
            if (value is not null) activity[name] = value.DeepClone();
        return activity;
    }

    private static JsonObject ClientInfo(Person person) => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = person.Locale,
        ["country"] = person.Locale[^2..],
        ["platform"] = "Web",
        ["timezone"] = "Europe/Amsterdam",
    };

    private static JsonObject Unnamed(Person person) => new() { ["id"] = person.TeamsId, ["aadObjectId"] = person.ObjectId };

    private static JsonObject ChannelData(Person person, params (string Name, JsonObject Value)[] more)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.Tenant.Id } };
        foreach (var (name, value) in more) data[name] = value;
        return data;
    }
}

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

using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>What Teams answers to one Bot Connector request, in its own words.</summary>
internal sealed record ConnectorAnswer(int Status, JsonNode? Body)
{
    public static ConnectorAnswer Created(string id) => new(201, new JsonObject { ["id"] = id });

    public static ConnectorAnswer Ok(string id) => new(200, new JsonObject { ["id"] = id });

    public static ConnectorAnswer Done => new(200, Body: null);

    public static ConnectorAnswer Blocked => Error(403, "MessageWritesBlocked", "The user blocked the bot, or removed it, or its chat is closed.");

    public static ConnectorAnswer NotInstalled => Error(403, "ForbiddenOperationException", "The bot is not installed in user's personal scope");

    public static ConnectorAnswer Unauthorized(string why) => Error(401, "Unauthorized", $"Authorization has been denied for this request. {why}");

    public static ConnectorAnswer BadRequest(string why) => Error(400, "BadSyntax", why);

    public static ConnectorAnswer NotFound(string what) => Error(404, "ConversationNotFound", $"{what} is not known here.");

    public static ConnectorAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}

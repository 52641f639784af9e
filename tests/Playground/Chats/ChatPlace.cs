using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>A chat of the employer in which the bot is not, as Teams describes it in what it sends. Source: "Create and send dialogs", the payloads by place.</summary>
public sealed record ChatPlace(string Name, string Id, string? ConversationType, JsonObject ChannelData)
{
    public static readonly ChatPlace Meeting = new("a meeting", "19:meeting_NTk4ZDY4ZmYtZmljdGll@thread.v2", null, new() { ["meeting"] = new JsonObject { ["id"] = "MCMxOTptZWV0aW5n" } });

    public static readonly ChatPlace Channel = new(
        "a channel", "19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2", "channel",
        new() { ["channel"] = new JsonObject { ["id"] = "19:6decf54d86d945e4b3924b63a9161a78@thread.tacv2" }, ["team"] = new JsonObject { ["id"] = "19:acca514e83cb497e960e0b014d405336@thread.tacv2" } });

    public static readonly ChatPlace Group = new("a group chat", "19:d77be72390a1416e9644261e9064fa00@thread.v2", "groupChat", []);

    public static readonly ChatPlace Colleague = new("a chat with a colleague", "19:1f_2e@unq.gbl.spaces", "personal", []);

    public static IReadOnlyList<ChatPlace> All { get; } = [Meeting, Channel, Group, Colleague];

    /// <summary>A meeting does not say which kind of chat it is.</summary>
    internal JsonObject Conversation(string tenantId)
    {
        var conversation = new JsonObject { ["tenantId"] = tenantId, ["id"] = Id };
        if (ConversationType is not null) conversation["conversationType"] = ConversationType;
        if (ConversationType is "channel" or "groupChat") conversation["isGroup"] = true;
        return conversation;
    }
}

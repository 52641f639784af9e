using System.Text.Json;
using System.Text.Json.Serialization;

namespace VpBot.Teams;

/// <summary>
/// The parts of a Bot Framework activity that we read. A typed line has no member here: what an employee types in the chat
/// is not even parsed. Source: Bot Framework Activity schema 3.3.
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public string? Locale { get; init; }
    public string? ReplyToId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public ChannelData? ChannelData { get; init; }

    /// <summary>An invoke's content. Its shape depends on <see cref="Name"/>.</summary>
    public JsonElement Value { get; init; }
}

public sealed record ChannelAccount
{
    public string? Id { get; init; }

    /// <summary>The Entra object id of a person.</summary>
    public string? AadObjectId { get; init; }
}

public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
}

public sealed record ChannelData
{
    public TenantInfo? Tenant { get; init; }
}

public sealed record TenantInfo
{
    public string? Id { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(AdvisorConversation))]
[JsonSerializable(typeof(CatalogueSend))]
[JsonSerializable(typeof(EmployerConversation))]
[JsonSerializable(typeof(Outgoing.DeskReadySend))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class TeamsJson : JsonSerializerContext;

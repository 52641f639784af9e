using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace VpBot.Playground;

public enum Role
{
    Employee,
    HumanResources,
    ExternalAdvisor,
    InternalAdvisor,
}

public sealed record Tenant(string Key, string Name, string Id, bool IsProvider);

/// <summary>A fictitious person with the app in their Teams. Ids are the same in every run, so that a test can name them.</summary>
public sealed record Person(string Key, string Name, string ObjectId, Tenant Tenant, Role Role, string Locale)
{
    /// <summary>The mail address in the person's own tenant: as the settings say, else e.g. <c>sanne@luwte.example</c>.</summary>
    public string Mail { get; init; } = $"{Key}@{(Tenant.IsProvider ? "luwte" : Tenant.Key)}.example";

    /// <summary>The id of this person for this bot, opaque as in Teams: it cannot be reckoned from the object id.</summary>
    public string TeamsId { get; } = "29:1" + Opaque("teams-user", ObjectId, 64);

    /// <summary>The personal chat with the bot.</summary>
    public string ConversationId { get; } = "a:1" + Opaque("personal-chat", ObjectId, 64);

    public bool IsAdvisor => Role is Role.ExternalAdvisor or Role.InternalAdvisor;

    internal static string Opaque(string kind, string id, int bytes) =>
        Base64UrlEncoder.Encode(SHA512.HashData(Encoding.UTF8.GetBytes($"{kind} {id}"))[..bytes]);
}

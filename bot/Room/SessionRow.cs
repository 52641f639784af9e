using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Privacy;

namespace VpBot.Room;

/// <summary>An open room or desk. The browser holds the token, the database its hash; what was said is sealed.</summary>
public sealed class SessionRow
{
    public required byte[] TokenHash { get; init; }
    public required string Employer { get; init; }
    public required byte[] Sealed { get; set; }
    public required int Revision { get; set; }
    public required DateTimeOffset ForgetAt { get; set; }
}

internal sealed class SessionShape : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("Sessions").HasKey(row => row.TokenHash);
        builder.HasIndex(row => row.ForgetAt);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

/// <summary>Where a conversation stands.</summary>
/// <param name="Version">The step names of the goal, when the draft was made.</param>
internal sealed record SessionState(
    string Goal, string Version, byte[]? Draft, string Tongue, string Theme, string? Person, string? Advisor, bool InTeams)
{
    /// <summary>The pseudonym that every turn must come from, where Teams says who sends it; null for a page, whose token alone suffices.</summary>
    public string? Owner { get; init; }

    /// <summary>The chat in Teams that the person came from; null on one's own device and at the desk.</summary>
    public Confidential? Chat { get; init; }
}

[JsonSerializable(typeof(Admission))]
[JsonSerializable(typeof(SessionState))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RoomJson : JsonSerializerContext;

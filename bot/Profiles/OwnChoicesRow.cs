using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Employers;

namespace VpBot.Profiles;

/// <summary>What one advisor set themselves. When somebody is away says something about them, so it lies sealed like any person's words.</summary>
public sealed class OwnChoicesRow
{
    public required string Advisor { get; init; }
    public required byte[] Sealed { get; set; }

    /// <summary>Raised with every change. It begins with the moment, so that a row that went and came back is newer than it was.</summary>
    public required long Revision { get; set; }

    /// <summary>Put off every day while the advisor stands in the settings.</summary>
    public required DateTimeOffset ForgetAt { get; set; }
}

internal sealed class OwnChoicesShape : IEntityTypeConfiguration<OwnChoicesRow>
{
    public void Configure(EntityTypeBuilder<OwnChoicesRow> builder)
    {
        builder.ToTable("OwnChoices").HasKey(row => row.Advisor);
        builder.HasIndex(row => row.ForgetAt);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

/// <summary>The sealed content. Of another version nothing is read: the settings hold until the advisor sets it again.</summary>
internal sealed record OwnChoicesDocument(int Version, OwnChoices Set)
{
    public const int Current = 1;
}

[JsonSerializable(typeof(OwnChoicesDocument))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class OwnChoicesJson : JsonSerializerContext;

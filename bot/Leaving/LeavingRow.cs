using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Leaving;

/// <summary>An employer who was stated to be removed, since when, and when an instance read that statement last.</summary>
public sealed class LeavingRow
{
    public required string Employer { get; init; }
    public required DateTimeOffset Since { get; set; }
    public required DateTimeOffset SeenAt { get; set; }
}

internal sealed class LeavingShape : IEntityTypeConfiguration<LeavingRow>
{
    public void Configure(EntityTypeBuilder<LeavingRow> builder)
    {
        builder.ToTable("LeavingEmployers").HasKey(row => row.Employer);
        builder.Property(row => row.Since).IsConcurrencyToken();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Messages;

/// <summary>What an employee and one advisor wrote to each other about one talk, sealed. It lives no longer than that talk with that advisor.</summary>
public sealed class CorrespondenceRow
{
    public required string Appointment { get; init; }
    public required string Employer { get; init; }
    public required string Advisor { get; set; }
    public required byte[] Sealed { get; set; }

    /// <summary>Raised with every change: of two who write or read at once, one goes first and the other looks again.</summary>
    public int Revision { get; set; }
}

internal sealed class CorrespondenceShape : IEntityTypeConfiguration<CorrespondenceRow>
{
    public void Configure(EntityTypeBuilder<CorrespondenceRow> builder)
    {
        builder.ToTable("Correspondence").HasKey(row => row.Appointment);
        builder.HasIndex(row => row.Advisor);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

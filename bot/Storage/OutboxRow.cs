using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Storage;

/// <summary>Something that must leave: written in the same transaction as the promise it carries out.</summary>
public sealed class OutboxRow
{
    /// <summary>Made from what it is about, so that writing the same step twice is one row.</summary>
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required string Employer { get; init; }
    public required byte[] Sealed { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>How often it was begun. Raised by every claim, so that it names the lease too; a carrier gets the earlier ones.</summary>
    public int Attempts { get; set; }

    /// <summary>What is sealed in it, where this instance wrote it a moment ago. No column holds it.</summary>
    internal object? Payload { get; init; }

    /// <summary>For its carrier: no context knows this copy, and it has the attempts before the lease.</summary>
    internal OutboxRow AsBeforeItsLease() => new()
    {
        Id = Id,
        Kind = Kind,
        Employer = Employer,
        Sealed = Sealed,
        CreatedAt = CreatedAt,
        NotBefore = NotBefore,
        Attempts = Attempts - 1,
        Payload = Payload,
    };
}

internal sealed class OutboxShape : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("Outbox").HasKey(row => row.Id);
        builder.HasIndex(row => row.NotBefore);
        builder.Ignore(row => row.Payload);
        // Who claimed the row last may remove it, and nobody else.
        builder.Property(row => row.Attempts).IsConcurrencyToken();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Appointments.Watching;

/// <summary>What we know of Graph's subscription to one advisor's calendar.</summary>
public sealed class SubscriptionRow
{
    public required string Advisor { get; init; }

    /// <summary>Graph's id; null while there is none that we know of.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Our own address that it tells.</summary>
    public required string Address { get; init; }

    /// <summary>Of the secret that a notification must bring. The secret itself is kept nowhere.</summary>
    public required byte[] ClientStateHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it is made or renewed next. Whoever moves it is the one that does so.</summary>
    public required DateTimeOffset TendAt { get; init; }
}

internal sealed class SubscriptionShape : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("GraphSubscriptions").HasKey(row => row.Advisor);
        builder.HasIndex(row => row.TendAt);
    }
}

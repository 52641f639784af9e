using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>What became of a place in the line.</summary>
public enum PlaceState
{
    Waiting,
    Called,
    Done,

    /// <summary>Called, and nobody came.</summary>
    NotThere,

    /// <summary>Given up. The number stays used, so that it never means somebody else.</summary>
    Left,
}

/// <summary>
/// A number in the line of one advisor's consultation hour. It holds nothing about a person or an employer, so nothing is sealed.
/// A number is given once and its row stays until the end of the day: whoever joins on an older count meets the key, so that the
/// line can never hold more people than there are turns.
/// </summary>
public sealed class ConsultationPlaceRow
{
    public required string Advisor { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required int Number { get; init; }

    /// <summary>The keyed hash of the return code; null once the place was given up.</summary>
    public byte[]? CodeHash { get; set; }
    public PlaceState State { get; set; }

    /// <summary>When the talk began, to tell the others about what time it will be.</summary>
    public DateTimeOffset? CalledAt { get; set; }
    public required DateTimeOffset ForgetAt { get; init; }

    public bool IsActive => State is PlaceState.Waiting or PlaceState.Called;
}

internal sealed class ConsultationPlaceShape : IEntityTypeConfiguration<ConsultationPlaceRow>
{
    public void Configure(EntityTypeBuilder<ConsultationPlaceRow> builder)
    {
        builder.ToTable("ConsultationPlaces").HasKey(row => new { row.Advisor, row.StartsAt, row.Number });
        builder.HasIndex(row => row.CodeHash).IsUnique();
        builder.HasIndex(row => row.ForgetAt);
        // Of two presses at once one is carried out; the other is done again on what is true by then.
        builder.Property(row => row.State).IsConcurrencyToken();
        builder.Ignore(row => row.IsActive);
    }
}

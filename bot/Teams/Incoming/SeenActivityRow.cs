using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Storage;

namespace VpBot.Teams.Incoming;

/// <summary>An activity that had its effect, as a keyed hash. Teams repeats what it thinks was lost; an effect happens once.</summary>
public sealed class SeenActivityRow
{
    public required byte[] Hash { get; init; }
    public required DateTimeOffset ForgetAt { get; init; }
}

internal sealed class SeenActivityShape : IEntityTypeConfiguration<SeenActivityRow>
{
    public void Configure(EntityTypeBuilder<SeenActivityRow> builder)
    {
        builder.ToTable("SeenActivities").HasKey(row => row.Hash);
        builder.HasIndex(row => row.ForgetAt);
    }
}

internal sealed class SeenActivityForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping) =>
        db.Set<SeenActivityRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
}

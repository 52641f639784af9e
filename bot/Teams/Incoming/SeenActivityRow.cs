using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpBot.Privacy;
using VpBot.Storage;
using VpBot.Storage.Direct;

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

/// <summary>Says of an activity that it has its effect now: a mark that changes nothing says that it had it before.</summary>
internal sealed class SeenActivities(KeyedHash hash, TimeProvider clock)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(2);

    private const string Insert = """
        INSERT INTO "SeenActivities" ("Hash", "ForgetAt") VALUES ($1, $2)
        ON CONFLICT ("Hash") DO UPDATE SET "ForgetAt" = excluded."ForgetAt" WHERE "SeenActivities"."ForgetAt" <= $3
        """;

    public byte[] HashOf(Activity activity) => hash.Of(HashedKind.Activity, $"{activity.Conversation!.Id}\n{activity.Id}");

    public Statement Mark(Activity activity)
    {
        var now = clock.GetUtcNow();
        return new(Insert, HashOf(activity), (now + Remembered).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
    }
}

internal sealed class SeenActivityForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping) =>
        db.Set<SeenActivityRow>().Where(row => row.ForgetAt < now).ExecuteDeleteAsync(stopping);
}

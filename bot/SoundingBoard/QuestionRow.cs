using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpBot.SoundingBoard;

/// <summary>How far a question to a colleague has come. Both of them see it.</summary>
public enum QuestionState
{
    Asked,
    Read,
    Answered,
    AnswerRead,
}

/// <summary>A question of one advisor to another. It hangs on no request, and nothing in clear says who asks.</summary>
public sealed class QuestionRow
{
    public required string Id { get; init; }

    /// <summary>The key of the colleague who is asked.</summary>
    public required string Colleague { get; init; }

    /// <summary>The asker's key, hashed: the answer finds its way back to their desk.</summary>
    public required byte[] AskerHash { get; init; }
    public QuestionState State { get; set; }
    public required byte[] Sealed { get; set; }
    public required DateTimeOffset ForgetAt { get; init; }

    /// <summary>Raised with every change: of two presses at once, one wins and the other is told.</summary>
    public int Revision { get; set; }
}

internal sealed class QuestionShape : IEntityTypeConfiguration<QuestionRow>
{
    public void Configure(EntityTypeBuilder<QuestionRow> builder)
    {
        builder.ToTable("ColleagueQuestions").HasKey(row => row.Id);
        builder.HasIndex(row => row.Colleague);
        builder.HasIndex(row => row.AskerHash);
        builder.HasIndex(row => row.ForgetAt);
        builder.Property(row => row.Revision).IsConcurrencyToken();
    }
}

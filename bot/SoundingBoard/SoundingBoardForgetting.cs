using Microsoft.EntityFrameworkCore;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>Questions past their end. Most are gone before: who asked ends it with one press.</summary>
internal sealed class SoundingBoardForgetting : IForgetful
{
    public Task<int> ForgetAsync(Database db, DateTimeOffset now, CancellationToken stopping) =>
        db.Set<QuestionRow>().Where(row => row.ForgetAt <= now).ExecuteDeleteAsync(stopping);
}

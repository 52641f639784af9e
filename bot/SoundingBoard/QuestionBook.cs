using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.SoundingBoard;

/// <summary>Asking, reading, answering and forgetting. Every method works on the transaction of its <c>db</c>; the caller saves.</summary>
public sealed class QuestionBook(Sealing sealing, KeyedHash hash, Outbox outbox, EmployerDirectory directory, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Questions belong to no employer: what is sealed says of none whose matter it was.</summary>
    private const string NoEmployer = "sounding-board";

    public void Ask(Database db, Advisor asker, ExternalAdvisor colleague, Question question)
    {
        var row = new QuestionRow
        {
            Id = RandomNumberGenerator.GetHexString(32, lowercase: true),
            Colleague = colleague.Id,
            AskerHash = HashOf(asker.Id),
            Sealed = Seal(question),
            ForgetAt = clock.GetUtcNow() + Lifetime,
        };
        db.Add(row);
        Call(db, row, colleague);
    }

    /// <summary>What this advisor is asked, and what they asked themselves.</summary>
    public async Task<IReadOnlyList<QuestionRow>> OfAsync(Database db, Advisor self)
    {
        var (asker, now) = (HashOf(self.Id), clock.GetUtcNow());
        // Tracked, and looked at again in memory: what this turn just asked or took back is not saved yet.
        await db.Set<QuestionRow>().Where(row => (row.Colleague == self.Id || row.AskerHash == asker) && row.ForgetAt > now)
            .OrderBy(row => row.ForgetAt).ThenBy(row => row.Id).Take(50).LoadAsync();
        return
        [
            .. db.Set<QuestionRow>().Local.Where(row => (row.Colleague == self.Id || IsAsker(row, self)) && row.ForgetAt > now)
                .OrderBy(row => row.ForgetAt).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
    }

    public bool IsAsker(QuestionRow row, Advisor self) => CryptographicOperations.FixedTimeEquals(row.AskerHash, HashOf(self.Id));

    public Question? QuestionOf(QuestionRow row) => sealing.Open(NoEmployer, SealedKind.ColleagueQuestion, row.Sealed, SoundingBoardJson.Default.Question);

    /// <summary>The one whose turn it was to read has read it.</summary>
    public void See(QuestionRow row, Advisor self)
    {
        var next = (row.State, row.Colleague == self.Id) switch
        {
            (QuestionState.Asked, true) => QuestionState.Read,
            (QuestionState.Answered, false) => QuestionState.AnswerRead,
            var (state, _) => state,
        };
        if (next == row.State)
            return;
        row.State = next;
        row.Revision++;
    }

    /// <summary>False when it was answered before, or forgotten meanwhile; then nothing changed.</summary>
    public bool Answer(Database db, QuestionRow? row, Advisor self, Confidential answer)
    {
        if (row is not { State: QuestionState.Asked or QuestionState.Read } || row.Colleague != self.Id || QuestionOf(row) is not { } question)
            return false;
        row.Sealed = Seal(question with { Answer = answer });
        row.State = QuestionState.Answered;
        row.Revision++;
        // An internal advisor is not called: that card would lie with the employer, and look like a request.
        if (directory.Advisors.OfType<ExternalAdvisor>().FirstOrDefault(advisor => IsAsker(row, advisor)) is { } asker)
            Call(db, row, asker);
        return true;
    }

    private void Call(Database db, QuestionRow row, ExternalAdvisor advisor) =>
        outbox.Add(db, NoEmployer, ColleagueCalling.KindName, $"{row.Id}/{row.State}", new ColleagueCall(advisor.Id), SoundingBoardJson.Default.ColleagueCall);

    private byte[] Seal(Question question) => sealing.Seal(NoEmployer, SealedKind.ColleagueQuestion, question, SoundingBoardJson.Default.Question);

    private byte[] HashOf(string advisor) => hash.Of(HashedKind.Asker, advisor);
}

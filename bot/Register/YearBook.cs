using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Register;

/// <summary>
/// Counts that name nobody. Every method works on the transaction of its <c>db</c>; of two at once one is refused when it is
/// saved, and does its turn again.
/// </summary>
public sealed class YearBook(Sealing sealing, TimeProvider clock)
{
    /// <summary>One more in the quarter of this moment. Nothing of which request it was comes in here.</summary>
    public async Task CountAsync(Database db, string employer, Side side, ClosingNote note)
    {
        var today = AmsterdamTime.DayOf(clock.GetUtcNow());
        var noted = new Dictionary<Question, string>
        {
            [Question.Quarter] = ((Quarter)((today.Month - 1) / 3)).ToString(),
            [Question.Side] = side.ToString(),
            [Question.Matter] = note.Matter.ToString(),
            [Question.Met] = note.Met.ToString(),
            [Question.Followed] = note.Followed.ToString(),
            [Question.Result] = note.Result.ToString(),
        };
        if (await db.Set<RegisterRow>().SingleOrDefaultAsync(row => row.Employer == employer && row.Year == today.Year) is { } known)
            known.Sealed = Seal(employer, Open(known).And(noted));
        else
            db.Add(new RegisterRow { Employer = employer, Year = today.Year, Sealed = Seal(employer, Counts.None.And(noted)) });
    }

    /// <summary>What may be seen of a year, by question; null when it is too little to show anything.</summary>
    public async Task<IReadOnlyDictionary<Question, IReadOnlyList<Figure>>?> FiguresAsync(Database db, string employer, int year)
    {
        var row = await db.Set<RegisterRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Employer == employer && row.Year == year);
        var counts = row is null ? Counts.None : Open(row);
        var figures = Questions.Trees.ToDictionary(tree => tree.Key, tree => Suppression.Of(tree.Value, answer => counts.Of(tree.Key, answer)));
        return figures.Values.Any(shown => shown is null) ? null : figures.ToDictionary(shown => shown.Key, shown => shown.Value!);
    }

    /// <summary>The counts of a year go for good, once its report is released: there is nothing left to make another one of.</summary>
    public static async Task CloseYearAsync(Database db, string employer, int year)
    {
        if (await db.Set<RegisterRow>().SingleOrDefaultAsync(row => row.Employer == employer && row.Year == year) is { } row)
            db.Remove(row);
    }

    /// <exception cref="InvalidOperationException">The keys are gone. Counting on from nothing would make the figures untrue without a word.</exception>
    private Counts Open(RegisterRow row) =>
        sealing.Open(row.Employer, SealedKind.Register, row.Sealed, RegisterJson.Default.Counts)
        ?? throw new InvalidOperationException("The counts of a year do not open.");

    private byte[] Seal(string employer, Counts counts) => sealing.Seal(employer, SealedKind.Register, counts, RegisterJson.Default.Counts);
}

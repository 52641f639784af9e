using Microsoft.EntityFrameworkCore;
using VpBot.Employers;
using VpBot.Privacy;
using VpBot.Storage;

namespace VpBot.Appointments.ConsultationHours;

/// <summary>
/// Joining, leaving and calling. Every method works on the transaction of its <c>db</c>; the caller saves. A turn that loses a
/// race for a number or a call is done again by its caller.
/// </summary>
public sealed class ConsultationBook(KeyedHash hash)
{
    /// <summary>The lines of this advisor that can be joined or watched from now on, from early to late.</summary>
    public static async Task<IReadOnlyList<WaitingLine>> LinesAsync(Database db, Advisor advisor, DateTimeOffset now)
    {
        if (!advisor.Hours.HoldsConsultations)
            return [];
        // Tracked, and counted in memory: what this turn just changed is not saved yet.
        var places = await db.Set<ConsultationPlaceRow>().Where(row => row.Advisor == advisor.Id && row.ForgetAt > now).ToListAsync();
        return [.. Consultation.From(now, advisor.Hours).Select(consultation => Line(consultation, places, now))];
    }

    /// <summary>The line of one hour; null when the advisor is not there then.</summary>
    public static async Task<WaitingLine?> LineAsync(Database db, Advisor advisor, DateTimeOffset start, DateTimeOffset now)
    {
        if (Consultation.At(start, advisor.Hours) is not { } consultation || consultation.ForgetAt <= now)
            return null;
        var places = await db.Set<ConsultationPlaceRow>().Where(row => row.Advisor == advisor.Id && row.StartsAt == start).ToListAsync();
        return Line(consultation, places, now);
    }

    /// <summary>The line that an advisor works with: the one of now, else one that runs late, else the next one.</summary>
    public static async Task<WaitingLine?> AtDeskAsync(Database db, Advisor advisor, DateTimeOffset now)
    {
        var lines = await LinesAsync(db, advisor, now);
        return lines.FirstOrDefault(line => line.HasBegun && !line.IsOver)
            ?? lines.FirstOrDefault(line => line.IsOver && line.Places.Any(place => place.IsActive))
            ?? lines.FirstOrDefault(line => !line.IsOver);
    }

    public static Task<ConsultationPlaceRow?> FindAsync(Database db, string advisor, DateTimeOffset start, int number, DateTimeOffset now) =>
        db.Set<ConsultationPlaceRow>().SingleOrDefaultAsync(row => row.Advisor == advisor && row.StartsAt == start && row.Number == number && row.ForgetAt > now);

    public Task<ConsultationPlaceRow?> FindByCodeAsync(Database db, string code, DateTimeOffset now)
    {
        var codeHash = hash.Of(HashedKind.ConsultationCode, code);
        return db.Set<ConsultationPlaceRow>().SingleOrDefaultAsync(row => row.CodeHash == codeHash && row.ForgetAt > now);
    }

    /// <summary>Takes the next number, or null when the line is full, closed or not held any more.</summary>
    public async Task<int?> JoinAsync(Database db, Advisor advisor, DateTimeOffset start, string code, DateTimeOffset now)
    {
        if (await LineAsync(db, advisor, start, now) is not { Free: > 0 } line)
            return null;
        db.Add(new ConsultationPlaceRow
        {
            Advisor = advisor.Id,
            StartsAt = start,
            Number = line.NextNumber,
            CodeHash = hash.Of(HashedKind.ConsultationCode, code),
            ForgetAt = line.Consultation.ForgetAt,
        });
        return line.NextNumber;
    }

    public static void Leave(ConsultationPlaceRow place)
    {
        if (place.State != PlaceState.Waiting && place.State != PlaceState.Called)
            return;
        place.State = PlaceState.Left;
        place.CodeHash = null;
    }

    /// <summary>Ends the talk that is going on and calls this number. False when it is not the next one any more; then nothing happened.</summary>
    public static bool Call(WaitingLine line, int number)
    {
        if (!line.HasBegun || line.Waiting is not [var next, ..] || next.Number != number)
            return false;
        if (line.Called is { } called)
            called.State = PlaceState.Done;
        (next.State, next.CalledAt) = (PlaceState.Called, line.Now);
        return true;
    }

    /// <summary>The talk with this number is over, or nobody came and the next number is called. False when it was not this number's turn.</summary>
    public static bool End(WaitingLine line, int number, bool came)
    {
        if (line.Called is not { } called || called.Number != number)
            return false;
        called.State = came ? PlaceState.Done : PlaceState.NotThere;
        if (!came && line.Waiting is [var next, ..])
            (next.State, next.CalledAt) = (PlaceState.Called, line.Now);
        return true;
    }

    private static WaitingLine Line(Consultation consultation, IEnumerable<ConsultationPlaceRow> places, DateTimeOffset now) =>
        new(consultation, [.. places.Where(place => place.StartsAt == consultation.Slot.Start)], now);
}

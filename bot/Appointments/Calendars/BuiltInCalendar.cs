using System.Runtime.InteropServices;
using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Employers;
using VpBot.Language;
using VpBot.Storage.Direct;

namespace VpBot.Appointments.Calendars;

/// <summary>The calendar that needs nothing but our database: opening hours from the settings, and what was held and booked here.</summary>
public sealed class BuiltInCalendar : ICalendar
{
    // Every page with times asks this of each advisor on it, so it is one plain look.
    private const string Select = """
        SELECT DISTINCT "Appointment", "StartsAt", "Minutes" FROM "TimeCells"
        WHERE "Advisor" = $1 AND "StartsAt" >= $2 AND ("HeldUntil" IS NULL OR "HeldUntil" > $3)
        """;

    private readonly IEngine _engine;

    internal BuiltInCalendar(IEngine engine) => _engine = engine;

    public async Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now)
    {
        var free = new Dictionary<string, Availability>();
        foreach (var advisor in advisors)
            free[advisor.Id] = new Availability.Known(await FreeAsync(advisor, wanted, [], now));
        return free;
    }

    /// <summary>The same for one advisor, beside what is busy in another calendar of theirs.</summary>
    public async Task<IReadOnlyList<Slot>> FreeAsync(Advisor advisor, Wanted wanted, IReadOnlyCollection<Slot> busy, DateTimeOffset now)
    {
        var (taken, own) = await TakenAsync(advisor, wanted.InsteadOf, now);
        return FreeTime.Of(wanted.Of(advisor.Hours), taken, own, busy, now);
    }

    public Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot) => Task.FromResult<bool?>(true);

    /// <summary>
    /// What was held and booked with an advisor since the beginning of today, and apart from it the talk that gives its time back.
    /// What a turn has not saved yet is not in it.
    /// </summary>
    internal async Task<(IReadOnlyCollection<Slot> Taken, IReadOnlyCollection<Slot> Own)> TakenAsync(Advisor advisor, string? insteadOf, DateTimeOffset now)
    {
        var today = AmsterdamDay.Of(AmsterdamTime.DayOf(now)).At(TimeOnly.MinValue);
        var talks = await _engine.ReadAsync(
            new Statement(Select, advisor.Id, today.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds()),
            static row => new TakenTalk(row.GetString(0), new Slot(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), TimeSpan.FromMinutes(row.GetInt32(2)))),
            CancellationToken.None);
        return (Slots(talks, insteadOf, own: false), Slots(talks, insteadOf, own: true));
    }

    private static List<Slot> Slots(IReadOnlyList<TakenTalk> talks, string? insteadOf, bool own) =>
        [.. talks.Where(talk => talk.Appointment == insteadOf == own).Select(talk => talk.Slot)];

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct TakenTalk(string Appointment, Slot Slot);
}

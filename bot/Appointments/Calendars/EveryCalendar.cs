using VpBot.Appointments.Calendars.BuiltIn;
using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Appointments.Calendars;

/// <summary>
/// The built-in calendar for everyone, and beside it the mailbox of the advisors who have one in the provider's tenant. All of
/// them are asked in one request. A mailbox that does not answer makes its advisor unknown, never free.
/// </summary>
public sealed class EveryCalendar(RememberedMailbox mailbox) : ICalendar
{
    public async Task<IReadOnlyDictionary<string, Availability>> FreeAsync(
        Database db, IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now)
    {
        var asked = advisors.OfType<ExternalAdvisor>().Where(advisor => advisor.Mailbox is not null).ToList();
        var busy = asked.Count == 0
            ? new Dictionary<string, Busy>()
            : await mailbox.BusyAsync(asked, now, now.AddDays(asked.Max(advisor => advisor.Hours.FurthestDay) + 1), CancellationToken.None);
        var free = new Dictionary<string, Availability>();
        foreach (var advisor in advisors)
        {
            var (taken, own) = await BuiltInCalendar.TakenAsync(db, advisor, wanted.InsteadOf, now);
            var hours = wanted.Of(advisor.Hours);
            free[advisor.Id] = busy.GetValueOrDefault(advisor.Id) switch
            {
                null => new Availability.Known(FreeTime.Of(hours, taken, own, [], now)),
                Busy.Known known => new Availability.Known(FreeTime.Of(hours, taken, own, known.Taken, now)),
                Busy.Unknown unknown => new Availability.Unknown(unknown.Fault),
                _ => throw new InvalidOperationException("A mailbox is known or unknown."),
            };
        }

        return free;
    }

    public async Task<bool?> IsFreeNowAsync(Advisor advisor, Slot slot)
    {
        if (advisor is not ExternalAdvisor { Mailbox: not null } external)
            return true;
        var (from, until) = (slot.Start - advisor.Hours.BufferBefore, slot.End + advisor.Hours.BufferAfter);
        return (await mailbox.BusyAfreshAsync([external], from, until, CancellationToken.None))[advisor.Id] is Busy.Known known
            ? !known.Taken.Any(busy => busy.Start < until && busy.End > from)
            : null;
    }
}

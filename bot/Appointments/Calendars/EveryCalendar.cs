using VpBot.Appointments.Calendars.Graph;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars;

/// <summary>
/// The built-in calendar for everyone, and beside it the mailbox of the advisors who have one in the provider's tenant. All of
/// them are asked in one request. A mailbox that does not answer makes its advisor unknown, never free.
/// </summary>
public sealed class EveryCalendar(BuiltInCalendar builtIn, RememberedMailbox mailbox) : ICalendar
{
    public async Task<IReadOnlyDictionary<string, Availability>> FreeAsync(IReadOnlyList<Advisor> advisors, Wanted wanted, DateTimeOffset now)
    {
        var asked = advisors.OfType<ExternalAdvisor>().Where(advisor => advisor.Mailbox is not null).ToList();
        var busy = asked.Count == 0
            ? new Dictionary<string, Busy>()
            : await mailbox.BusyAsync(asked, now, now.AddDays(asked.Max(advisor => advisor.Hours.FurthestDay) + 1), CancellationToken.None);
        var free = new Dictionary<string, Availability>();
        foreach (var advisor in advisors)
        {
            free[advisor.Id] = busy.GetValueOrDefault(advisor.Id) switch
            {
                null => new Availability.Known(await builtIn.FreeAsync(advisor, wanted, [], now)),
                Busy.Known known => new Availability.Known(await builtIn.FreeAsync(advisor, wanted, known.Taken, now)),
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

using Microsoft.Graph.Models;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>Asks Graph when advisors are not free. Of its answer only the view and the fact of an error are read.</summary>
internal sealed class FreeBusy(GraphLine line, ProviderMailboxes mailboxes)
{
    private const int MostSchedules = 20;

    // One advisor whose own mailbox is closed to us must not silence the calendars of the others.
    private const int MostPaths = 3;

    /// <exception cref="ForbiddenRequestException">One of them has no mailbox that we may ask; then nobody is asked.</exception>
    public async Task<IReadOnlyDictionary<string, Busy>> AskAsync(
        IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping)
    {
        var asked = advisors.Select(advisor => new Asked(advisor, mailboxes.Of(advisor).Address)).DistinctBy(one => one.Address).ToList();
        var answers = await Task.WhenAll(
            from window in ScheduleWindow.Between(@from, until)
            from some in asked.Chunk(MostSchedules)
            select AskAsync(some, window, stopping));
        return asked.ToDictionary(
            one => one.Advisor.Id,
            one => Together([.. answers.Where(answer => answer.ContainsKey(one.Advisor.Id)).Select(answer => answer[one.Advisor.Id])]));
    }

    private async Task<Dictionary<string, Busy>> AskAsync(Asked[] some, ScheduleWindow window, CancellationToken stopping)
    {
        MailboxAnswer<List<ScheduleInformation>> answer = new MailboxAnswer<List<ScheduleInformation>>.Later(TimeSpan.Zero);
        foreach (var one in some.Take(MostPaths))
        {
            answer = await AskThroughAsync(one.Advisor, [.. some.Select(other => other.Address)], window, stopping);
            if (answer is not MailboxAnswer<List<ScheduleInformation>>.Refused { Fault: CalendarFault.Refused })
                break;
        }

        return some.ToDictionary(one => one.Advisor.Id, one => answer switch
        {
            MailboxAnswer<List<ScheduleInformation>>.Done done => Read(done.Value, one.Address, window),
            MailboxAnswer<List<ScheduleInformation>>.Later => new Busy.Unknown(CalendarFault.NoAnswer),
            MailboxAnswer<List<ScheduleInformation>>.Refused refused => new Busy.Unknown(refused.Fault),
            _ => throw new InvalidOperationException("A mailbox answers in three ways."),
        });
    }

    private Task<MailboxAnswer<List<ScheduleInformation>>> AskThroughAsync(
        ExternalAdvisor advisor, IReadOnlyList<string> addresses, ScheduleWindow window, CancellationToken stopping) =>
        line.AskAsync<List<ScheduleInformation>>(
            advisor,
            async (mailbox, token) =>
            {
                var answer = await mailbox.Calendar.GetSchedule.PostAsGetSchedulePostResponseAsync(
                    GraphBodies.Schedule(addresses, window.From, window.Until),
                    request => request.Headers.Add("Prefer", $"outlook.timezone=\"{GraphBodies.ZoneName}\""),
                    token);
                return answer?.Value is { } schedules
                    ? new MailboxAnswer<List<ScheduleInformation>>.Done(schedules)
                    : new MailboxAnswer<List<ScheduleInformation>>.Refused(CalendarFault.Nonsense);
            },
            stopping);

    private static Busy Read(List<ScheduleInformation> schedules, string address, ScheduleWindow window) =>
        schedules.Where(schedule => string.Equals(schedule.ScheduleId, address, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [{ Error: not null }] => new Busy.Unknown(CalendarFault.Refused),
            [var schedule] => window.Read(schedule.AvailabilityView),
            _ => new Busy.Unknown(CalendarFault.Nonsense),
        };

    private static Busy Together(IReadOnlyList<Busy> parts) =>
        parts.OfType<Busy.Unknown>().FirstOrDefault() is { } unknown
            ? unknown
            : new Busy.Known([.. parts.OfType<Busy.Known>().SelectMany(part => part.Taken)]);

    private sealed record Asked(ExternalAdvisor Advisor, string Address);
}

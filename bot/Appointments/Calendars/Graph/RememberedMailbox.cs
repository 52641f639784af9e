using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>
/// Remembers for at most a minute when an advisor is busy, while somebody looks at times. Whoever books asks afresh.
/// A calendar that could not be asked is not remembered, and what we write to a mailbox makes us forget what we knew of it.
/// </summary>
public sealed class RememberedMailbox(IMailbox mailbox, TimeProvider clock) : IMailbox
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Question, Remembered> _answers = new();

    public async Task<IReadOnlyDictionary<string, Busy>> BusyAsync(
        IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping)
    {
        (from, until) = (Quarter(from), Quarter(until.AddTicks(ScheduleWindow.Quarter.Ticks - 1)));
        var now = clock.GetUtcNow();
        var known = new Dictionary<string, Busy>();
        foreach (var advisor in advisors)
        {
            if (_answers.TryGetValue(new(advisor.Id, from, until), out var remembered) && now - remembered.AskedAt < Lifetime)
                known[advisor.Id] = remembered.Busy;
        }

        var unknown = advisors.Where(advisor => !known.ContainsKey(advisor.Id)).ToList();
        if (unknown.Count == 0)
            return known;
        foreach (var (id, busy) in await BusyAfreshAsync(unknown, from, until, stopping))
            known[id] = busy;
        return known;
    }

    /// <summary>As <see cref="BusyAsync"/>, but from the calendar itself, as it is now.</summary>
    public async Task<IReadOnlyDictionary<string, Busy>> BusyAfreshAsync(
        IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping)
    {
        (from, until) = (Quarter(from), Quarter(until.AddTicks(ScheduleWindow.Quarter.Ticks - 1)));
        // Counted from the question: what changes while we wait for the answer may be missing from it.
        var askedAt = clock.GetUtcNow();
        var answers = await mailbox.BusyAsync(advisors, from, until, stopping);
        foreach (var old in _answers.Where(answer => askedAt - answer.Value.AskedAt >= Lifetime))
            _answers.TryRemove(old);
        foreach (var (id, busy) in answers)
        {
            var question = new Question(id, from, until);
            if (busy is Busy.Known known)
                _answers[question] = new(known, askedAt);
            else
                _answers.TryRemove(question, out _);
        }

        return answers;
    }

    public Task<MailboxAnswer<string>> CreateMeetingAsync(ExternalAdvisor advisor, Slot slot, CancellationToken stopping) =>
        mailbox.CreateMeetingAsync(advisor, slot, stopping);

    public Task<MailboxAnswer<OnlineMeetingSeen>> ReadMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping) =>
        mailbox.ReadMeetingAsync(advisor, meeting, stopping);

    public Task<MailboxAnswer<bool>> MoveMeetingAsync(ExternalAdvisor advisor, string meeting, Slot slot, CancellationToken stopping) =>
        mailbox.MoveMeetingAsync(advisor, meeting, slot, stopping);

    public Task<MailboxAnswer<bool>> DeleteMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping) =>
        mailbox.DeleteMeetingAsync(advisor, meeting, stopping);

    public Task<MailboxAnswer<string>> CreateEventAsync(
        ExternalAdvisor advisor, Slot slot, string appointment, string reference, CancellationToken stopping) =>
        ForgetAfterAsync(advisor, mailbox.CreateEventAsync(advisor, slot, appointment, reference, stopping));

    public Task<MailboxAnswer<EventSeen?>> ReadEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping) =>
        mailbox.ReadEventAsync(advisor, eventId, stopping);

    public Task<MailboxAnswer<bool>> MoveEventAsync(ExternalAdvisor advisor, string eventId, Slot slot, CancellationToken stopping) =>
        ForgetAfterAsync(advisor, mailbox.MoveEventAsync(advisor, eventId, slot, stopping));

    public Task<MailboxAnswer<bool>> DeleteEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping) =>
        ForgetAfterAsync(advisor, mailbox.DeleteEventAsync(advisor, eventId, stopping));

    // Also after a failure: we may not know whether it was carried out.
    private async Task<T> ForgetAfterAsync<T>(ExternalAdvisor advisor, Task<T> change)
    {
        try
        {
            return await change;
        }
        finally
        {
            foreach (var question in _answers.Keys.Where(question => question.Advisor == advisor.Id))
                _answers.TryRemove(question, out _);
        }
    }

    private static DateTimeOffset Quarter(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % ScheduleWindow.Quarter.Ticks), TimeSpan.Zero);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Question(string Advisor, DateTimeOffset From, DateTimeOffset Until);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Remembered(Busy.Known Busy, DateTimeOffset AskedAt);
}

using VpBot.Employers;

namespace VpBot.Appointments.Calendars;

/// <summary>When somebody is not free, as their calendar says. Subjects, places and people are never read.</summary>
public abstract record Busy
{
    private Busy() { }

    public sealed record Known(IReadOnlyList<Slot> Taken) : Busy;

    /// <summary>The calendar could not be asked. That is never free time.</summary>
    public sealed record Unknown(CalendarFault Fault) : Busy;
}

/// <summary>What a mailbox answered. Nothing here throws for the network or for nonsense.</summary>
public abstract record MailboxAnswer<T>
{
    private MailboxAnswer() { }

    public sealed record Done(T Value) : MailboxAnswer<T>;

    /// <summary>Not now; at least <paramref name="After"/> (Retry-After, or zero).</summary>
    public sealed record Later(TimeSpan After) : MailboxAnswer<T>;

    /// <summary>Asking again is of no use: no permission, no such mailbox, or nonsense in an answer.</summary>
    public sealed record Refused(CalendarFault Fault) : MailboxAnswer<T>;
}

/// <summary>An online meeting as a guest joins it.</summary>
/// <param name="JoinUrl">Shown in the room only, behind a warning: it names the provider's tenant.</param>
public sealed record OnlineMeetingSeen(string Id, string MeetingId, string Passcode, string JoinUrl, bool SettingsTook);

/// <summary>One of our events, as it stands in the advisor's calendar now.</summary>
public sealed record EventSeen(string Id, Slot Slot);

/// <summary>
/// An advisor's own mailbox in the provider's tenant. The members are all there is: no attendee, no name, no employer, no
/// words of a person can be passed. An appointment id is our own opaque id.
/// </summary>
public interface IMailbox
{
    /// <summary>Busy times of up to twenty advisors in one request. Every advisor asked for is in the answer.</summary>
    Task<IReadOnlyDictionary<string, Busy>> BusyAsync(IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping);

    Task<MailboxAnswer<string>> CreateMeetingAsync(ExternalAdvisor advisor, Slot slot, CancellationToken stopping);

    Task<MailboxAnswer<OnlineMeetingSeen>> ReadMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping);

    Task<MailboxAnswer<bool>> MoveMeetingAsync(ExternalAdvisor advisor, string meeting, Slot slot, CancellationToken stopping);

    /// <summary>Done also when it was gone already.</summary>
    Task<MailboxAnswer<bool>> DeleteMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping);

    /// <summary>Repeatable: the appointment id is the <c>transactionId</c>, so a second request gives the same event.</summary>
    Task<MailboxAnswer<string>> CreateEventAsync(ExternalAdvisor advisor, Slot slot, string appointment, string reference, CancellationToken stopping);

    /// <summary>Null when the advisor removed it.</summary>
    Task<MailboxAnswer<EventSeen?>> ReadEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping);

    Task<MailboxAnswer<bool>> MoveEventAsync(ExternalAdvisor advisor, string eventId, Slot slot, CancellationToken stopping);

    /// <summary>Permanently, so that nothing stays in the deleted items. Done also when it was gone already.</summary>
    Task<MailboxAnswer<bool>> DeleteEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping);
}

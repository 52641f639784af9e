using System.Net;
using Microsoft.Graph.Models;
using VpBot.Employers;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>The provider's mailboxes in Microsoft Graph. Every request that it can make stands in <see cref="GraphRequests"/>.</summary>
internal sealed class GraphMailbox(GraphLine line, FreeBusy freeBusy) : IMailbox
{
    private const int LongestId = 1024;
    private static readonly string[] EventMembers = ["id", "start", "end", "isCancelled"];

    public Task<IReadOnlyDictionary<string, Busy>> BusyAsync(
        IReadOnlyList<ExternalAdvisor> advisors, DateTimeOffset from, DateTimeOffset until, CancellationToken stopping) =>
        freeBusy.AskAsync(advisors, from, until, stopping);

    public Task<MailboxAnswer<string>> CreateMeetingAsync(ExternalAdvisor advisor, Slot slot, CancellationToken stopping) =>
        line.AskAsync<string>(
            advisor,
            async (mailbox, token) => Id((await mailbox.OnlineMeetings.PostAsync(GraphBodies.NewMeeting(slot), null, token))?.Id),
            stopping);

    public Task<MailboxAnswer<OnlineMeetingSeen>> ReadMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meeting);
        return line.AskAsync<OnlineMeetingSeen>(
            advisor,
            async (mailbox, token) => Seen(await mailbox.OnlineMeetings[meeting].GetAsync(null, token)) is { } seen
                ? new MailboxAnswer<OnlineMeetingSeen>.Done(seen)
                : new MailboxAnswer<OnlineMeetingSeen>.Refused(CalendarFault.Nonsense),
            stopping);
    }

    public Task<MailboxAnswer<bool>> MoveMeetingAsync(ExternalAdvisor advisor, string meeting, Slot slot, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meeting);
        return line.AskAsync<bool>(
            advisor,
            async (mailbox, token) =>
            {
                await mailbox.OnlineMeetings[meeting].PatchAsync(GraphBodies.MovedMeeting(slot), null, token);
                return new MailboxAnswer<bool>.Done(true);
            },
            stopping);
    }

    public Task<MailboxAnswer<bool>> DeleteMeetingAsync(ExternalAdvisor advisor, string meeting, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meeting);
        return line.AskAsync(advisor, (mailbox, token) => GoneAfterAsync(mailbox.OnlineMeetings[meeting].DeleteAsync(null, token)), stopping);
    }

    public Task<MailboxAnswer<string>> CreateEventAsync(
        ExternalAdvisor advisor, Slot slot, string appointment, string reference, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(appointment);
        return line.AskAsync<string>(
            advisor,
            async (mailbox, token) => Id((await mailbox.Events.PostAsync(GraphBodies.NewEvent(slot, appointment, reference), null, token))?.Id),
            stopping);
    }

    public Task<MailboxAnswer<EventSeen?>> ReadEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        return line.AskAsync<EventSeen?>(
            advisor,
            async (mailbox, token) =>
            {
                try
                {
                    return Seen(await mailbox.Events[eventId].GetAsync(
                        request =>
                        {
                            request.QueryParameters.Select = EventMembers;
                            request.Headers.Add("Prefer", "outlook.timezone=\"UTC\"");
                        },
                        token));
                }
                catch (GraphStatusException answered) when (IsGone(answered))
                {
                    return new MailboxAnswer<EventSeen?>.Done(null);
                }
            },
            stopping);
    }

    public Task<MailboxAnswer<bool>> MoveEventAsync(ExternalAdvisor advisor, string eventId, Slot slot, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        return line.AskAsync<bool>(
            advisor,
            async (mailbox, token) =>
            {
                await mailbox.Events[eventId].PatchAsync(GraphBodies.MovedEvent(slot), null, token);
                return new MailboxAnswer<bool>.Done(true);
            },
            stopping);
    }

    public Task<MailboxAnswer<bool>> DeleteEventAsync(ExternalAdvisor advisor, string eventId, CancellationToken stopping)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventId);
        return line.AskAsync(advisor, (mailbox, token) => GoneAfterAsync(mailbox.Events[eventId].PermanentDelete.PostAsync(null, token)), stopping);
    }

    private static async Task<MailboxAnswer<bool>> GoneAfterAsync(Task deletion)
    {
        try
        {
            await deletion;
        }
        catch (GraphStatusException answered) when (IsGone(answered))
        {
            // It was gone already, which is what was asked.
        }

        return new MailboxAnswer<bool>.Done(true);
    }

    private static bool IsGone(GraphStatusException answered) => answered.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    private static MailboxAnswer<string> Id(string? id) => string.IsNullOrWhiteSpace(id) || id.Length > LongestId
        ? new MailboxAnswer<string>.Refused(CalendarFault.Nonsense)
        : new MailboxAnswer<string>.Done(id);

    private static OnlineMeetingSeen? Seen(OnlineMeeting? meeting) =>
        meeting is { Id: { Length: > 0 } id, JoinWebUrl: { } url } && url.StartsWith("https://", StringComparison.Ordinal)
            ? new(id, meeting.JoinMeetingIdSettings?.JoinMeetingId ?? "", meeting.JoinMeetingIdSettings?.Passcode ?? "", url, SettingsTook(meeting))
            : null;

    // Of a setting that is missing from the answer we do not know that it took.
    private static bool SettingsTook(OnlineMeeting meeting) => meeting is
    {
        LobbyBypassSettings.Scope: LobbyBypassScope.Organizer,
        AllowMeetingChat: MeetingChatMode.Disabled,
        AllowRecording: false,
        AllowTranscription: false,
        JoinMeetingIdSettings: { IsPasscodeRequired: true, JoinMeetingId.Length: > 0, Passcode.Length: > 0 },
    };

    private static MailboxAnswer<EventSeen?> Seen(Event? entry) => entry switch
    {
        { IsCancelled: true } => new MailboxAnswer<EventSeen?>.Done(null),
        { Id: { Length: > 0 } id } when GraphBodies.Moment(entry.Start) is { } start && GraphBodies.Moment(entry.End) is { } end && start < end =>
            new MailboxAnswer<EventSeen?>.Done(new(id, new Slot(start, end - start))),
        _ => new MailboxAnswer<EventSeen?>.Refused(CalendarFault.Nonsense),
    };
}

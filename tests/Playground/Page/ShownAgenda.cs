namespace VpBot.Playground;

/// <summary>An advisor's calendar as the page lists it: the whole of it, for only what was put in since the last reset is there.</summary>
internal sealed record ShownAgenda(string Name, IEnumerable<ShownEvent> Events, IEnumerable<ShownMeeting> Meetings, int Deleted)
{
    /// <summary>Null for somebody whose calendar is not in Graph.</summary>
    public static ShownAgenda? Of(EmulatedGraph graph, Person advisor)
    {
        if (!graph.HasMailbox(advisor)) return null;
        var calendar = graph.Calendar(advisor);
        return new(
            advisor.Name,
            calendar.Events.Select(item => new ShownEvent(item.Id, item.Start, item.End, item.Subject, item.IsPrivate, item.ShowAs)),
            calendar.Meetings.Select(meeting => new ShownMeeting(meeting.Start, meeting.End, meeting.Subject, meeting.MeetingId, meeting.Passcode)),
            calendar.DeletedItems.Count);
    }
}

internal sealed record ShownEvent(string Id, DateTimeOffset Start, DateTimeOffset End, string Subject, bool Private, string ShowAs);

internal sealed record ShownMeeting(DateTimeOffset Start, DateTimeOffset End, string Subject, string MeetingId, string? Passcode);

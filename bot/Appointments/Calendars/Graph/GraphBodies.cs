using System.Globalization;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Kiota.Abstractions.Store;
using VpBot.Language;

namespace VpBot.Appointments.Calendars.Graph;

/// <summary>
/// What we write to Graph: times, our own ids, and constants. The parameters are all that varies.
/// Source: "onlineMeeting resource type", "event resource type", "calendar: getSchedule".
/// </summary>
internal static class GraphBodies
{
    /// <summary>Graph knows the time zone of Amsterdam by this name only.</summary>
    public const string ZoneName = "W. Europe Standard Time";

    private const string Subject = "Gesprek";
    private const string Utc = "UTC";

    public static GetSchedulePostRequestBody Schedule(IReadOnlyList<string> addresses, DateTimeOffset from, DateTimeOffset until) => new()
    {
        Schedules = [.. addresses],
        StartTime = OnTheWall(from),
        EndTime = OnTheWall(until),
        AvailabilityViewInterval = (int)ScheduleWindow.Quarter.TotalMinutes,
    };

    public static OnlineMeeting NewMeeting(Slot slot)
    {
        var meeting = MovedMeeting(slot);
        meeting.Subject = Subject;
        meeting.LobbyBypassSettings = new LobbyBypassSettings { Scope = LobbyBypassScope.Organizer };
        meeting.AllowMeetingChat = MeetingChatMode.Disabled;
        meeting.AllowRecording = false;
        meeting.AllowTranscription = false;
        meeting.JoinMeetingIdSettings = new JoinMeetingIdSettings { IsPasscodeRequired = true };
        return meeting;
    }

    /// <summary>Graph refuses a move that does not name both ends.</summary>
    public static OnlineMeeting MovedMeeting(Slot slot)
    {
        var meeting = Bare<OnlineMeeting>();
        meeting.StartDateTime = slot.Start;
        meeting.EndDateTime = slot.End;
        return meeting;
    }

    public static Event NewEvent(Slot slot, string appointment, string reference)
    {
        var entry = MovedEvent(slot);
        entry.Subject = Subject;
        entry.Body = new ItemBody { ContentType = BodyType.Text, Content = reference };
        entry.Attendees = [];
        entry.Sensitivity = Sensitivity.Private;
        entry.ShowAs = FreeBusyStatus.Busy;
        entry.ResponseRequested = false;
        entry.IsOnlineMeeting = false;
        entry.TransactionId = appointment;
        return entry;
    }

    public static Event MovedEvent(Slot slot)
    {
        var entry = Bare<Event>();
        entry.Start = InUtc(slot.Start);
        entry.End = InUtc(slot.End);
        return entry;
    }

    /// <summary>The moment that Graph wrote in UTC, or null when this is not one.</summary>
    public static DateTimeOffset? Moment(DateTimeTimeZone? written) =>
        written?.TimeZone == Utc
        && DateTimeOffset.TryParse(written.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime()
            : null;

    private static DateTimeTimeZone InUtc(DateTimeOffset moment) => new() { DateTime = Clock(moment.ToUniversalTime()), TimeZone = Utc };

    private static DateTimeTimeZone OnTheWall(DateTimeOffset moment) => new() { DateTime = Clock(AmsterdamTime.Local(moment)), TimeZone = ZoneName };

    private static string Clock(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    // A new model of the SDK carries @odata.type. What was there from the start is not sent.
    private static T Bare<T>() where T : IBackedModel, new()
    {
        var model = new T();
        model.BackingStore.InitializationCompleted = true;
        return model;
    }
}

using System.Text.Json.Nodes;

namespace VpBot.Playground;

/// <summary>An advisor's calendar in the provider's tenant, and what the advisor does with it in Outlook.</summary>
public sealed class MailboxCalendar
{
    /// <summary>What no employer and no employee may ever get to see.</summary>
    public const string TellingSubject = "Klacht intimidatie, mevr. De Bree (vertrouwelijk)";

    private readonly TimeProvider time;
    private readonly WorkingHours usualHours;
    private readonly Action<string, CalendarEvent> changed;
    private readonly Lock gate = new();
    private readonly List<CalendarEvent> events = [];
    private readonly List<CalendarEvent> deleted = [];
    private readonly List<OnlineMeeting> meetings = [];
    private int lastNumber;

    /// <param name="changed">Gets <c>created</c>, <c>updated</c> or <c>deleted</c> and the event, after every change.</param>
    internal MailboxCalendar(Person owner, WorkingHours hours, TimeProvider time, Action<string, CalendarEvent> changed) =>
        (Owner, WorkingHours, usualHours, this.time, this.changed) = (owner, hours, hours, time, changed);

    public Person Owner { get; }

    public WorkingHours WorkingHours { get; set; }

    /// <summary>In the order in which they begin.</summary>
    public IReadOnlyList<CalendarEvent> Events
    {
        get { lock (gate) return [.. events.OrderBy(item => item.Start)]; }
    }

    /// <summary>Deleted by the advisor, or by a plain <c>DELETE</c>: whoever opens the mailbox can still read these.</summary>
    public IReadOnlyList<CalendarEvent> DeletedItems
    {
        get { lock (gate) return [.. deleted]; }
    }

    /// <summary>In the order in which they begin.</summary>
    public IReadOnlyList<OnlineMeeting> Meetings
    {
        get { lock (gate) return [.. meetings.OrderBy(meeting => meeting.Start)]; }
    }

    /// <summary>The advisor adds a block of their own.</summary>
    /// <param name="showAs"><c>free</c>, <c>tentative</c>, <c>busy</c>, <c>oof</c> or <c>workingElsewhere</c>.</param>
    public CalendarEvent AddBlock(DateTimeOffset start, TimeSpan length, string subject = TellingSubject, string showAs = "busy", bool isPrivate = false) =>
        Add(start, start + length, new JsonObject { ["subject"] = subject, ["showAs"] = showAs, ["sensitivity"] = isPrivate ? "private" : "normal" });

    /// <summary>The advisor drags an event to another time.</summary>
    /// <exception cref="KeyNotFoundException">There is no such event in this calendar.</exception>
    public CalendarEvent Move(string id, TimeSpan by) => MoveTo(id, Known(id).Start + by);

    /// <inheritdoc cref="Move"/>
    public CalendarEvent MoveTo(string id, DateTimeOffset start) => Change(id, item => item with { Start = start, End = start + (item.End - item.Start) }) ?? throw Unknown(id);

    /// <summary>The advisor makes an event longer or shorter.</summary>
    /// <inheritdoc cref="Move"/>
    public CalendarEvent Resize(string id, TimeSpan length) => Change(id, item => item with { End = item.Start + length }) ?? throw Unknown(id);

    /// <summary>The advisor deletes an event; it goes to the deleted items.</summary>
    /// <inheritdoc cref="Move"/>
    public void Delete(string id)
    {
        if (!Remove(id, permanently: false)) throw Unknown(id);
    }

    internal CalendarEvent? Find(Func<CalendarEvent, bool> fits)
    {
        lock (gate) return events.Find(item => fits(item));
    }

    internal CalendarEvent Add(DateTimeOffset start, DateTimeOffset end, JsonObject fields)
    {
        CalendarEvent made;
        lock (gate)
        {
            var now = time.GetUtcNow();
            made = new("AAMkAD" + Person.Opaque("event", $"{Owner.ObjectId} {++lastNumber}", 64) + "=", Owner, 1, start, end, fields, now, now);
            events.Add(made);
        }
        changed("created", made);
        return made;
    }

    internal CalendarEvent? Change(string id, Func<CalendarEvent, CalendarEvent> change)
    {
        CalendarEvent made;
        lock (gate)
        {
            var index = events.FindIndex(item => item.Id == id);
            if (index < 0) return null;
            made = events[index] = change(events[index]) with { Version = events[index].Version + 1, ChangedAt = time.GetUtcNow() };
        }
        changed("updated", made);
        return made;
    }

    internal bool Remove(string id, bool permanently)
    {
        CalendarEvent? gone;
        lock (gate)
        {
            gone = events.Find(item => item.Id == id);
            if (gone is null) return false;
            events.Remove(gone);
            if (!permanently) deleted.Add(gone);
        }
        changed("deleted", gone);
        return true;
    }

    internal OnlineMeeting? FindMeeting(string id)
    {
        lock (gate) return meetings.Find(meeting => meeting.Id == id);
    }

    internal OnlineMeeting AddMeeting(DateTimeOffset start, DateTimeOffset end, Func<string, int, JsonObject> fields)
    {
        lock (gate)
        {
            var number = ++lastNumber;
            var id = OnlineMeeting.NewId(Owner, number);
            var made = new OnlineMeeting(id, Owner, start, end, time.GetUtcNow(), fields(id, number));
            meetings.Add(made);
            return made;
        }
    }

    internal OnlineMeeting? ChangeMeeting(string id, Func<OnlineMeeting, OnlineMeeting> change)
    {
        lock (gate)
        {
            var index = meetings.FindIndex(meeting => meeting.Id == id);
            return index < 0 ? null : meetings[index] = change(meetings[index]);
        }
    }

    internal bool RemoveMeeting(string id)
    {
        lock (gate) return meetings.RemoveAll(meeting => meeting.Id == id) > 0;
    }

    internal void Clear()
    {
        lock (gate)
        {
            events.Clear();
            deleted.Clear();
            meetings.Clear();
            WorkingHours = usualHours;
        }
    }

    private CalendarEvent Known(string id) => Find(item => item.Id == id) ?? throw Unknown(id);

    private KeyNotFoundException Unknown(string id) => new($"No event {id} in the calendar of {Owner.Name}.");
}

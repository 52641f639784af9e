using VpBot.Appointments;
using VpBot.Playground;

namespace VpBot.Tests.Restart;

/// <summary>What stands of a talk in Amir's mailbox, and what does not.</summary>
internal sealed class ArrangedTalks(CrashingBot bot)
{
    private readonly HashSet<string> counted = [];

    private MailboxCalendar Calendar => bot.Playground.Graph.Calendar(bot.Playground.People.Amir);

    /// <summary>A new visitor whose talk with Amir is arranged and handed over, and whose page says so.</summary>
    public async Task<Someone> BookedAsync(KillRounds rounds, string name, int time)
    {
        var before = await rounds.AtAsync("Consent", name, time, advisor: "amir", way: "Teams");
        await before.Visitor.AnswerAsync("yes");
        await before.Visitor.AnswerAsync("noted");
        await before.Visitor.LookUntilAsync("aangekomen");
        return before with { Appointment = (await RowAsync(before)).Id };
    }

    /// <summary>One event, one handoff, its cells; returns how many meetings nobody knows of.</summary>
    public async Task<int> StandsAsync(Someone someone)
    {
        var row = await RowAsync(someone);
        Assert.Equal((AppointmentState.Delivered, "amir"), (row.State, row.Advisor));
        await new KillRounds(bot).HasItsCellsAsync(row.Id, "amir");
        Assert.InRange(new KillRounds(bot).CopiesFor(bot.Playground.People.Amir, someone.Name), 1, 2);
        await someone.Visitor.AnswerAsync("noted");
        var page = await someone.Visitor.LookUntilAsync("aangekomen");
        Assert.Equal(row.Slot.End, Assert.Single(Calendar.Events, item => item.Start == someone.StartsAt).End);
        var meetings = MeetingsOf(someone);
        Assert.Single(meetings, meeting => page.Text.Contains(meeting.MeetingId, StringComparison.Ordinal));
        Assert.InRange(meetings.Count, 1, 2);
        return meetings.Count - 1;
    }

    public void IsGone(Someone someone, int orphans)
    {
        Assert.DoesNotContain(Calendar.Events, item => item.Start == someone.StartsAt);
        Assert.Empty(Calendar.DeletedItems);
        Assert.Equal(orphans, MeetingsOf(someone).Count);
        // What one round left is not counted in the next, at the same time.
        foreach (var meeting in MeetingsOf(someone))
            counted.Add(meeting.Id);
    }

    private List<OnlineMeeting> MeetingsOf(Someone someone) => [.. Calendar.Meetings.Where(meeting => meeting.Start == someone.StartsAt && !counted.Contains(meeting.Id))];

    private async Task<AppointmentRow> RowAsync(Someone someone) =>
        Assert.Single(await bot.AppointmentsAsync(), row => row.StartsAt == someone.StartsAt && row.State != AppointmentState.Cancelled);
}

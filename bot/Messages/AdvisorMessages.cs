using Microsoft.EntityFrameworkCore;
using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>The advisor's side, from the page of a request or from the first page of the desk. An advisor reaches their own talks and no others.</summary>
public sealed class AdvisorMessages(AppointmentBook talks, MessageBook book) : MessagesGoal(MessagesSteps.AtTheDesk, talks, book, Writer.Advisor)
{
    public const string GoalName = "desk-messages";

    public override Capability? Needs => Capability.Messages;

    public override bool AtTheDesk => true;

    protected override bool IsTheirs(AppointmentRow row, Setting setting, Guest guest) => row.Advisor == guest.Advisor;

    protected override Outcome.GoTo BackTo(MessagesDraft draft) => new(Desk.GoalName, draft.Row is { } row ? Desk.LookAt(row) : null);

    protected override async Task<MessagesDraft> GatherAsync(Database db, MessagesDraft draft, string step, Setting setting, Guest guest)
    {
        if (draft.Id is not null || draft.WithNews is not null)
            return await base.GatherAsync(db, draft, step, setting, guest);
        var news = await WithNewsAsync(db, Book, guest);
        return news is [var only] ? await base.GatherAsync(db, draft with { Id = only.Id, WithNews = news }, step, setting, guest) : draft with { WithNews = news };
    }

    /// <summary>The talks of this advisor about which the employee wrote something that was not read yet.</summary>
    internal static async Task<IReadOnlyList<AppointmentRow>> WithNewsAsync(Database db, MessageBook book, Guest guest)
    {
        var written = db.Set<CorrespondenceRow>().Where(row => row.Advisor == guest.Advisor).Select(row => row.Appointment);
        var talks = await db.Set<AppointmentRow>().Where(row => row.Advisor == guest.Advisor && written.Contains(row.Id)).OrderBy(row => row.StartsAt).ToListAsync();
        var news = new List<AppointmentRow>();
        foreach (var talk in talks.Where(MessageBook.IsOpen))
        {
            if ((await book.OfAsync(db, talk)).UnreadBy(Writer.Advisor) > 0)
                news.Add(talk);
        }

        return news;
    }
}

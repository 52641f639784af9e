using VpBot.Appointments;
using VpBot.Appointments.Booking;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Handoffs;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>Reading and writing beside one talk. Both sides have the same pages; each reaches only what is theirs.</summary>
public abstract class MessagesGoal(WaterfallDialog<MessagesDraft> dialog, AppointmentBook talks, MessageBook book, Writer self)
    : Goal<MessagesDraft>(dialog, static () => MessagesJson.Default.MessagesDraft)
{
    protected Writer Self => self;

    protected AppointmentBook Talks => talks;

    protected MessageBook Book => book;

    protected override MessagesDraft Begin(Setting setting, Guest guest) => new();

    /// <summary>Whether this talk is theirs who look.</summary>
    protected abstract bool IsTheirs(AppointmentRow row, Setting setting, Guest guest);

    protected abstract Outcome.GoTo BackTo(MessagesDraft draft);

    /// <summary>From the first page a button leads back to where the person came from.</summary>
    protected override bool MayTurnAway(MessagesDraft draft) => false;

    protected override async Task<MessagesDraft> GatherAsync(Database db, MessagesDraft draft, string step, Setting setting, Guest guest)
    {
        // What was gathered in this turn stays: it says what was new.
        if (draft.Correspondence is not null)
            return draft;
        if (await FindAsync(db, draft, setting, guest) is not { } row)
            return draft with { Row = null, Writing = false, Text = null, IsLost = draft.IsLost || draft.Text is not null };
        if (step != MessagesSteps.Read || setting.AsCards)
            return draft with { Row = row };
        var found = await book.ReadAsync(db, row, self);
        return draft with { Row = row, Correspondence = found, ShownBefore = draft.Shown, Shown = found.Messages.Count };
    }

    protected override async Task<Effect<MessagesDraft>> ActAsync(Database db, MessagesDraft before, MessagesDraft after, Setting setting, Guest guest)
    {
        var draft = after with { Command = null };
        var words = setting.Words<MessagesPhrases>();
        switch (after.Command)
        {
            case MessagesSteps.Back:
                return new(draft, null, BackTo(draft));
            case MessagesSteps.Changed:
                return new(draft, words.Changed);
            case MessagesSteps.Yes when draft.Text is { } text:
                var done = draft with { Writing = false, Text = null, Row = null, Correspondence = null };
                if (await FindAsync(db, draft, setting, guest) is not { } row)
                    return new(done, words.NotSent);
                return new(done, await book.WriteAsync(db, row, self, text) ? null : words.Full(self));
            default:
                return new(draft.Writing ? draft with { Correspondence = null } : draft);
        }
    }

    private async Task<AppointmentRow?> FindAsync(Database db, MessagesDraft draft, Setting setting, Guest guest) =>
        draft.Id is { } id && await talks.FindAsync(db, id) is { } row && IsTheirs(row, setting, guest) && MessageBook.IsOpen(row) ? row : null;
}

/// <summary>The employee's side, from the page of their appointment.</summary>
public sealed class EmployeeMessages(AppointmentBook talks, MessageBook book) : MessagesGoal(MessagesSteps.InTheRoom, talks, book, Writer.Employee)
{
    public const string GoalName = "messages";

    public override Capability? Needs => Capability.Messages;

    protected override bool IsTheirs(AppointmentRow row, Setting setting, Guest guest) => row.Employer == setting.Employer.Key;

    protected override Outcome.GoTo BackTo(MessagesDraft draft) =>
        new(MyAppointment.GoalName, draft.Id is { } id ? MyAppointment.LookAt(id) : null);
}

using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Storage;

namespace VpBot.Messages;

/// <summary>From the page of one talk to what was written about it; it says how much is new.</summary>
internal sealed class MessageWay(MessageBook book, Writer self) : IRequestWay
{
    public string Value => "messages";

    public bool AtTheDesk => self == Writer.Advisor;

    public int Order => 10;

    public Capability? Needs => Capability.Messages;

    public async Task<Option?> OfferAsync(Database db, AppointmentRow row, Setting setting, Guest guest)
    {
        if (!MessageBook.IsOpen(row))
            return null;
        // How much there is to read is said where it can be read.
        var unread = setting.AsCards ? 0 : (await book.OfAsync(db, row)).UnreadBy(self);
        var words = setting.Words<MessagesPhrases>();
        return new(Value, unread == 0 ? words.Way(self) : words.WayUnread(unread.ToString(setting.Tongue.Culture)));
    }

    public Outcome.GoTo Go(AppointmentRow row) => new(
        self == Writer.Advisor ? AdvisorMessages.GoalName : EmployeeMessages.GoalName,
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new MessagesDraft { Id = row.Id }, MessagesJson.Default.MessagesDraft));
}

/// <summary>From the first page of the desk to what was not read yet.</summary>
internal sealed class NewMessagesWay(MessageBook book) : IWayIn
{
    public string Goal => AdvisorMessages.GoalName;

    public bool AtTheDesk => true;

    public int Order => 20;

    public Capability? Needs => Capability.Messages;

    public async Task<Option?> OfferAsync(Database db, Setting setting, Guest guest) =>
        (await AdvisorMessages.WithNewsAsync(db, book, guest)).Count > 0 ? new(Goal, setting.Words<MessagesPhrases>().DeskNew) : null;
}

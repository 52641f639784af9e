using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Language;

namespace VpBot.Messages;

/// <summary>What was written, newest first; before anything was, what this is for and what it is not.</summary>
internal static class MessagesPage
{
    public static Prompt.Tell Of(Writer self, MessagesDraft draft, Setting setting)
    {
        var words = setting.Words<MessagesPhrases>();
        if (draft.Row is not { } row || draft.Correspondence is not { } found)
            return new(words.Gone, draft.IsLost ? words.NotSent : words.GoneWhy(self), [], [], null, [.. MessagesSteps.Ways(self, draft, words)]);
        return new(
            words.Title, words.Why(self), [.. Paragraphs(self, row, found, setting, words)], [.. Lines(self, draft, found, setting, words)], null,
            [.. MessagesSteps.Ways(self, draft, words)]);
    }

    /// <summary>How the other side is called: the advisor by name, the employee by none.</summary>
    public static string Other(Writer self, MessagesDraft draft, Setting setting) =>
        self == Writer.Employee && draft.Row is { } row && setting.Employer.Advisor(row.Advisor) is { } advisor
            ? advisor.Name
            : setting.Words<MessagesPhrases>().The(self == Writer.Employee ? Writer.Advisor : Writer.Employee);

    private static IEnumerable<string> Paragraphs(Writer self, AppointmentRow row, Correspondence found, Setting setting, MessagesPhrases words)
    {
        if (found.IsFullFor(self))
            yield return words.Full(self);
        if (found.Messages.Count > 0)
            yield break;
        yield return words.NotForHelp(self);
        yield return words.ReadShows(self);
        yield return words.NotPassedOn(self);
        yield return setting.Words<AppointmentsPhrases>().ForgottenOn(setting.Tongue.SayDay(row.ForgetAt));
    }

    private static IEnumerable<Line> Lines(Writer self, MessagesDraft draft, Correspondence found, Setting setting, MessagesPhrases words)
    {
        foreach (var message in found.Messages.Reverse())
        {
            var when = AppointmentLines.Say(message.WrittenAt, setting);
            var label = message.From != self
                ? message.IsUnreadBy(self) ? words.FromOtherUnread(Other(self, draft, setting), when) : words.FromOther(Other(self, draft, setting), when)
                : message.ReadAt is null ? words.FromYouUnread(when) : words.FromYouRead(when);
            yield return new(label, message.Text.Reveal());
        }
    }
}

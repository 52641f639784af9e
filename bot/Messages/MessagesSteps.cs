using VpBot.Appointments;
using VpBot.Conversation;
using VpBot.Employers;
using VpBot.Intake;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.Messages;

/// <summary>The steps of writing to each other, the same on both sides.</summary>
internal static class MessagesSteps
{
    public const string Read = "Read";
    public const string Back = "back";
    public const string Yes = "yes";
    public const string Changed = "changed";
    private const string Write = "write";
    private const string Refresh = "refresh";

    public static readonly WaterfallDialog<MessagesDraft> InTheRoom =
        new(EmployeeMessages.GoalName, [NotAsCards(), Text(Writer.Employee), Sure(Writer.Employee), Page(Writer.Employee)]);

    public static readonly WaterfallDialog<MessagesDraft> AtTheDesk =
        new(AdvisorMessages.GoalName, [Which(), Text(Writer.Advisor), Sure(Writer.Advisor), Page(Writer.Advisor)]);

    /// <summary>In a window of Teams every word would pass through Teams of the employer: there is nothing to read or write there.</summary>
    private static Step<MessagesDraft> NotAsCards() => new("NotAsCards")
    {
        Question = (_, setting) => setting.Words<MessagesPhrases>().NotAsCards,
        Applies = (_, setting) => setting.AsCards,
        Touches = static (_, _) => [Surface.CardDialog],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<MessagesPhrases>();
            return new Prompt.Tell(words.NotAsCards, words.NotAsCardsWhy, [], [], null, [new(Back, words.BackToTalk(Writer.Employee))]);
        },
        Take = (draft, _, _) => new Taken<MessagesDraft>.Accepted(draft with { Command = Back }),
    };

    private static Step<MessagesDraft> Which() => new("Which")
    {
        Question = (_, setting) => setting.Words<MessagesPhrases>().WhichQuestion,
        Applies = (draft, _) => draft.Id is null && draft.WithNews is not [],
        Touches = static (_, _) => [Surface.Messages],
        Answered = draft => draft.Id is not null,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<MessagesPhrases>();
            return new Prompt.Choose(
                words.WhichQuestion, null, [.. (draft.WithNews ?? []).Select(row => new Option(row.Id, AppointmentLines.Say(row.StartsAt, setting)))], words.WhichGo);
        },
        Take = (draft, reply, setting) => draft.WithNews?.Any(row => row.Id == reply.Only) == true
            ? new Taken<MessagesDraft>.Accepted(draft with { Id = reply.Only })
            : new Taken<MessagesDraft>.Rejected(setting.Words<MessagesPhrases>().WhichQuestion),
    };

    private static Step<MessagesDraft> Text(Writer self) => new("Text")
    {
        Question = (_, setting) => setting.Words<MessagesPhrases>().WriteQuestion(self),
        Applies = (draft, _) => draft.Writing,
        Touches = (draft, setting) => Seen(self, draft, setting),
        Answered = draft => draft.Text is not null,
        Said = (draft, _) => draft.Text!.Value.Reveal(),
        Clear = draft => draft.Text is null ? draft with { Writing = false } : draft with { Text = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<MessagesPhrases>();
            return new Prompt.Write(
                words.WriteQuestion(self), words.WriteWhy(self), words.WriteLabel, null, Correspondence.LongestMessage, WritingKind.Words, words.WriteGo, null);
        },
        Take = (draft, reply, setting) => PlainText.Read(reply.Only, Correspondence.LongestMessage) switch
        {
            null => new Taken<MessagesDraft>.Rejected(setting.Words<MessagesPhrases>().TooLong),
            "" => new Taken<MessagesDraft>.Rejected(setting.Words<MessagesPhrases>().Empty),
            var text => new Taken<MessagesDraft>.Accepted(draft with { Text = new Confidential(text) }),
        },
    };

    private static Step<MessagesDraft> Sure(Writer self) => new("Sure")
    {
        Question = (_, setting) => setting.Words<MessagesPhrases>().SureQuestion,
        Applies = (draft, _) => draft.Writing,
        Touches = (draft, setting) => Seen(self, draft, setting),
        Answered = draft => !draft.Writing,
        Said = (_, _) => "",
        Clear = draft => draft with { Text = null },
        Ask = (draft, setting) => AskSure(self, draft, setting),
        Take = (draft, reply, setting) => AskSure(self, draft, setting).IsYes(reply)
            ? new Taken<MessagesDraft>.Accepted(draft with { Command = Yes })
            : new Taken<MessagesDraft>.Rejected(setting.Words<MessagesPhrases>().SureChanged),
    };

    private static Prompt.Confirm AskSure(Writer self, MessagesDraft draft, Setting setting)
    {
        var words = setting.Words<MessagesPhrases>();
        var text = draft.Text is { } typed ? typed.Reveal() : "";
        return new(words.SureQuestion, words.SureWhy(self), [new(words.ToLabel, MessagesPage.Other(self, draft, setting)), new(words.TextLabel, text)], null, words.SureGo);
    }

    private static Step<MessagesDraft> Page(Writer self) => new(Read)
    {
        Question = (_, setting) => setting.Words<MessagesPhrases>().Title,
        Touches = (draft, setting) => Seen(self, draft, setting),
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) => MessagesPage.Of(self, draft, setting),
        Take = (draft, reply, _) => new Taken<MessagesDraft>.Accepted(reply.Only switch
        {
            Refresh => draft,
            // Something was written meanwhile that this person has not seen: it is shown before anything else happens.
            _ when draft.Correspondence is { } now && now.Messages.Count != draft.ShownBefore => draft with { Command = Changed },
            Back => draft with { Command = Back },
            Write when draft.Correspondence?.IsFullFor(self) == false => draft with { Writing = true },
            _ => draft,
        }),
    };

    internal static IEnumerable<Option> Ways(Writer self, MessagesDraft draft, MessagesPhrases words)
    {
        if (draft.Correspondence?.IsFullFor(self) == false)
            yield return new(Write, words.Write);
        if (draft.Correspondence is not null)
            yield return new(Refresh, words.Refresh);
        yield return new(Back, words.BackToTalk(self));
    }

    private static IReadOnlyList<Surface> Seen(Writer self, MessagesDraft draft, Setting setting) =>
        [Surface.Messages, .. self == Writer.Employee && draft.Row is { } row ? AppointmentSurfaces.OfAdvisor(setting.Employer.Advisor(row.Advisor)) : []];
}

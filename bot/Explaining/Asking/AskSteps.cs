using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.Explaining.Asking;

/// <summary>One step: a field, and after it what was found. What a button sends begins with a slash and names one of our own texts.</summary>
internal static class AskSteps
{
    public const string Again = "/again";
    private const string Page = "/answer/";
    private const string Subject = "/subject/";

    public static Step<AskingDraft> Question() => new("Question")
    {
        Question = (_, setting) => setting.Words<AskingPhrases>().Question,
        Applies = (_, setting) => !setting.AsCards,
        Touches = static (_, _) => [Surface.OwnQuestion],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (draft, setting) => draft switch
        {
            { Subject: { } subject } => Explain.Page(subject, setting, AnswerPrompt.Onward(setting)),
            { Answer: { } answer } => AnswerPrompt.Of(answer, setting),
            _ => Field(setting),
        },
        Take = (draft, reply, setting) => Took(reply.Only, setting),
    };

    public static Option ToPage(QuestionPage page) => new(Page + page.Id, page.Title);

    public static Option ToSubject(string subject, string label) => new(Subject + subject, label);

    private static Taken<AskingDraft> Took(string typed, Setting setting)
    {
        var words = setting.Words<AskingPhrases>();
        if (typed.Trim().Length == 0)
            return new Taken<AskingDraft>.Rejected(words.Empty);
        if (typed.Length > Answering.LongestQuestion)
            return new Taken<AskingDraft>.Rejected(words.TooLong);
        return new Taken<AskingDraft>.Accepted(typed switch
        {
            Again => new(),
            AnswerPrompt.Talk or AnswerPrompt.Explain or AnswerPrompt.Start => new() { Leave = typed[1..] },
            _ when Named(typed, Page) is { } id && QuestionBook.Find(id, setting.Tongue) is { } page => new() { Answer = new(page, [], false) },
            _ when Named(typed, Subject) is { } subject && ContentBook.Subjects.Contains(subject) => new() { Subject = subject },
            _ => new() { Answer = Answering.To(typed, setting.Tongue) },
        });
    }

    private static string? Named(string typed, string kind) => typed.StartsWith(kind, StringComparison.Ordinal) ? typed[kind.Length..] : null;

    private static Prompt.Write Field(Setting setting)
    {
        var words = setting.Words<AskingPhrases>();
        return new(words.Question, words.Why, words.Label, words.Hint, Answering.LongestQuestion, WritingKind.Words, words.Go, null);
    }
}

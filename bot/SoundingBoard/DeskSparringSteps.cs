using VpBot.Conversation;
using VpBot.Language;
using VpBot.Privacy;

namespace VpBot.SoundingBoard;

/// <summary>The steps of the questions between colleagues.</summary>
internal static class DeskSparringSteps
{
    public const string Ask = "ask";
    public const string ToDesk = "desk";
    public const string Send = "send";
    public const string Forget = "forget";
    private const string Answer = "answer";
    private const string Refresh = "refresh";
    private const string Back = "back";

    public static readonly WaterfallDialog<DeskSparringDraft> Dialog = new(DeskSparring.GoalName, [Which(), Write(), Sure(), Look()]);

    private static Step<DeskSparringDraft> Which() => new("Which")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().WhichQuestion,
        Applies = (draft, _) => draft.Id is null,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => draft.Id is not null,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            Option[] ask = draft.CanAsk ? [new(Ask, words.AskMyself)] : [];
            return draft.Questions.Count == 0
                ? new Prompt.Tell(words.WhichNone, words.WhichWhy, [], [], null, [.. ask, new(Refresh, words.Refresh), new(ToDesk, words.ToDesk)])
                : new Prompt.Choose(
                    words.WhichQuestion,
                    words.WhichWhy,
                    [.. draft.Questions.Select(question => OptionOf(question, words)), .. ask, new(ToDesk, words.ToDesk)],
                    words.Go);
        },
        Take = (draft, reply, _) => new Taken<DeskSparringDraft>.Accepted(reply.Only switch
        {
            Ask when draft.CanAsk => draft with { Command = Ask },
            ToDesk => draft with { Command = ToDesk },
            var id when draft.Questions.Any(question => question.Id == id) => draft with { Id = id },
            _ => draft,
        }),
    };

    private static Step<DeskSparringDraft> Write() => new("Write")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().AnswerQuestion,
        Applies = (draft, _) => draft.Answering,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => draft.Answer is not null,
        Said = (draft, _) => draft.Answer?.Reveal() ?? "",
        Clear = draft => draft.Answer is null ? draft with { Answering = false } : draft with { Answer = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            return new Prompt.Write(
                words.AnswerQuestion, words.NoNames, words.AnswerLabel, null, OwnWords.Longest, WritingKind.Words, words.Go, null);
        },
        Take = (draft, reply, setting) => OwnWords.Take(reply.Only, draft.Identities, setting, answer => draft with { Answer = answer }),
    };

    private static Step<DeskSparringDraft> Sure() => new("Sure")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().SureQuestion,
        Applies = (draft, _) => draft.Answering,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => !draft.Answering,
        Said = (_, _) => "",
        Clear = draft => draft with { Answer = null },
        Ask = AskSure,
        Take = (draft, reply, setting) => new Taken<DeskSparringDraft>.Accepted(
            AskSure(draft, setting).IsYes(reply) ? draft with { Command = Send } : draft),
    };

    private static Prompt.Confirm AskSure(DeskSparringDraft draft, Setting setting)
    {
        var words = setting.Words<SoundingBoardPhrases>();
        return new Prompt.Confirm(words.SureQuestion, words.SureWhy, [new(words.AnswerLabel, draft.Answer?.Reveal() ?? "")], words.SureAfter, words.Send);
    }

    private static Step<DeskSparringDraft> Look() => new("Look")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().WhichQuestion,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft with { Id = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            Option[] always = [new(Refresh, words.Refresh), new(Back, words.BackToList)];
            if (draft.Seen is not { } seen)
                return new Prompt.Tell(words.Gone, null, [], [], null, [new(Back, words.BackToList)]);
            return new Prompt.Tell(
                Title(seen, words),
                StateOf(seen, words),
                [words.ForgottenOn(setting.Tongue.SayDay(seen.ForgetAt)), .. seen.IsMine ? (string[])[words.ForgetEarlier] : []],
                [.. seen.Question.Lines.Select(line => new Line(line.Label, line.Text.Reveal())), .. AnswerLine(seen, words)],
                null,
                [.. Presses(seen, words), .. always]);
        },
        Take = (draft, reply, _) => new Taken<DeskSparringDraft>.Accepted(reply.Only switch
        {
            Answer when draft.Seen is { IsMine: false, State: QuestionState.Asked or QuestionState.Read } => draft with { Answering = true },
            Forget when draft.Seen is { IsMine: true } => draft with { Command = Forget },
            Back => draft with { Id = null },
            _ => draft,
        }),
    };

    private static Option OptionOf(SeenQuestion question, SoundingBoardPhrases words) =>
        new(question.Id, Title(question, words), StateOf(question, words));

    private static string Title(SeenQuestion question, SoundingBoardPhrases words) => (question.IsMine, question.Question.Situation) switch
    {
        (true, { } situation) => words.MineAbout(words.Situation(situation)),
        (true, null) => words.MineGeneral,
        (false, { } situation) => words.TheirsAbout(words.Situation(situation)),
        (false, null) => words.TheirsGeneral,
    };

    private static string StateOf(SeenQuestion question, SoundingBoardPhrases words) =>
        question.IsMine ? words.StateForAsker(question.State) : words.StateForColleague(question.State);

    private static IEnumerable<Line> AnswerLine(SeenQuestion question, SoundingBoardPhrases words) =>
        question.Question.Answer is { } answer ? [new(words.AnswerLabel, answer.Reveal())] : [];

    private static IEnumerable<Option> Presses(SeenQuestion question, SoundingBoardPhrases words)
    {
        if (!question.IsMine && question.Question.Answer is null)
            yield return new(Answer, words.Answer);
        if (question.IsMine)
            yield return new(Forget, question.Question.Answer is null ? words.TakeBack : words.Done);
    }
}

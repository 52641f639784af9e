using VpBot.Conversation;
using VpBot.Privacy;

namespace VpBot.SoundingBoard;

/// <summary>The steps towards a question for a colleague.</summary>
internal static class AskSteps
{
    private const string ToList = "list";

    public static readonly WaterfallDialog<AskDraft> Dialog =
        new(AskColleague.GoalName, [Nobody(), How(), WithWhom(), Situated(), WasTried(), Wanted(), InOwnWords(), Consent()]);

    /// <summary>What the colleague gets to read, word for word.</summary>
    public static IReadOnlyList<Line> LinesOf(AskDraft draft, Setting setting)
    {
        var words = setting.Words<SoundingBoardPhrases>();
        var lines = new List<Line>();
        if (IsSituated(draft))
        {
            lines.Add(new(words.LineFrom, draft.Self?.Name ?? ""));
            lines.Add(new(words.LineSituation, words.Situation(draft.Situation!.Value)));
            lines.Add(new(words.LineTried, SayTried(draft, words)));
            lines.Add(new(words.LineWant, words.Want(draft.Want!.Value)));
        }

        lines.Add(new(words.LineWords, draft.Words?.Reveal() ?? ""));
        return lines;
    }

    public static bool IsSituated(AskDraft draft) => draft.Way == AskWay.AboutSituation;

    private static string SayTried(AskDraft draft, SoundingBoardPhrases words) =>
        draft.Tried is { Count: > 0 } tried ? string.Join("; ", tried.Select(words.Tried)) : words.TriedNothing;

    private static Step<AskDraft> Nobody() => new("Nobody")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().NobodyQuestion,
        Applies = (draft, _) => draft.Self is not null && draft.Colleagues.Count == 0,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = (_, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            return new Prompt.Tell(words.NobodyQuestion, words.NobodyWhy(setting.Employer.Provider.Phone), [], [], null, [new(ToList, words.BackToList)]);
        },
        Take = (draft, _, _) => new Taken<AskDraft>.Accepted(draft with { ToList = true }),
    };

    private static Step<AskDraft> How() => Choice<AskWay>(
        "How",
        words => words.HowQuestion,
        words => words.HowWhy,
        (words, way) => new Option(way.ToString(), words.AskWay(way), words.AskWayDetail(way)),
        draft => draft.Way,
        (draft, way) => draft with { Way = way });

    private static Step<AskDraft> WithWhom() => new("WithWhom")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().WithWhomQuestion,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => draft.Colleague is not null,
        Said = (draft, _) => draft.Colleagues.FirstOrDefault(other => other.Id == draft.Colleague)?.Name ?? "",
        Clear = draft => draft with { Colleague = null },
        Ask = (draft, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            return new Prompt.Choose(
                words.WithWhomQuestion,
                IsSituated(draft) ? words.WithWhomWhy : words.WithWhomWhyInGeneral,
                [.. draft.Colleagues.Select(other => new Option(other.Id, other.Name, other.About.In(setting.Tongue)))],
                words.Go);
        },
        Take = (draft, reply, setting) => draft.Colleagues.Any(other => other.Id == reply.Only)
            ? new Taken<AskDraft>.Accepted(draft with { Colleague = reply.Only })
            : new Taken<AskDraft>.Rejected(setting.Words<SoundingBoardPhrases>().ChooseOne),
    };

    private static Step<AskDraft> Situated() => Choice<Situation>(
        "Situated",
        words => words.SituationQuestion,
        words => words.SituationWhy,
        (words, situation) => new Option(situation.ToString(), words.Situation(situation)),
        draft => draft.Situation,
        (draft, situation) => draft with { Situation = situation }) with
    {
        Applies = (draft, _) => IsSituated(draft),
    };

    private static Step<AskDraft> WasTried() => new("WasTried")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().TriedQuestion,
        Applies = (draft, _) => IsSituated(draft),
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => draft.Tried is not null,
        Said = (draft, setting) => SayTried(draft, setting.Words<SoundingBoardPhrases>()),
        Clear = draft => draft with { Tried = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            return new Prompt.ChooseMany(
                words.TriedQuestion, words.TriedWhy, [.. Enum.GetValues<Tried>().Select(tried => new Option(tried.ToString(), words.Tried(tried)))], words.Go);
        },
        Take = (draft, reply, _) => new Taken<AskDraft>.Accepted(
            draft with { Tried = [.. Enum.GetValues<Tried>().Where(tried => reply.Values.Contains(tried.ToString()))] }),
    };

    private static Step<AskDraft> Wanted() => Choice<Want>(
        "Wanted",
        words => words.WantQuestion,
        words => words.WantWhy,
        (words, want) => new Option(want.ToString(), words.Want(want)),
        draft => draft.Want,
        (draft, want) => draft with { Want = want }) with
    {
        Applies = (draft, _) => IsSituated(draft),
    };

    private static Step<AskDraft> InOwnWords() => new("InOwnWords")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().WordsQuestion,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = draft => draft.Words is not null,
        Said = (draft, _) => draft.Words?.Reveal() ?? "",
        Clear = draft => draft with { Words = null },
        Ask = (_, setting) =>
        {
            var words = setting.Words<SoundingBoardPhrases>();
            return new Prompt.Write(words.WordsQuestion, words.NoNames, words.WordsLabel, null, OwnWords.Longest, WritingKind.Words, words.Go, null);
        },
        Take = (draft, reply, setting) => OwnWords.Take(reply.Only, draft.Identities, setting, typed => draft with { Words = typed }),
    };

    private static Step<AskDraft> Consent() => new("Consent")
    {
        Question = (_, setting) => setting.Words<SoundingBoardPhrases>().ConsentQuestion,
        Touches = static (_, _) => [Surface.AskedAlong],
        Answered = _ => false,
        Said = (_, _) => "",
        Clear = draft => draft,
        Ask = AskConsent,
        Take = (draft, reply, setting) => AskConsent(draft, setting).IsYes(reply)
            ? new Taken<AskDraft>.Accepted(draft with { Agreed = true })
            : new Taken<AskDraft>.Rejected(setting.Words<SoundingBoardPhrases>().ConsentChanged),
    };

    private static Prompt.Confirm AskConsent(AskDraft draft, Setting setting)
    {
        var words = setting.Words<SoundingBoardPhrases>();
        var colleague = draft.Colleagues.FirstOrDefault(other => other.Id == draft.Colleague)?.Name ?? "";
        return new Prompt.Confirm(words.ConsentQuestion, words.ConsentWhy(colleague), LinesOf(draft, setting), words.ConsentAfter, words.Send);
    }

    private static Step<AskDraft> Choice<T>(
        string name,
        Func<SoundingBoardPhrases, string> question,
        Func<SoundingBoardPhrases, string> why,
        Func<SoundingBoardPhrases, T, Option> option,
        Func<AskDraft, T?> get,
        Func<AskDraft, T?, AskDraft> set) where T : struct, Enum => new(name)
        {
            Question = (_, setting) => question(setting.Words<SoundingBoardPhrases>()),
            Touches = static (_, _) => [Surface.AskedAlong],
            Answered = draft => get(draft) is not null,
            Said = (draft, setting) => option(setting.Words<SoundingBoardPhrases>(), get(draft)!.Value).Label,
            Clear = draft => set(draft, null),
            Ask = (_, setting) =>
            {
                var words = setting.Words<SoundingBoardPhrases>();
                return new Prompt.Choose(question(words), why(words), [.. Enum.GetValues<T>().Select(value => option(words, value))], words.Go);
            },
            Take = (draft, reply, setting) => Enum.GetValues<T>().Where(value => value.ToString() == reply.Only).ToList() is [var chosen]
                ? new Taken<AskDraft>.Accepted(set(draft, chosen))
                : new Taken<AskDraft>.Rejected(setting.Words<SoundingBoardPhrases>().ChooseOne),
        };
}
